import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Durable in: updates as Telegram delivered them, until they are done. */
export const createUpdate: Migration = {
  number: 2,
  name: 'create_update',
  kind: 'breaking',
  async up(db) {
    await sql`create table stored_update (
      id integer primary key autoincrement,
      bot_id integer not null,
      update_id integer not null,
      lane text not null,
      kind text not null,
      payload text,
      state text not null default 'waiting' check (state in ('waiting', 'done', 'parked')),
      attempts integer not null default 0,
      not_before integer not null default 0,
      last_error text,
      received_at integer not null,
      finished_at integer,
      unique (bot_id, update_id)
    ) strict`.execute(db);
    await sql`create index stored_update_open on stored_update (id) where state = 'waiting'`.execute(
      db,
    );
    await sql`create index stored_update_retry on stored_update (not_before) where state = 'waiting' and not_before > 0`.execute(
      db,
    );
    await sql`create index stored_update_parked on stored_update (id) where state = 'parked'`.execute(
      db,
    );
    await sql`create index stored_update_finished on stored_update (finished_at) where state = 'done'`.execute(
      db,
    );
  },
};
