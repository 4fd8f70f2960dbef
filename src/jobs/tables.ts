import type { Generated } from 'kysely';
import type { JobId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    job: JobTable;
  }
}

/**
 * Work that is to be done at a time, by itself.
 *
 * State: `waiting` (also between tries) -> `done` | `skipped` (too late to be of use) | `failed` (given up after some
 * tries; kept until a person tries it again or drops it: `tenant parked`). A job that comes again stays `waiting` with its next time.
 *
 * - The change of the state commits together with everything that the job has done.
 * - At most one job of a kind with the same key waits. Jobs without a key are as many as were asked for.
 * - `run_at` is `due_at`, or later while a try has failed.
 */
export interface JobTable {
  id: Generated<JobId>;
  /** Which JobKind does it. */
  kind: string;
  key: string | null;
  /** 1: a person waits for it; before all others, and whatever the clock did. */
  urgent: Generated<0 | 1>;
  /** Epoch ms at which it was to be done. */
  due_at: number;
  /** Epoch ms before which it is not tried (again). */
  run_at: number;
  /** The kind's own ids as JSON, never a text of a person. */
  ref: string | null;
  state: Generated<'waiting' | 'done' | 'skipped' | 'failed'>;
  /** Failed tries. */
  attempts: Generated<number>;
  /** Code of the last error; never its text. */
  last_error: string | null;
  created_at: number;
  finished_at: number | null;
}
