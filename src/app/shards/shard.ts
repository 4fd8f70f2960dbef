import type { Arrival } from '#src/storage/arrival-journal.ts';

/**
 * What works for a share of the tenants: their files, bots, outboxes and due work. Shards know nothing of each other and
 * have only the control file in common, which each has opened for itself as scripts do. A shard is
 *
 * - opened: everything is there; it stores what it is given, and does nothing else;
 * - started: it handles, sends and polls; what arrives for its tenants is taken by it and by no other;
 * - stopped: what was under way has ended or was left for the next start, and its files are closed.
 */
export interface Shard {
  /**
   * Takes up its tenants. Resolves when all their webhooks would be answered. `serverUrl`: where the server listens, for links to
   * pages. Throws an AppError.
   */
  start(serverUrl: string): Promise<void>;
  /** Takes what has arrived for its tenants. What it has not kept when it ends waits in the journal for the next start. */
  take(arrivals: readonly Arrival[]): void;
  /** Resolves once its event loop turns: at once, unless it is held up. */
  ping(): Promise<void>;
  stop(): Promise<void>;
}
