import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Threads that the inbox leaves out for a while. */
export const createSnooze: Migration = {
  number: 13,
  name: 'create_snooze',
  kind: 'additive',
  async up(db) {
    await sql`create table snooze (
      thread_id integer not null primary key references thread (id) on delete cascade,
      until_at integer,
      created_at integer not null
    ) strict`.execute(db);
    await sql`create index snooze_until on snooze (until_at) where until_at is not null`.execute(
      db,
    );
  },
};
