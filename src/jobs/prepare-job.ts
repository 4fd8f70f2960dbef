import { errorCode } from '#src/core/error-code.ts';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import type { Job } from '#src/jobs/job.ts';
import { preparationOf } from '#src/jobs/preparation-of.ts';
import type { PreparedJob } from '#src/jobs/run-due.ts';
import type { LongReader } from '#src/storage/long-reader.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';

/** What preparing works with. */
export interface PrepareParts {
  readonly tenantId: TenantId;
  readonly kinds: ReadonlyMap<string, JobKind>;
  readonly services: Services;
  readonly store: TenantStore & LongReader;
  readonly signal: AbortSignal;
}

/**
 * Runs a job's `prepare`. Its failure is a failed try of the job, except when the program stops or the file was let go of:
 * that is thrown.
 */
export async function prepareJob(job: Job, parts: PrepareParts): Promise<PreparedJob> {
  const { tenantId, signal } = parts;
  try {
    const kind = parts.kinds.get(job.kind);
    const value = await kind?.prepare?.(job, preparationOf(tenantId, parts));
    return { job, outcome: { ok: true, value } };
  } catch (error) {
    if (signal.aborted || wasLetGo(error)) throw error;
    return { job, outcome: { ok: false, code: errorCode(error) } };
  }
}

function wasLetGo(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  return ['storage.closed', 'storage.read-cancelled', 'storage.quarantined'].includes(error.code);
}
