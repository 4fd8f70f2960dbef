import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** What the bot asked at the desk, which fan a person there looked at last, and how far messages were read. */
export const createPrompt: Migration = {
  number: 9,
  name: 'create_prompt',
  kind: 'additive',
  async up(db) {
    await sql`create table prompt (
      chat_id integer not null,
      chat_message_id integer not null,
      kind text not null,
      ref text not null,
      created_at integer not null,
      primary key (chat_id, chat_message_id)
    ) strict, without rowid`.execute(db);
    await sql`create table focus (
      user_id integer not null primary key,
      fan_id integer not null references fan (id) on delete cascade,
      seen_at integer not null
    ) strict`.execute(db);
    await sql`create index focus_fan on focus (fan_id)`.execute(db);
    await sql`create table message_cursor (
      reader text not null primary key,
      message_id integer not null
    ) strict, without rowid`.execute(db);
    // What was written before there were readers is read at the next start, also where nobody writes any more.
    await sql`insert into job (kind, key, due_at, run_at, created_at)
      select 'read-messages', '', max(sent_at), max(sent_at), max(sent_at) from message having count(*) > 0`.execute(
      db,
    );
  },
};
