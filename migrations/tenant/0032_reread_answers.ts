import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * Past answers are found by what fans want, too, which stands in `words`: all of them are forgotten, and made anew from the
 * messages by and by.
 */
export const rereadAnswers: Migration = {
  number: 32,
  name: 'reread_answers',
  kind: 'additive',
  async up(db) {
    // Row by row the triggers would take seconds; so both indexes are emptied at once (sqlite.org/fts5.html, 6.3).
    for (const index of ['past_answer_word', 'past_answer_gram']) {
      const name = sql.raw(index);
      await sql`drop trigger ${name}_deleted`.execute(db);
      await sql`insert into ${name} (${name}) values ('delete-all')`.execute(db);
    }
    // Foreign keys are held after a step, not during it: nothing cascades.
    await sql`delete from past_answer_part`.execute(db);
    await sql`delete from past_answer`.execute(db);
    for (const [index, column] of [
      ['past_answer_word', 'words'],
      ['past_answer_gram', 'fan_text'],
    ] as const) {
      const [name, text] = [sql.raw(index), sql.raw(column)];
      await sql`create trigger ${name}_deleted after delete on past_answer begin
        insert into ${name} (${name}, rowid, ${text}) values ('delete', old.id, old.${text});
      end`.execute(db);
    }
    await sql`delete from past_answer_stale`.execute(db);
    await sql`delete from message_cursor where reader = 'answers'`.execute(db);
    await sql`insert into job (kind, key, due_at, run_at, created_at)
      select 'read-messages', '', max(sent_at), max(sent_at), max(sent_at) from message having count(*) > 0
      on conflict do nothing`.execute(db);
  },
};
