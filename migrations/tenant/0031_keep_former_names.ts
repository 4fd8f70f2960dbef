import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * What fans and choices of fields were called before, so that who or what is meant by an old name is found; filters, and what
 * waits of an import, know up to which change of a choice they are. Fields that are gone while what they said of fans is being
 * forgotten. And an index by which the inbox has the most important first without sorting all who wait.
 */
export const keepFormerNames: Migration = {
  number: 31,
  name: 'keep_former_names',
  kind: 'additive',
  async up(db) {
    await sql`create table former_handle (
      fan_id integer not null references fan (id) on delete cascade,
      handle text not null,
      left_at integer not null,
      primary key (fan_id, handle)
    ) strict, without rowid`.execute(db);
    await sql`create index former_handle_handle on former_handle (handle, left_at)`.execute(db);
    await sql`create table choice_change (
      id integer primary key autoincrement,
      field_id integer not null references field (id) on delete cascade,
      was text not null,
      becomes text,
      pending integer not null check (pending in (0, 1))
    ) strict`.execute(db);
    await sql`create index choice_change_field on choice_change (field_id)`.execute(db);
    for (const table of ['segment', 'segment_draft', 'waiting_fact']) {
      await sql`alter table ${sql.table(table)}
        add column choice_change_id integer not null default 0`.execute(db);
    }
    await sql`alter table field
      add column gone integer not null default 0 check (gone in (0, 1))`.execute(db);
    await sql`create index inbox_entry_score
      on inbox_entry (score desc, waiting_since, thread_id, stage, fan_id)`.execute(db);
  },
};
