import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** Of how many second subscriptions the creator was told that they were ended and credited. */
export const extendPlanTold: Migration = {
  number: 34,
  name: 'extend_plan_told',
  kind: 'additive',
  async up(db) {
    await sql`alter table plan_told add column duplicates integer not null default 0`.execute(db);
  },
};
