import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** When a question was answered, and an index by which the newest ones of a chat are found. */
export const extendPrompt: Migration = {
  number: 32,
  name: 'extend_prompt',
  kind: 'additive',
  async up(db) {
    await sql`alter table prompt add column answered_at integer`.execute(db);
    await sql`create index prompt_created on prompt (chat_id, created_at)`.execute(db);
  },
};
