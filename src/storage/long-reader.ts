import type { TenantId } from '#src/core/ids.ts';
import type { LongQuery } from '#src/storage/long-query.ts';

/** How long and how much. */
export interface LongReadOptions {
  /** From the call on, waiting for a free thread included; 10,000 unless given. In ms. */
  readonly limitMs?: number;
  /** Ends the read when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads that do not stand in the way of the event loop: a read-only connection in a worker thread runs the query inside
 * one transaction, so it sees one unmoving picture of the file, and writes go on meanwhile. One at a time for a tenant;
 * tenants take turns.
 *
 * Codes besides those of TenantStore, all transient: `storage.read-timeout`, `storage.read-cancelled` (the signal, or
 * the file was released or erased), `storage.read-busy` (50 reads of this tenant wait), `storage.reader-crashed`; bugs:
 * `storage.result-too-large` (over 4 MB, or over 200,000 rows of one statement: ask in pages), `storage.not-cloneable`,
 * `storage.unknown-query`, `storage.query-failed` (an error of the query's own).
 */
export interface LongReader {
  /** Runs a long query. Throws `storage.nested` inside a call for the same tenant: no transaction may wait for it. */
  readLong<Args, Result>(
    tenantId: TenantId,
    query: LongQuery<Args, Result>,
    args: Args,
    options?: LongReadOptions,
  ): Promise<Result>;
}
