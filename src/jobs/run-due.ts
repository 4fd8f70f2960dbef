import { errorCode, isStorageFault } from '#src/core/error-code.ts';
import { AppError } from '#src/core/errors.ts';
import type { Services } from '#src/core/services.ts';
import type { Again, JobKind } from '#src/jobs/job-kind.ts';
import {
  changeJob,
  firstDue,
  isWaiting,
  nextRunAt,
  purgeEnded,
  waitingJob,
  type Without,
} from '#src/jobs/job-queries.ts';
import type { Job } from '#src/jobs/job.ts';
import { afterFailedTry, comesAgainAt, isTooLate } from '#src/jobs/rules.ts';
import type { Tx } from '#src/storage/reader.ts';

/** Jobs in one transaction, and how long they may hold the event loop before others have their turn. */
const mostJobs = 16;
const mostMs = 5;
const keepEndedMs = 7 * 24 * 60 * 60 * 1_000;
const purgeAtOnce = 200;

/** A job whose `prepare` has run, and how that ended. */
export interface PreparedJob {
  readonly job: Job;
  readonly outcome:
    | { readonly ok: true; readonly value: unknown }
    | { readonly ok: false; readonly code: string };
}

/** What a pass works with. */
export interface PassParts {
  readonly kinds: ReadonlyMap<string, JobKind>;
  readonly services: Services;
  /** Jobs that were prepared for this pass. */
  readonly prepared: readonly PreparedJob[];
  /** Jobs that are not its business: they are prepared at this moment. */
  readonly without: Without;
  /** Only jobs for which a person waits. */
  readonly urgentOnly: boolean;
}

/** What a pass has done, and what remains. */
export interface PassResult {
  readonly ran: number;
  /** This job is next and must be prepared first. */
  readonly toPrepare: Job | null;
  /** When the next job is to be tried (epoch ms); the past when more is due. */
  readonly nextAt: number | null;
}

/** Does some of what is due in one transaction, each job in a savepoint of its own. A fault of the file is thrown. */
export async function runDue(tx: Tx, parts: PassParts): Promise<PassResult> {
  const { clock } = parts.services;
  const began = clock.steady();
  let ran = 0;
  let toPrepare: Job | null = null;
  for (const prepared of parts.prepared) if (await runPrepared(tx, prepared, parts)) ran += 1;
  while (ran < mostJobs && clock.steady() - began < mostMs) {
    const job = await nextJob(tx, parts);
    if (!job) break;
    if (needsPreparation(job, parts)) {
      toPrepare = job;
      break;
    }
    await runJob(tx, job, { ok: true, value: undefined }, parts);
    ran += 1;
  }
  if (ran > 0) await purgeEnded(tx, clock.now() - keepEndedMs, purgeAtOnce);
  return { ran, toPrepare, nextAt: await nextRunAt(tx, parts.without) };
}

async function nextJob(tx: Tx, parts: PassParts): Promise<Job | undefined> {
  const { services, urgentOnly, without } = parts;
  const now = services.clock.now();
  const urgent = await firstDue(tx, true, now, without);
  return urgent || urgentOnly ? urgent : firstDue(tx, false, now, without);
}

function needsPreparation(job: Job, { kinds, services }: PassParts): boolean {
  const kind = kinds.get(job.kind);
  return kind?.prepare !== undefined && !isTooLate(kind.late, job.dueAt, services.clock.now());
}

/** Whether the job still is what it was when it was prepared, so that it was run. */
async function runPrepared(tx: Tx, prepared: PreparedJob, parts: PassParts): Promise<boolean> {
  const job = await waitingJob(tx, prepared.job.id);
  if (!job || JSON.stringify(job) !== JSON.stringify(prepared.job)) return false;
  await runJob(tx, job, prepared.outcome, parts);
  return true;
}

async function runJob(
  tx: Tx,
  job: Job,
  prepared: PreparedJob['outcome'],
  parts: PassParts,
): Promise<void> {
  const { services, kinds } = parts;
  if (!prepared.ok) {
    await failTry(tx, job, prepared.code, parts);
    return;
  }
  const kind = kinds.get(job.kind);
  try {
    if (!kind) {
      throw new AppError('jobs.unknown-kind', 'permanent', 'No feature does this kind of work.');
    }
    const finished_at = services.clock.now();
    const skip = isTooLate(kind.late, job.dueAt, finished_at);
    await tx.savepoint(async () => {
      // Marked first: what it schedules under its own key is another job.
      await changeJob(tx, job.id, { state: skip ? 'skipped' : 'done', finished_at });
      const told = skip
        ? await kind.onSkipped?.(tx, job, services)
        : await kind.run(tx, job, services, prepared.value);
      if (told) await comeAgain(tx, job, told, finished_at);
    });
    if (skip) services.log.info('jobs.skipped', { tenantId: tx.tenantId, kind: job.kind });
  } catch (error) {
    if (isStorageFault(error)) throw error;
    await failTry(tx, job, errorCode(error), parts);
  }
}

async function comeAgain(tx: Tx, job: Job, { again }: Again, now: number): Promise<void> {
  // It has scheduled itself, perhaps for sooner; that stands.
  if (job.key !== null && (await isWaiting(tx, job.kind, job.key))) return;
  const at = comesAgainAt(again, now);
  await changeJob(tx, job.id, {
    state: 'waiting',
    due_at: at,
    run_at: at,
    attempts: 0,
    last_error: null,
    finished_at: null,
  });
}

async function failTry(tx: Tx, job: Job, code: string, parts: PassParts): Promise<void> {
  const { clock, log } = parts.services;
  const attempts = job.attempts + 1;
  const after = afterFailedTry(attempts, job.urgent);
  const line = { tenantId: tx.tenantId, job: job.id, kind: job.kind, code, tries: attempts };
  if (after !== 'give-up') {
    log.warn('jobs.failed-try', line);
    const run_at = clock.now() + after.waitMs;
    await changeJob(tx, job.id, { attempts, last_error: code, run_at });
    return;
  }
  log.error('jobs.given-up', line);
  const finished_at = clock.now();
  await changeJob(tx, job.id, { state: 'failed', attempts, last_error: code, finished_at });
  try {
    await tx.savepoint(async () => parts.kinds.get(job.kind)?.onFailed?.(tx, job, parts.services));
  } catch (error) {
    if (isStorageFault(error)) throw error;
    log.error('jobs.failure-not-told', { ...line, code: errorCode(error) });
  }
}
