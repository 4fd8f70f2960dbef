import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * What tags were called before they were renamed, merged or deleted. Tables that are brought along, and what waits of them, name
 * tags, and know up to which of these changes they are.
 */
export const followTags: Migration = {
  number: 33,
  name: 'follow_tags',
  kind: 'additive',
  async up(db) {
    await sql`create table tag_change (
      id integer primary key autoincrement,
      was text not null,
      becomes text
    ) strict`.execute(db);
    for (const table of ['import_run', 'waiting_fact']) {
      await sql`alter table ${sql.table(table)}
        add column tag_change_id integer not null default 0`.execute(db);
    }
  },
};
