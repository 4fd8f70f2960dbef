declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    conversation: ConversationTable;
  }
}

/** A conversation under way, as the conversations plugin replays it. */
interface ConversationTable {
  /** The private chat it is held in. */
  key: string;
  /** JSON. */
  state: string;
  changed_at: number;
}
