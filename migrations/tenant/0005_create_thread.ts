import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Conversations with fans, the messages in them, where each is shown, and the desk. */
export const createThread: Migration = {
  number: 5,
  name: 'create_thread',
  kind: 'breaking',
  async up(db) {
    await sql`create table thread (
      id integer primary key autoincrement,
      fan_id integer not null references fan (id) on delete cascade,
      line text not null check (line in ('bot', 'business', 'channel')),
      line_key text not null default '',
      chat_id integer not null,
      waiting_since integer,
      last_fan_message_at integer,
      last_reply_at integer,
      done_at integer,
      created_at integer not null,
      unique (fan_id, line, line_key)
    ) strict`.execute(db);
    await sql`create index thread_waiting on thread (waiting_since) where waiting_since is not null`.execute(
      db,
    );

    await sql`create table message (
      id integer primary key autoincrement,
      thread_id integer not null references thread (id) on delete cascade,
      direction text not null check (direction in ('in', 'out')),
      actor text not null check (actor in ('creator', 'member', 'fan', 'automation', 'operator')),
      author_user_id integer,
      kind text not null,
      text text not null default '',
      entities text,
      media text,
      album_id text,
      answers_message_id integer references message (id) on delete set null,
      delivery text not null
        check (delivery in ('waiting', 'queued', 'delivered', 'merged', 'failed', 'unknown', 'withdrawn')),
      merged_into integer references message (id) on delete set null,
      fan_reaction text,
      creator_reaction text,
      sent_at integer not null,
      edited_at integer,
      deleted_at integer
    ) strict`.execute(db);
    await sql`create index message_thread on message (thread_id, id)`.execute(db);
    await sql`create index message_album on message (album_id) where album_id is not null`.execute(
      db,
    );
    await sql`create index message_undelivered on message (delivery, thread_id, id) where delivery <> 'delivered'`.execute(
      db,
    );
    await sql`create index message_merged on message (merged_into) where merged_into is not null`.execute(
      db,
    );

    await sql`create table message_link (
      message_id integer not null references message (id) on delete cascade,
      side text not null check (side in ('fan', 'desk')),
      role text not null check (role in ('origin', 'copy', 'notice')),
      part integer not null default 0,
      chat_id integer not null,
      chat_message_id integer not null,
      created_at integer not null,
      primary key (chat_id, chat_message_id)
    ) strict, without rowid`.execute(db);
    await sql`create index message_link_message on message_link (message_id, side)`.execute(db);

    await sql`create table desk (
      id integer primary key autoincrement,
      kind text not null check (kind in ('private', 'forum')),
      chat_id integer not null,
      title text,
      active integer not null check (active in (0, 1)),
      created_at integer not null,
      left_at integer
    ) strict`.execute(db);
    await sql`create unique index desk_active on desk (active) where active = 1`.execute(db);

    await sql`create table desk_topic (
      desk_id integer not null references desk (id) on delete cascade,
      thread_id integer not null references thread (id) on delete cascade,
      topic_id integer not null,
      name text not null,
      card_chat_message_id integer,
      card_stale integer not null default 0 check (card_stale in (0, 1)),
      created_at integer not null,
      primary key (desk_id, thread_id),
      unique (desk_id, topic_id)
    ) strict`.execute(db);
    await sql`create index desk_topic_stale on desk_topic (desk_id, thread_id) where card_stale = 1`.execute(
      db,
    );

    await sql`create table desk_pressure (
      desk_id integer not null primary key references desk (id) on delete cascade,
      spacing_ms integer not null,
      paused_until integer not null,
      held_until integer not null,
      digest text not null default 'none' check (digest in ('none', 'live', 'ending')),
      page integer not null default 0,
      chat_message_id integer,
      shown_at integer,
      row_id integer,
      due_at integer
    ) strict`.execute(db);
  },
};
