import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Replies that the creator saved under a name, and the messages with which one was sent, so that none goes twice. */
export const createSavedReply: Migration = {
  number: 16,
  name: 'create_saved_reply',
  kind: 'additive',
  async up(db) {
    await sql`create table saved_reply (
      id integer primary key autoincrement,
      key text not null unique,
      name text not null,
      kind text not null,
      text text not null default '',
      entities text,
      media text,
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      author_user_id integer,
      used_count integer not null default 0,
      used_at integer,
      created_at integer not null,
      changed_at integer
    ) strict`.execute(db);
    await sql`create index saved_reply_used on saved_reply (used_count desc, id)`.execute(db);
    await sql`create table saved_reply_sent (
      chat_id integer not null,
      chat_message_id integer not null,
      message_id integer not null references message (id) on delete cascade,
      primary key (chat_id, chat_message_id)
    ) strict, without rowid`.execute(db);
    await sql`create index saved_reply_sent_message on saved_reply_sent (message_id)`.execute(db);
  },
};
