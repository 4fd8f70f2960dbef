import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** What segments ask of all fans, in little space: who has facts, each once; and who has a summary, without the summaries. */
export const widenSegment: Migration = {
  number: 35,
  name: 'widen_segment',
  kind: 'additive',
  async up(db) {
    await sql`create table fan_with_facts (
      fan_id integer not null primary key references fan (id) on delete cascade
    ) strict`.execute(db);
    await sql`create trigger fan_with_facts_came after insert on fact begin
      insert into fan_with_facts (fan_id) values (new.fan_id) on conflict do nothing;
    end`.execute(db);
    await sql`create trigger fan_with_facts_left after delete on fact begin
      delete from fan_with_facts
        where fan_id = old.fan_id and not exists (select 1 from fact where fan_id = old.fan_id);
    end`.execute(db);
    await sql`insert into fan_with_facts (fan_id) select distinct fan_id from fact`.execute(db);
    await sql`create index fan_summary_fan on fan_summary (fan_id)`.execute(db);
  },
};
