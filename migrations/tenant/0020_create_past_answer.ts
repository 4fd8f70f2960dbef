import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * Past answers: what fans wrote and what was answered, with an index of words and one of each three letters. A pair is
 * gone in the transaction that deletes or changes a message of it, by triggers; it is made anew a moment later.
 */
export const createPastAnswer: Migration = {
  number: 20,
  name: 'create_past_answer',
  kind: 'additive',
  async up(db) {
    await sql`create table past_answer (
      id integer primary key autoincrement,
      message_id integer not null unique references message (id) on delete cascade,
      fan_text text not null,
      reply_text text not null,
      words text not null,
      reusable integer not null check (reusable in (0, 1)),
      twin text not null,
      times integer not null,
      answered_at integer not null
    ) strict`.execute(db);
    await sql`create index past_answer_twin on past_answer (twin, id)`.execute(db);
    await sql`create table past_answer_part (
      message_id integer not null,
      answer_id integer not null references past_answer (id) on delete cascade,
      primary key (message_id, answer_id)
    ) strict, without rowid`.execute(db);
    await sql`create index past_answer_part_answer on past_answer_part (answer_id)`.execute(db);
    await sql`create table past_answer_stale (
      message_id integer not null primary key references message (id) on delete cascade
    ) strict, without rowid`.execute(db);

    // Both read their texts from the table, and forget deleted ones at once (secure-delete). Merging is asked for in small
    // steps, as in search_index.
    await sql`create virtual table past_answer_word using fts5(
      words,
      content='past_answer',
      content_rowid='id',
      tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
    )`.execute(db);
    await sql`create virtual table past_answer_gram using fts5(
      fan_text,
      content='past_answer',
      content_rowid='id',
      detail='none',
      tokenize='trigram remove_diacritics 1'
    )`.execute(db);
    for (const [index, column] of [
      ['past_answer_word', 'words'],
      ['past_answer_gram', 'fan_text'],
    ] as const) {
      const [name, text] = [sql.raw(index), sql.raw(column)];
      await sql`insert into ${name} (${name}, rank) values ('secure-delete', 1)`.execute(db);
      await sql`insert into ${name} (${name}, rank) values ('automerge', 0)`.execute(db);
      await sql`create trigger ${name}_added after insert on past_answer begin
        insert into ${name} (rowid, ${text}) values (new.id, new.${text});
      end`.execute(db);
      await sql`create trigger ${name}_deleted after delete on past_answer begin
        insert into ${name} (${name}, rowid, ${text}) values ('delete', old.id, old.${text});
      end`.execute(db);
    }

    // Before, since afterwards a cascade may have taken away what tells the pairs of a message.
    await sql`create trigger past_answer_message_deleted before delete on message begin
      insert into past_answer_stale (message_id)
        select message_id from past_answer
        where id in (select answer_id from past_answer_part where message_id = old.id)
          and message_id <> old.id
        on conflict do nothing;
      delete from past_answer
        where id in (select answer_id from past_answer_part where message_id = old.id);
    end`.execute(db);
    await sql`create trigger past_answer_message_changed after update of text, deleted_at on message
      when old.text is not new.text or (old.deleted_at is null) <> (new.deleted_at is null) begin
      insert into past_answer_stale (message_id)
        select message_id from past_answer
        where id in (select answer_id from past_answer_part where message_id = new.id)
        on conflict do nothing;
      insert into past_answer_stale (message_id)
        select new.id where new.direction = 'out' on conflict do nothing;
      delete from past_answer
        where id in (select answer_id from past_answer_part where message_id = new.id);
    end`.execute(db);

    // What was answered before is read as soon as the program runs, though nobody writes any more.
    await sql`insert into job (kind, key, due_at, run_at, created_at)
      select 'read-messages', '', max(sent_at), max(sent_at), max(sent_at) from message having count(*) > 0
      on conflict do nothing`.execute(db);
  },
};
