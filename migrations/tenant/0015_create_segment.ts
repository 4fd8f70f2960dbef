import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Saved filters over fans, and the one that each person at the desk is building. */
export const createSegment: Migration = {
  number: 15,
  name: 'create_segment',
  kind: 'additive',
  async up(db) {
    await sql`create table segment (
      id integer primary key autoincrement,
      key text not null unique,
      name text not null,
      filter text not null,
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      created_at integer not null,
      changed_at integer
    ) strict`.execute(db);
    await sql`create table segment_draft (
      user_id integer not null primary key,
      version integer not null,
      segment_id integer references segment (id) on delete set null,
      filter text not null,
      opened_at integer not null,
      changed_at integer not null
    ) strict`.execute(db);
    await sql`create index segment_draft_segment on segment_draft (segment_id)`.execute(db);

    // What filters ask of all fans, and little else: to count through these decrypts a third of what the tables would take.
    // A message changes their entries in place, on one page each.
    await sql`create index fan_facts on fan
      (first_seen_at, last_seen_at, reach, language_code, source, (username is not null))`.execute(
      db,
    );
    await sql`create index fan_gone on fan (id) where reach = 'gone'`.execute(db);
    await sql`create index fan_activity_facts on fan_activity
      (fan_id, stage, score, in_count, out_count, recent_count)`.execute(db);
    await sql`create index fan_field_value on fan_field (field_id, text_value, number_value)`.execute(
      db,
    );
    // In its old order, but with the fan.
    await sql`drop index thread_waiting`.execute(db);
    await sql`create index thread_waiting on thread (waiting_since, id, fan_id)
      where waiting_since is not null`.execute(db);
  },
};
