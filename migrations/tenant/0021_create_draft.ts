import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Drafts of replies, what they offer, and which messages came of them. */
export const createDraft: Migration = {
  number: 21,
  name: 'create_draft',
  kind: 'additive',
  async up(db) {
    await sql`create table draft (
      id integer primary key autoincrement,
      thread_id integer not null references thread (id) on delete cascade,
      message_id integer not null references message (id) on delete cascade,
      state text not null
        check (state in ('wanted', 'shown', 'sent', 'edited', 'dismissed', 'stale', 'failed')),
      source text check (source in ('local', 'llm')),
      asked_by integer,
      chat_id integer,
      chat_message_id integer,
      has_buttons integer not null default 0 check (has_buttons in (0, 1)),
      round integer not null default 0,
      language text,
      notice text
        check (notice in ('possible-minor', 'distress', 'spending', 'used-up', 'unavailable', 'unfit')),
      receipt text,
      created_at integer not null,
      shown_at integer,
      ended_at integer,
      final_message_id integer references message (id) on delete set null,
      distance real
    ) strict`.execute(db);
    await sql`create unique index draft_open on draft (thread_id) where state in ('wanted', 'shown')`.execute(
      db,
    );
    await sql`create index draft_thread on draft (thread_id, id)`.execute(db);
    await sql`create index draft_message on draft (message_id)`.execute(db);
    await sql`create index draft_final_message on draft (final_message_id) where final_message_id is not null`.execute(
      db,
    );

    await sql`create table draft_choice (
      draft_id integer not null references draft (id) on delete cascade,
      place integer not null,
      round integer not null,
      text text not null,
      entities text,
      origin text not null check (origin in ('past-answer', 'saved-reply', 'llm', 'edited')),
      ref integer,
      primary key (draft_id, place)
    ) strict, without rowid`.execute(db);

    await sql`create table draft_sent (
      message_id integer not null primary key references message (id) on delete cascade,
      draft_id integer not null references draft (id) on delete cascade,
      edited integer not null check (edited in (0, 1))
    ) strict`.execute(db);
    await sql`create index draft_sent_draft on draft_sent (draft_id)`.execute(db);

    await sql`create table draft_pause (
      thread_id integer not null primary key references thread (id) on delete cascade,
      created_at integer not null
    ) strict`.execute(db);

    // Whichever way an answer is written, a draft for what it answers is over in the same transaction.
    await sql`create trigger draft_answered after insert on message
      when new.direction = 'out' and new.actor in ('creator', 'member') begin
      update draft set state = 'stale', ended_at = new.sent_at
        where thread_id = new.thread_id and state in ('wanted', 'shown');
    end`.execute(db);
    // Nothing that was said before there were drafts concerns one.
    await sql`insert into message_cursor (reader, message_id)
      select 'drafts', max(id) from message having count(*) > 0`.execute(db);
  },
};
