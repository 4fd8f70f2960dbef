import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * Tables that people bring along: the file in pieces, rows that are next, what waits for fans who have not written yet.
 * And exports while they are written.
 */
export const createImport: Migration = {
  number: 17,
  name: 'create_import',
  kind: 'additive',
  async up(db) {
    await sql`create table import_run (
      id integer primary key autoincrement,
      user_id integer not null,
      chat_id integer not null,
      topic_id integer,
      chat_message_id integer,
      state text not null check (state in ('checking', 'ready', 'running', 'done', 'dropped')),
      columns text,
      read_at integer,
      line integer not null default 2,
      rows integer not null default 0,
      applied integer not null default 0,
      waiting integer not null default 0,
      misfits integer not null default 0,
      told integer not null default 0,
      created_at integer not null,
      finished_at integer
    ) strict`.execute(db);
    await sql`create table import_piece (
      import_id integer not null references import_run (id) on delete cascade,
      place integer not null,
      bytes blob not null,
      primary key (import_id, place)
    ) strict`.execute(db);
    await sql`create table import_row (
      id integer primary key autoincrement,
      import_id integer not null references import_run (id) on delete cascade,
      said text not null
    ) strict`.execute(db);
    await sql`create index import_row_import on import_row (import_id, id)`.execute(db);
    await sql`create table waiting_fact (
      id integer primary key autoincrement,
      user_id integer,
      handle text,
      facts text not null,
      author_user_id integer not null,
      created_at integer not null,
      check ((user_id is null) <> (handle is null))
    ) strict`.execute(db);
    await sql`create index waiting_fact_user on waiting_fact (user_id) where user_id is not null`.execute(
      db,
    );
    await sql`create index waiting_fact_handle on waiting_fact (handle) where handle is not null`.execute(
      db,
    );
    await sql`create table export_run (
      id integer primary key autoincrement,
      user_id integer not null,
      state text not null check (state in ('running', 'done', 'failed')),
      fields text not null,
      progress text not null,
      file_id integer,
      created_at integer not null,
      finished_at integer
    ) strict`.execute(db);
  },
};
