import type { Kysely, Transaction } from 'kysely';
import type { TenantId } from '#src/core/ids.ts';
import type { TenantTables } from '#src/storage/tenant-tables.ts';

declare const readerBrand: unique symbol;
declare const txBrand: unique symbol;

/**
 * The right to read one tenant's file. Queries that only read take a Reader first; a Tx is a Reader too.
 * Valid only until the `read` or `transact` call that gave it returns: afterwards every query throws.
 */
export interface Reader {
  readonly tenantId: TenantId;
  readonly db: Pick<Kysely<TenantTables>, 'selectFrom' | 'with' | 'fn' | 'dynamic'>;
  readonly [readerBrand]: true;
}

/**
 * The right to change one tenant's file, inside one transaction. No network call may be awaited while one is open.
 */
export interface Tx extends Omit<Reader, 'db'> {
  readonly db: Transaction<TenantTables>;
  readonly [txBrand]: true;
  /** Runs after the commit, in order; not at all when the transaction is rolled back. For waking loops, never for data. */
  afterCommit(task: () => void): void;
  /** Work of this tenant is due at this time (epoch ms): after the commit whoever runs such work is told. */
  noteDue(dueAt: number): void;
  /** Runs `work` so that its changes and after-commit tasks alone are undone when it throws; the error is passed on. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
}
