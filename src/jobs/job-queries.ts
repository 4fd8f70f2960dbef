import { type Selectable, sql } from 'kysely';
import type { JobId } from '#src/core/ids.ts';
import type { Job } from '#src/jobs/job.ts';
import type { JobTable } from '#src/jobs/tables.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

// States are written as literals: SQLite uses a partial index only when it can read its condition in the statement.

/** Jobs that are left out. */
export interface Without {
  readonly ids: readonly JobId[];
  readonly kinds: readonly string[];
}

/** The first job that is due, urgent ones or others, longest due first. */
export async function firstDue(
  reader: Reader,
  urgent: boolean,
  now: number,
  without: Without,
): Promise<Job | undefined> {
  const row = await waiting(reader, urgent, without)
    .selectAll()
    .where('run_at', '<=', now)
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && toJob(row);
}

/** When the next job is to be tried; null when none waits. */
export async function nextRunAt(
  reader: Reader,
  without: Without = { ids: [], kinds: [] },
): Promise<number | null> {
  const times: number[] = [];
  for (const urgent of [true, false]) {
    const row = await waiting(reader, urgent, without)
      .select('run_at')
      .orderBy('run_at')
      .limit(1)
      .executeTakeFirst();
    if (row) times.push(row.run_at);
  }
  return times.length > 0 ? Math.min(...times) : null;
}

/** One job that waits. */
export async function waitingJob(reader: Reader, id: JobId): Promise<Job | undefined> {
  const row = await reader.db
    .selectFrom('job')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', sql.lit('waiting'))
    .executeTakeFirst();
  return row && toJob(row);
}

/** Whether a job of this kind and key waits. */
export async function isWaiting(reader: Reader, kind: string, key: string): Promise<boolean> {
  const row = await reader.db
    .selectFrom('job')
    .select('id')
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('state', '=', sql.lit('waiting'))
    .executeTakeFirst();
  return row !== undefined;
}

/** Changes of a job's state. */
export type JobChange = Partial<
  Pick<
    Selectable<JobTable>,
    'state' | 'due_at' | 'run_at' | 'attempts' | 'last_error' | 'finished_at'
  >
>;

/** Changes one job. */
export async function changeJob(tx: Tx, id: JobId, change: JobChange): Promise<void> {
  await tx.db.updateTable('job').set(change).where('id', '=', id).execute();
}

/** A job that was given up, until a person decides. */
export interface FailedJob {
  readonly id: JobId;
  readonly kind: string;
  readonly attempts: number;
  /** Code of the last error. */
  readonly error: string;
  /** When it was given up (epoch ms). */
  readonly failedAt: number;
}

/** Jobs that were given up, oldest first. */
export async function failedJobs(reader: Reader): Promise<FailedJob[]> {
  const rows = await reader.db
    .selectFrom('job')
    .select(['id', 'kind', 'attempts', 'last_error', 'finished_at', 'due_at'])
    .where('state', '=', sql.lit('failed'))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    attempts: row.attempts,
    error: row.last_error ?? 'unknown',
    failedAt: row.finished_at ?? row.due_at,
  }));
}

/** How many jobs of a kind were given up. */
export interface FailedKind {
  readonly kind: string;
  readonly count: number;
}

/** The kinds of which jobs were given up, by name. */
export async function failedKinds(reader: Reader): Promise<FailedKind[]> {
  return await reader.db
    .selectFrom('job')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('count')])
    .where('state', '=', sql.lit('failed'))
    .groupBy('kind')
    .orderBy('kind')
    .execute();
}

/**
 * A person wants a job tried again that was given up: it is due now, with all its tries. Where another waits under its key,
 * that one does its work. False when it was not given up.
 */
export async function retryJob(tx: Tx, id: JobId, now: number): Promise<boolean> {
  const row = await tx.db
    .selectFrom('job')
    .select(['kind', 'key'])
    .where('id', '=', id)
    .where('state', '=', sql.lit('failed'))
    .executeTakeFirst();
  if (!row) return false;
  if (row.key !== null && (await isWaiting(tx, row.kind, row.key))) return await dropJob(tx, id);
  await changeJob(tx, id, {
    state: 'waiting',
    due_at: now,
    run_at: now,
    attempts: 0,
    last_error: null,
    finished_at: null,
  });
  tx.noteDue(now);
  return true;
}

/** Forgets a job that was given up; false when it was not. */
export async function dropJob(tx: Tx, id: JobId): Promise<boolean> {
  const gone = await tx.db
    .deleteFrom('job')
    .where('id', '=', id)
    .where('state', '=', sql.lit('failed'))
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

/** Forgets at most `limit` jobs that ended before this time (epoch ms), never those that failed. */
export async function purgeEnded(tx: Tx, before: number, limit: number): Promise<void> {
  await tx.db
    .deleteFrom('job')
    .where('id', 'in', (old) =>
      old
        .selectFrom('job')
        .select('id')
        .where(sql<boolean>`state in ('done', 'skipped')`)
        .where('finished_at', '<', before)
        .limit(limit),
    )
    .execute();
}

function waiting(reader: Reader, urgent: boolean, { ids, kinds }: Without) {
  return reader.db
    .selectFrom('job')
    .where('state', '=', sql.lit('waiting'))
    .where('urgent', '=', urgent ? 1 : 0)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
    .$if(kinds.length > 0, (query) => query.where('kind', 'not in', kinds));
}

function toJob(row: Selectable<JobTable>): Job {
  return {
    id: row.id,
    kind: row.kind,
    key: row.key,
    urgent: row.urgent === 1,
    dueAt: row.due_at,
    ref: row.ref === null ? {} : (JSON.parse(row.ref) as Record<string, unknown>),
    attempts: row.attempts,
    createdAt: row.created_at,
  };
}
