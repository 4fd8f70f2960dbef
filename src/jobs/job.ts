import type { JobId } from '#src/core/ids.ts';

/** A job as its kind sees it. */
export interface Job {
  readonly id: JobId;
  readonly kind: string;
  readonly key: string | null;
  readonly urgent: boolean;
  /** When it was to be done (epoch ms); it may be later now. */
  readonly dueAt: number;
  readonly ref: Readonly<Record<string, unknown>>;
  /** Failed tries so far. */
  readonly attempts: number;
  readonly createdAt: number;
}
