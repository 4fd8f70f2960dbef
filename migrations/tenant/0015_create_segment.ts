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
      changed_at integer not null
    ) strict`.execute(db);
    await sql`create index segment_draft_segment on segment_draft (segment_id)`.execute(db);
  },
};
