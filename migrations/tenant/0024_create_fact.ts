import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * What fans said about themselves, with the message it comes from, and a summary of each. Both leave with what they stand
 * on, by triggers, whoever deletes or changes it.
 */
export const createFact: Migration = {
  number: 24,
  name: 'create_fact',
  kind: 'additive',
  async up(db) {
    await sql`create table fact (
      id integer primary key autoincrement,
      fan_id integer not null references fan (id) on delete cascade,
      message_id integer not null references message (id) on delete cascade,
      subject text not null
        check (subject in ('name', 'home', 'work', 'studies', 'birthday', 'family', 'pets', 'likes', 'plans', 'other')),
      text text not null,
      actor text not null check (actor in ('creator', 'member', 'automation')),
      author_user_id integer,
      created_at integer not null,
      changed_at integer
    ) strict`.execute(db);
    await sql`create index fact_fan on fact (fan_id, id)`.execute(db);
    await sql`create index fact_message on fact (message_id)`.execute(db);

    await sql`create table fact_gone (
      id integer primary key autoincrement,
      fan_id integer not null references fan (id) on delete cascade,
      marks text not null,
      created_at integer not null
    ) strict`.execute(db);
    await sql`create index fact_gone_fan on fact_gone (fan_id)`.execute(db);

    await sql`create table fan_summary (
      fan_id integer not null primary key references fan (id) on delete cascade,
      message_id integer not null,
      text text not null,
      actor text not null check (actor in ('creator', 'member', 'automation')),
      author_user_id integer,
      created_at integer not null
    ) strict`.execute(db);

    await sql`create table fact_reading (
      thread_id integer not null primary key references thread (id) on delete cascade,
      message_id integer not null
    ) strict`.execute(db);

    // A summary stands on every message up to its own; what a person wrote stands by itself, until a message is deleted.
    await sql`create trigger fan_summary_message_deleted before delete on message begin
      delete from fan_summary
        where fan_id = (select fan_id from thread where id = old.thread_id) and message_id >= old.id;
    end`.execute(db);
    await sql`create trigger fact_message_changed after update of text, deleted_at on message
      when old.text is not new.text or (old.deleted_at is null) <> (new.deleted_at is null) begin
      delete from fact
        where message_id = new.id and (actor = 'automation' or new.deleted_at is not null);
      delete from fan_summary
        where fan_id = (select fan_id from thread where id = new.thread_id)
          and message_id >= new.id and actor = 'automation';
      update fact_reading set message_id = new.id - 1
        where thread_id = new.thread_id and message_id >= new.id and new.direction = 'in';
    end`.execute(db);
    // What was said before there were facts concerns nobody who watches for new messages.
    await sql`insert into message_cursor (reader, message_id)
      select 'facts', max(id) from message having count(*) > 0`.execute(db);
  },
};
