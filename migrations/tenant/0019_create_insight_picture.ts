import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Pictures that Telegram has already: by which file_id each can be shown again. */
export const createInsightPicture: Migration = {
  number: 19,
  name: 'create_insight_picture',
  kind: 'additive',
  async up(db) {
    await sql`create table insight_picture (
      name text not null primary key,
      file_id text not null,
      caption text not null,
      drawn_at integer not null
    ) strict`.execute(db);
  },
};
