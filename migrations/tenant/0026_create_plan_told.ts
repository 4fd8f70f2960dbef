import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/** How the plan stood when the creator was last told: one row at most, written together with the message. */
export const createPlanTold: Migration = {
  number: 26,
  name: 'create_plan_told',
  kind: 'additive',
  async up(db) {
    await sql`create table plan_told (
      id integer primary key check (id = 1),
      plan text not null,
      why text not null,
      until integer,
      then_plan text not null,
      trial_end integer,
      topup_drafts integer not null,
      reminded integer,
      told_at integer not null
    ) strict`.execute(db);
  },
};
