import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Due work: what is to be done at a time, by itself. */
export const createJob: Migration = {
  number: 8,
  name: 'create_job',
  kind: 'additive',
  async up(db) {
    await sql`create table job (
      id integer primary key autoincrement,
      kind text not null,
      key text,
      urgent integer not null default 0 check (urgent in (0, 1)),
      due_at integer not null,
      run_at integer not null,
      ref text,
      state text not null default 'waiting' check (state in ('waiting', 'done', 'skipped', 'failed')),
      attempts integer not null default 0,
      last_error text,
      created_at integer not null,
      finished_at integer
    ) strict`.execute(db);
    await sql`create unique index job_key on job (kind, key) where state = 'waiting'`.execute(db);
    await sql`create index job_waiting on job (urgent, run_at, id) where state = 'waiting'`.execute(
      db,
    );
    await sql`create index job_failed on job (id) where state = 'failed'`.execute(db);
    await sql`create index job_finished on job (finished_at) where state in ('done', 'skipped')`.execute(
      db,
    );
  },
};
