import type { TenantId } from '#src/core/ids.ts';
import type { LongQuery } from '#src/storage/long-query.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/**
 * When what `transact` commits is on the disk. Until then it survives the death of the process, but not a power failure.
 *
 * - `at-commit`: before it resolves.
 * - `soon`: within half a second: for what the next start finds out by itself, such as that a call was under way.
 * - `with-next`: with the next commit that is flushed: for work that is simply done again when a power failure undoes it,
 *   and that nothing outside the file has seen by then.
 */
export type Durable = 'at-commit' | 'soon' | 'with-next';

/** How `transact` commits, and how `work` runs. */
export interface TransactOptions<T> {
  /** `at-commit` unless given; a function is asked when the work is done. */
  readonly durable?: Durable | ((result: T) => Durable);
  /**
   * `always` unless given. `after-a-fault`: `work` runs without them first; when something fails inside one, all is rolled back
   * and `work` runs once more, with them. For work that can run twice and seldom fails: every page that is changed inside a
   * savepoint is copied, and most savepoints are left as they were begun.
   */
  readonly savepoints?: 'always' | 'after-a-fault';
}

/**
 * All tenants' files. The only way to a tenant's data.
 *
 * - A file is opened on first use, kept open (about 500, least recently used are closed, never one in use), refused
 *   when it is missing, empty, foreign (other tenant id inside) or not decryptable: an AppError with a code below, and
 *   nothing is re-created or migrated over it.
 * - Calls for one tenant run one after another; a `read` never sees half of a `transact`.
 * - Calling `read` or `transact` for the same tenant inside one of them throws at once instead of waiting for itself.
 *
 * Codes that quarantine the tenant at once (it alone stands still; see TenantRecord.quarantine): `storage.missing`,
 * `storage.foreign`, `storage.unreadable` (wrong key or garbage), `storage.corrupt`. Afterwards: `storage.quarantined`.
 * Others: `storage.newer` (a newer breaking schema), `storage.older` (not migrated yet), `storage.unfinished` (added
 * but not created yet), `storage.unknown-tenant`; transient: `storage.full`, `storage.busy` (another process writes),
 * `storage.no-access`, `storage.closed`; bugs: `storage.nested`, `storage.finished`, `storage.read-only`,
 * `storage.unique` (see `isUniqueViolation`), `storage.constraint`, `storage.bad-parameter`, `storage.query`.
 */
export interface TenantStore {
  /** Runs `work` with the right to read. */
  read<T>(tenantId: TenantId, work: (reader: Reader) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in one BEGIN IMMEDIATE … COMMIT; rolled back when it throws. Resolves once the commit is as `durable` as
   * asked for; meanwhile the file goes on to the next call.
   */
  transact<T>(
    tenantId: TenantId,
    work: (tx: Tx) => Promise<T>,
    options?: TransactOptions<T>,
  ): Promise<T>;
  /**
   * Reads as `read` does. Where many other files are open, but not this one, a thread opens it for this alone and closes it
   * again, so that looking through thousands of tenants takes neither the event loop's time nor its memory.
   */
  peek<Result>(tenantId: TenantId, query: LongQuery<null, Result>): Promise<Result>;
  /** Makes the tenant's encrypted file with its identity row and the whole schema. Its key must already be in the control store. */
  create(tenantId: TenantId): Promise<void>;
  /** Closes the tenant's file if it is open (waits until it is not in use). */
  release(tenantId: TenantId): Promise<void>;
  /** Removes the tenant's folder. The key is destroyed in the control store, not here. */
  erase(tenantId: TenantId): Promise<void>;
  /** Checkpoints and closes every file. Later calls throw. */
  close(): Promise<void>;
}
