import { sql } from 'kysely';
import type { Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';

/** A job to be. */
export interface NewJob {
  readonly kind: string;
  /** One job of a kind and key waits at most: scheduling again moves it. Without a key there may be any number. */
  readonly key?: string;
  /** Epoch ms; past times are due at once. */
  readonly dueAt: number;
  /** Ids for its kind; never a text of a person. */
  readonly ref?: Readonly<Record<string, unknown>>;
  /** A person waits for it: it goes before all others of the tenant. */
  readonly urgent?: boolean;
  /** One that waits under the key stays as it is, and nothing is written: for work that only has to come some time. */
  readonly keep?: boolean;
}

const selectWaiting = statement((db, given: { kind: string; key: string }) =>
  db
    .selectFrom('job')
    .select('id')
    .where('kind', '=', given.kind)
    .where('key', '=', given.key)
    .where('state', '=', sql.lit('waiting')),
);

/** Writes a job in the caller's transaction, or moves the one that waits under its key. `now` in epoch ms. */
export async function schedule(tx: Tx, job: NewJob, now: number): Promise<void> {
  const { kind, key } = job;
  // Every message asks for the same few jobs: to look costs a third of an insert that changes nothing.
  if (job.keep && key !== undefined && (await selectWaiting.first(tx, { kind, key }))) return;
  const values = {
    due_at: job.dueAt,
    run_at: job.dueAt,
    ref: job.ref ? JSON.stringify(job.ref) : null,
    urgent: job.urgent ? (1 as const) : (0 as const),
    attempts: 0,
    last_error: null,
  };
  const written = await tx.db
    .insertInto('job')
    .values({
      ...values,
      kind: job.kind,
      key: job.key ?? null,
      created_at: now,
      finished_at: null,
    })
    .onConflict((conflict) => {
      const waiting = conflict.columns(['kind', 'key']).where('state', '=', sql.lit('waiting'));
      return job.keep ? waiting.doNothing() : waiting.doUpdateSet(values);
    })
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 0n) tx.noteDue(job.dueAt);
}

/** Takes a job back that waits; false when none does under this key. */
export async function unschedule(tx: Tx, kind: string, key: string): Promise<boolean> {
  const gone = await tx.db
    .deleteFrom('job')
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('state', '=', sql.lit('waiting'))
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
