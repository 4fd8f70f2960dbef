import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** What is remembered of fans: notes, tags, fields that the creator defines, important dates. */
export const createMemory: Migration = {
  number: 11,
  name: 'create_memory',
  kind: 'additive',
  async up(db) {
    await sql`create table note (
      id integer primary key autoincrement,
      fan_id integer not null references fan (id) on delete cascade,
      text text not null,
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      author_user_id integer,
      created_at integer not null,
      changed_at integer
    ) strict`.execute(db);
    await sql`create index note_fan on note (fan_id, id)`.execute(db);
    await sql`create table tag (
      id integer primary key autoincrement,
      key text not null unique,
      name text not null,
      emoji text,
      created_at integer not null
    ) strict`.execute(db);
    await sql`create table fan_tag (
      fan_id integer not null references fan (id) on delete cascade,
      tag_id integer not null references tag (id) on delete cascade,
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      created_at integer not null,
      primary key (fan_id, tag_id)
    ) strict, without rowid`.execute(db);
    await sql`create table merged_tag (
      tag_id integer not null primary key,
      into_tag_id integer not null references tag (id) on delete cascade
    ) strict`.execute(db);
    await sql`create index merged_tag_into on merged_tag (into_tag_id)`.execute(db);
    await sql`create index fan_tag_tag on fan_tag (tag_id, fan_id)`.execute(db);
    await sql`create table field (
      id integer primary key autoincrement,
      key text not null unique,
      name text not null,
      type text not null check (type in ('text', 'number', 'date', 'choice')),
      choices text,
      position integer not null,
      created_at integer not null
    ) strict`.execute(db);
    await sql`create table fan_field (
      fan_id integer not null references fan (id) on delete cascade,
      field_id integer not null references field (id) on delete cascade,
      text_value text,
      number_value real,
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      changed_at integer not null,
      primary key (fan_id, field_id),
      check ((text_value is null) <> (number_value is null))
    ) strict, without rowid`.execute(db);
    await sql`create index fan_field_field on fan_field (field_id, fan_id)`.execute(db);
    await sql`create table important_date (
      id integer primary key autoincrement,
      fan_id integer not null references fan (id) on delete cascade,
      label text not null,
      month integer not null check (month between 1 and 12),
      day integer not null check (day between 1 and 31),
      year integer,
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      created_at integer not null
    ) strict`.execute(db);
    await sql`create index important_date_fan on important_date (fan_id)`.execute(db);
    await sql`create index important_date_day on important_date (month, day)`.execute(db);
  },
};
