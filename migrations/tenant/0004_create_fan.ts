import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Who writes to the creator. */
export const createFan: Migration = {
  number: 4,
  name: 'create_fan',
  kind: 'breaking',
  async up(db) {
    await sql`create table fan (
      id integer primary key autoincrement,
      user_id integer not null unique,
      first_name text not null,
      last_name text,
      username text,
      language_code text,
      reach text not null default 'open' check (reach in ('open', 'blocked', 'gone')),
      reach_at integer,
      source text,
      first_seen_at integer not null,
      last_seen_at integer not null
    ) strict`.execute(db);
    await sql`create index fan_username on fan (lower(username)) where username is not null`.execute(
      db,
    );
  },
};
