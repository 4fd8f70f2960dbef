import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** What fans and the creator did: counts by fan and by time, stages, response times. */
export const createActivity: Migration = {
  number: 10,
  name: 'create_activity',
  kind: 'additive',
  async up(db) {
    await sql`create table fan_activity (
      fan_id integer not null primary key references fan (id) on delete cascade,
      in_count integer not null default 0,
      out_count integer not null default 0,
      recent_count integer not null default 0,
      last_in_at integer,
      last_out_at integer,
      asked_at integer,
      stage text not null default 'new' check (stage in ('new', 'active', 'vip', 'cooling', 'lost')),
      stage_since integer not null,
      score integer not null default 0,
      check_at integer
    ) strict`.execute(db);
    // Every fan is in a stage from the first contact on: new, with the score of who is, looked at again when the first stage
    // may change at the earliest (a day).
    const fresh = (from: string) =>
      sql.raw(`insert into fan_activity (fan_id, stage_since, score, check_at)
      select id, first_seen_at, 40, first_seen_at + 86400000 from ${from};`);
    await sql`create trigger activity_fan_came after insert on fan begin
      ${fresh('(select new.id as id, new.first_seen_at as first_seen_at)')}
    end`.execute(db);
    await sql`${fresh('fan')}`.execute(db);
    await sql`insert into job (kind, key, due_at, run_at, created_at)
      select 'stages', '', min(check_at), min(check_at), min(check_at) from fan_activity having count(*) > 0`.execute(
      db,
    );
    await sql`create index fan_activity_check on fan_activity (check_at) where check_at is not null`.execute(
      db,
    );
    await sql`create table fan_day (
      fan_id integer not null references fan (id) on delete cascade,
      day integer not null,
      in_count integer not null default 0,
      out_count integer not null default 0,
      primary key (fan_id, day)
    ) strict, without rowid`.execute(db);
    await sql`create table quarter (
      at integer not null,
      direction text not null check (direction in ('in', 'out')),
      count integer not null,
      primary key (at, direction)
    ) strict, without rowid`.execute(db);
    await sql`create table response (
      id integer primary key,
      thread_id integer not null references thread (id) on delete cascade,
      asked_at integer not null,
      answered_at integer not null
    ) strict`.execute(db);
    await sql`create index response_answered on response (answered_at)`.execute(db);
    await sql`create index response_thread on response (thread_id)`.execute(db);
  },
};
