import type { TenantId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Job } from '#src/jobs/job.ts';
import type { LongQuery } from '#src/storage/long-query.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** It comes again at this time (epoch ms; at the earliest a second from now). */
export interface Again {
  readonly again: number;
}

/** What a job may use before its transaction. */
export interface Preparation {
  readonly tenantId: TenantId;
  readonly services: Services;
  /** Aborted when the program stops. */
  readonly signal: AbortSignal;
  readonly read: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>;
  readonly readLong: <Args, Result>(query: LongQuery<Args, Result>, args: Args) => Promise<Result>;
  /**
   * A short transaction of its own, which stands whatever becomes of the job: for what must be written down before something
   * leaves the box.
   */
  readonly transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

/**
 * Due work of one kind, given by a feature (`AppFeature.jobKinds`). Everything but `prepare` runs inside ONE transaction
 * of the tenant, together with the change of the job's state, and must not touch the network: what must leave goes through
 * the outbox. So whenever the process dies, a job has been done wholly or not at all, and outbox rows leave once.
 */
export interface JobKind {
  readonly kind: string;
  /**
   * What becomes of a job that is more than 15 minutes late (the program was down, the tenant suspended): it is still
   * done, once, or it is skipped.
   */
  readonly late: 'once' | 'skip';
  /**
   * Its `prepare` waits for others (a provider's answer): it runs beside the tenant's other work, many at one time, and
   * holds up no other job.
   */
  readonly apart?: true;
  /**
   * What must be known and takes too long for a transaction: long reads, drawings. Runs before it, outside, perhaps more
   * than once for a job; a job that was moved or taken back meanwhile is not run with its result.
   */
  prepare?(job: Job, preparation: Preparation): Promise<unknown>;
  /** Does it. `prepared` is what `prepare` gave. An error undoes it; it is tried again some times. */
  run(tx: Tx, job: Job, services: Services, prepared: unknown): Promise<Again | void>;
  /** It was skipped; a kind that comes regularly says when next. */
  onSkipped?(tx: Tx, job: Job, services: Services): Promise<Again | void>;
  /** It was given up after its last try (its state is `failed`): who waits for it should hear of it. */
  onFailed?(tx: Tx, job: Job, services: Services): Promise<void>;
}
