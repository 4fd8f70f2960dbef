import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * What is learned from drafts: how much they offered, which choice was sent and how much of it stayed, and what was written by
 * hand instead. Up to which change of the fan's messages a draft knows them. And what left the box, for each time, not only
 * the last.
 */
export const extendDraft: Migration = {
  number: 27,
  name: 'extend_draft',
  kind: 'additive',
  async up(db) {
    await sql`alter table draft add column known_edit_at integer not null default 0`.execute(db);
    await sql`alter table draft add column offered integer not null default 0`.execute(db);
    await sql`update draft set offered = coalesce((
        select sum(length(text)) from draft_choice where draft_id = draft.id and origin <> 'edited'
      ), 0)`.execute(db);
    await sql`create table draft_receipt (
      id integer primary key autoincrement,
      draft_id integer not null references draft (id) on delete cascade,
      receipt text not null
    ) strict`.execute(db);
    await sql`create index draft_receipt_draft on draft_receipt (draft_id, id)`.execute(db);
    await sql`insert into draft_receipt (draft_id, receipt)
      select id, receipt from draft where receipt is not null order by id`.execute(db);
    await sql`alter table draft_sent add column place integer`.execute(db);
    await sql`alter table draft_sent add column kept integer`.execute(db);
    // Of what was changed before it was sent nobody wrote down which choice it was.
    await sql`update draft_sent set place = (
        select min(choice.place) from draft_choice as choice
          join message on message.id = draft_sent.message_id and message.text = choice.text
          where choice.draft_id = draft_sent.draft_id
      ) where edited = 0`.execute(db);
    await sql`update draft_sent set kept = (
        select length(text) from draft_choice as choice
          where choice.draft_id = draft_sent.draft_id and choice.place = draft_sent.place
      ) where place is not null`.execute(db);

    await sql`drop trigger draft_answered`.execute(db);
    await sql`create trigger draft_answered after insert on message
      when new.direction = 'out' and new.actor in ('creator', 'member') begin
      update draft set state = 'stale', ended_at = new.sent_at, final_message_id = new.id
        where thread_id = new.thread_id and state in ('wanted', 'shown');
    end`.execute(db);
    await sql`update draft set final_message_id = (
        select min(message.id) from message
          where message.thread_id = draft.thread_id and message.direction = 'out'
            and message.actor in ('creator', 'member') and message.sent_at = draft.ended_at
      ) where state = 'stale'`.execute(db);
    await sql`create index draft_ended on draft (ended_at) where ended_at is not null`.execute(db);
  },
};
