import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** What the creator promised to do for a fan, and when. */
export const createFollowup: Migration = {
  number: 12,
  name: 'create_followup',
  kind: 'additive',
  async up(db) {
    await sql`create table followup (
      id integer primary key autoincrement,
      fan_id integer not null references fan (id) on delete cascade,
      text text not null,
      due_at integer not null,
      state text not null default 'open' check (state in ('open', 'done', 'dropped')),
      told_at integer,
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      author_user_id integer,
      created_at integer not null,
      finished_at integer
    ) strict`.execute(db);
    await sql`create index followup_fan on followup (fan_id, due_at) where state = 'open'`.execute(
      db,
    );
    await sql`create index followup_due on followup (due_at) where state = 'open'`.execute(db);
  },
};
