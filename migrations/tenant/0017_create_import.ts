import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Tables that people bring along: the file while it is read, and what waits for fans who have not written yet. */
export const createImport: Migration = {
  number: 17,
  name: 'create_import',
  kind: 'additive',
  async up(db) {
    await sql`create table import (
      id integer primary key autoincrement,
      user_id integer not null,
      chat_id integer not null,
      topic_id integer,
      state text not null check (state in ('checking', 'ready', 'running', 'done', 'dropped')),
      file blob,
      read_at integer not null default 0,
      line integer not null default 2,
      applied integer not null default 0,
      waiting integer not null default 0,
      created_at integer not null,
      finished_at integer
    ) strict`.execute(db);
    await sql`create table waiting_fact (
      id integer primary key autoincrement,
      user_id integer,
      handle text,
      facts text not null,
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      author_user_id integer,
      created_at integer not null,
      check ((user_id is null) <> (handle is null))
    ) strict`.execute(db);
    await sql`create index waiting_fact_user on waiting_fact (user_id) where user_id is not null`.execute(
      db,
    );
    await sql`create index waiting_fact_handle on waiting_fact (handle) where handle is not null`.execute(
      db,
    );
  },
};
