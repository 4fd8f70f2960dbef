import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Answers of the FAQ are offered as drafts, too. SQLite changes no check in place, so the table is made anew. */
export const widenDraftChoice: Migration = {
  number: 28,
  name: 'widen_draft_choice',
  kind: 'breaking',
  async up(db) {
    await sql`alter table draft_choice rename to draft_choice_before`.execute(db);
    await sql`create table draft_choice (
      draft_id integer not null references draft (id) on delete cascade,
      place integer not null,
      round integer not null,
      text text not null,
      entities text,
      origin text not null check (origin in ('past-answer', 'saved-reply', 'faq', 'llm', 'edited')),
      ref integer,
      primary key (draft_id, place)
    ) strict, without rowid`.execute(db);
    await sql`insert into draft_choice (draft_id, place, round, text, entities, origin, ref)
      select draft_id, place, round, text, entities, origin, ref from draft_choice_before`.execute(
      db,
    );
    await sql`drop table draft_choice_before`.execute(db);
  },
};
