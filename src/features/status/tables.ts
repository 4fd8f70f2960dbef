declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    tally: TallyTable;
  }
}

/**
 * Running totals, kept by triggers of the tenant's file (migration `create_tally`) in the transaction of whatever
 * changed a row, so that the books hold after rows were purged.
 */
export interface TallyTable {
  /** What is counted: updates, messages of fans (`in`), replies (`out`). */
  ledger: 'update' | 'in' | 'out';
  /** A state of these rows; empty for all that were ever written. */
  state: string;
  /** Messages in this state, purged ones included; for updates only the total is kept. */
  count: number;
  /** How many of them are no longer there. */
  purged: number;
}
