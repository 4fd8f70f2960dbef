import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Files that travel with outbox rows: kept in pieces, gone as soon as their row has ended well. */
export const createOutboxFile: Migration = {
  number: 18,
  name: 'create_outbox_file',
  kind: 'additive',
  async up(db) {
    await sql`create table outbox_file (
      id integer primary key autoincrement,
      outbox_id integer references outbox (id) on delete cascade,
      name text not null,
      created_at integer not null
    ) strict`.execute(db);
    await sql`create index outbox_file_row on outbox_file (outbox_id) where outbox_id is not null`.execute(
      db,
    );
    await sql`create index outbox_file_created on outbox_file (created_at)`.execute(db);
    await sql`create table outbox_file_piece (
      file_id integer not null references outbox_file (id) on delete cascade,
      place integer not null,
      bytes blob not null,
      primary key (file_id, place)
    ) strict`.execute(db);
    await sql`create trigger outbox_file_ended after update of state on outbox
      when new.state in ('sent', 'cancelled')
      begin delete from outbox_file where outbox_id = new.id; end`.execute(db);
  },
};
