import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * The creator's own access to a language model: at most one that is used, and one that is being set up. Numbers are never
 * used again, so that buttons and answers of a former one are known as such.
 */
export const createOwnKey: Migration = {
  number: 25,
  name: 'create_own_key',
  kind: 'additive',
  async up(db) {
    await sql`create table own_key (
      id integer primary key autoincrement,
      state text not null check (state in ('asked', 'used')),
      base_url text,
      model text,
      api_key text,
      user_id integer not null,
      asked_at integer not null,
      open_until integer not null default 0,
      tested_at integer,
      failing_since integer,
      fault text,
      check (state = 'asked'
        or (base_url is not null and model is not null and api_key is not null and tested_at is not null)),
      check ((failing_since is null) = (fault is null))
    ) strict`.execute(db);
    await sql`create unique index own_key_state on own_key (state)`.execute(db);
  },
};
