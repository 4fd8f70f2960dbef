import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * Running totals for the books: how many updates and messages were ever written, how far the messages have come, and
 * how many of these rows are no longer there. Kept by triggers, so in the transaction of whatever changes a row.
 */
export const createTally: Migration = {
  number: 7,
  name: 'create_tally',
  kind: 'additive',
  async up(db) {
    await sql`create table tally (
      ledger text not null check (ledger in ('update', 'in', 'out')),
      state text not null,
      count integer not null default 0,
      purged integer not null default 0,
      primary key (ledger, state)
    ) strict, without rowid`.execute(db);
    await sql`insert into tally (ledger, state, count) values ('update', '', 0), ('in', '', 0), ('out', '', 0)`.execute(
      db,
    );
    await sql`update tally set count = (select count(*) from stored_update) where ledger = 'update'`.execute(
      db,
    );
    await sql`update tally set count = (select count(*) from message where direction = ledger) where ledger <> 'update'`.execute(
      db,
    );
    await sql`insert into tally (ledger, state, count)
      select direction, delivery, count(*) from message group by direction, delivery`.execute(db);

    await sql`create trigger tally_update_stored after insert on stored_update begin
      update tally set count = count + 1 where ledger = 'update' and state = '';
    end`.execute(db);
    await sql`create trigger tally_update_purged after delete on stored_update begin
      insert into tally (ledger, state, purged)
        values ('update', iif(old.state = 'done' and old.last_error = 'dropped', 'dropped', old.state), 1)
        on conflict (ledger, state) do update set purged = purged + 1;
    end`.execute(db);
    await sql`create trigger tally_message_written after insert on message begin
      insert into tally (ledger, state, count) values (new.direction, '', 1), (new.direction, new.delivery, 1)
        on conflict (ledger, state) do update set count = count + 1;
    end`.execute(db);
    await sql`create trigger tally_message_moved after update of delivery on message
      when old.delivery <> new.delivery begin
      update tally set count = count - 1 where ledger = old.direction and state = old.delivery;
      insert into tally (ledger, state, count) values (new.direction, new.delivery, 1)
        on conflict (ledger, state) do update set count = count + 1;
    end`.execute(db);
    // What is deleted before it was sent, with its fan, will never be sent.
    await sql`create trigger tally_message_erased after delete on message
      when old.delivery in ('waiting', 'queued') begin
      update tally set count = count - 1 where ledger = old.direction and state = old.delivery;
      insert into tally (ledger, state, count, purged) values (old.direction, 'erased', 1, 1)
        on conflict (ledger, state) do update set count = count + 1, purged = purged + 1;
    end`.execute(db);
    await sql`create trigger tally_message_purged after delete on message
      when old.delivery not in ('waiting', 'queued') begin
      insert into tally (ledger, state, purged) values (old.direction, old.delivery, 1)
        on conflict (ledger, state) do update set purged = purged + 1;
    end`.execute(db);
  },
};
