import { isMainThread } from 'node:worker_threads';
import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';
import { noteMigrations, testStep } from '#test/support/note-table.ts';

// A schema that a thread can import, for tests of migrations in threads.

const number = noteMigrations.length + 1;

/** Leaves a note on where it ran. Fails where a note says `bad`, and ends its whole thread where one says `deadly`. */
export const tellWhere: readonly Migration[] = [
  ...noteMigrations,
  testStep(number, {
    name: 'tell_where',
    async up(db) {
      const where = isMainThread ? 'here' : `away, ${Object.keys(process.env).length} settings`;
      await sql`insert into jotting (text) values (${where})`.execute(db);
      const { rows } = await sql<{ text: string }>`select text from jotting`.execute(db);
      const texts = rows.map((row) => row.text);
      if (texts.includes('deadly') && !isMainThread) process.exit(1);
      if (texts.includes('bad')) throw new Error('canary-words-of-a-fan');
    },
  }),
];

/** Works nowhere. */
export const neverWorks: readonly Migration[] = [
  ...noteMigrations,
  testStep(number, {
    async up() {
      throw new Error('never works');
    },
  }),
];
