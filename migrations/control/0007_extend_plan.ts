import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * Who paused a subscription or its payments, and subscriptions that were bought beside another one, ended, and their payment
 * turned into credit: each counts once, and the creator is told of it.
 */
export const extendPlan: Migration = {
  number: 7,
  name: 'extend_plan',
  kind: 'additive',
  async up(db) {
    await sql`alter table plan_row add column pause text
      check (pause in ('operator', 'collection'))`.execute(db);
    await sql`alter table plan_row add column credited_duplicates integer not null default 0`.execute(
      db,
    );
    await sql`create table plan_duplicate (
      subscription_id text not null primary key,
      tenant_id text not null,
      created_at integer not null
    ) strict`.execute(db);
    await sql`create index plan_duplicate_tenant on plan_duplicate (tenant_id)`.execute(db);
  },
};
