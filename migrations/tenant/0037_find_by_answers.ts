import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** An index of each three letters in a row of past answers: what is asked in other words, the answer often says. */
export const findByAnswers: Migration = {
  number: 37,
  name: 'find_by_answers',
  kind: 'additive',
  async up(db) {
    await sql`create virtual table past_answer_reply using fts5(
      reply_text,
      content='past_answer',
      content_rowid='id',
      columnsize=0,
      detail='none',
      tokenize='trigram remove_diacritics 1'
    )`.execute(db);
    // As the other two: deleted texts are forgotten at once, and merging is asked for in small steps.
    for (const [option, value] of [
      ['secure-delete', 1],
      ['automerge', 0],
    ] as const) {
      await sql`insert into past_answer_reply (past_answer_reply, rank)
        values (${sql.lit(option)}, ${sql.lit(value)})`.execute(db);
    }
    await sql`insert into past_answer_reply (past_answer_reply) values ('rebuild')`.execute(db);
    await sql`create trigger past_answer_reply_added after insert on past_answer begin
      insert into past_answer_reply (rowid, reply_text) values (new.id, new.reply_text);
    end`.execute(db);
    await sql`create trigger past_answer_reply_deleted after delete on past_answer begin
      insert into past_answer_reply (past_answer_reply, rowid, reply_text)
        values ('delete', old.id, old.reply_text);
    end`.execute(db);
  },
};
