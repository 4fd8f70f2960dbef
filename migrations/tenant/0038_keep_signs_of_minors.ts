import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * Signs that a fan may be a minor, and who said that the fan is an adult. What was said stays said: the row goes with its fan, not
 * with the message.
 */
export const keepSignsOfMinors: Migration = {
  number: 38,
  name: 'keep_signs_of_minors',
  kind: 'additive',
  async up(db) {
    await sql`create table fan_care (
      fan_id integer not null references fan (id) on delete cascade,
      kind text not null check (kind in ('possible-minor')),
      message_id integer not null,
      seen_at integer not null,
      cleared_up_to integer,
      cleared_by integer,
      cleared_actor text check (cleared_actor in ('creator', 'member')),
      cleared_at integer,
      primary key (fan_id, kind)
    ) strict, without rowid`.execute(db);

    // What was written before is read as soon as the program runs, though nobody writes any more.
    await sql`insert into job (kind, key, due_at, run_at, created_at)
      select 'read-messages', '', max(sent_at), max(sent_at), max(sent_at) from message having count(*) > 0
      on conflict do nothing`.execute(db);
  },
};
