import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * Who waits, with what the inbox is ordered and filtered by, in one narrow table that triggers keep true; and the threads
 * that it leaves out for a while.
 */
export const createInbox: Migration = {
  number: 13,
  name: 'create_inbox',
  kind: 'additive',
  async up(db) {
    await sql`create table inbox_entry (
      waiting_since integer not null,
      thread_id integer not null,
      fan_id integer not null references fan (id) on delete cascade,
      stage text,
      score integer not null,
      primary key (waiting_since, thread_id)
    ) strict, without rowid`.execute(db);
    await sql`create index inbox_entry_fan on inbox_entry (fan_id)`.execute(db);
    await sql`create table snooze (
      thread_id integer not null primary key references thread (id) on delete cascade,
      until_at integer,
      created_at integer not null
    ) strict`.execute(db);
    await sql`create index snooze_until on snooze (until_at) where until_at is not null`.execute(
      db,
    );

    await sql`create trigger inbox_thread_opened after insert on thread when new.waiting_since is not null begin
      ${entriesOf('thread.id = new.id')}
    end`.execute(db);
    await sql`create trigger inbox_thread_waits after update of waiting_since on thread
      when old.waiting_since is not new.waiting_since begin
      delete from inbox_entry where waiting_since = old.waiting_since and thread_id = old.id;
      ${entriesOf('thread.id = new.id')}
    end`.execute(db);
    await sql`create trigger inbox_fan_reached after update of reach on fan when old.reach <> new.reach begin
      delete from inbox_entry where fan_id = new.id;
      ${entriesOf('thread.fan_id = new.id')}
    end`.execute(db);
    for (const event of ['insert', 'update of stage, score'] as const) {
      const name = sql.raw(event === 'insert' ? 'inbox_fan_active' : 'inbox_fan_restaged');
      await sql`create trigger ${name} after ${sql.raw(event)} on fan_activity begin
        update inbox_entry set stage = new.stage, score = new.score
        where fan_id = new.fan_id and (stage is not new.stage or score <> new.score);
      end`.execute(db);
    }
    await sql`${entriesOf('true')}`.execute(db);
  },
};

/** Lists the threads that wait and whose fans can be reached. */
function entriesOf(which: string) {
  return sql.raw(`insert into inbox_entry (waiting_since, thread_id, fan_id, stage, score)
    select thread.waiting_since, thread.id, thread.fan_id, fan_activity.stage,
      coalesce(fan_activity.score, 0)
    from thread join fan on fan.id = thread.fan_id left join fan_activity on fan_activity.fan_id = thread.fan_id
    where ${which} and thread.waiting_since is not null and fan.reach = 'open';`);
}
