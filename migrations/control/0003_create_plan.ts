import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * What tenants' plans rest on: grants, the state of subscriptions and what was bought on top. The counter numbers their
 * changes, so that a process sees those of others. Drafts that were taken from a top-up are told apart in the usage.
 */
export const createPlan: Migration = {
  number: 3,
  name: 'create_plan',
  kind: 'additive',
  async up(db) {
    await sql`create table plan_row (
      tenant_id text not null primary key,
      grant_plan text check (grant_plan in ('free', 'pro', 'studio')),
      grant_until integer,
      subscription_id text,
      status text,
      price_key text,
      period_start integer,
      period_end integer,
      cancels_at integer,
      trial_end integer,
      past_due_since integer,
      hold text check (hold in ('dispute')),
      ended_at integer,
      subscription_created_at integer,
      oddity text,
      synced_at integer,
      topup_drafts integer not null default 0,
      revision integer not null,
      check ((subscription_id is null) = (status is null)),
      check ((subscription_id is null) = (period_start is null)),
      check ((subscription_id is null) = (period_end is null)),
      check ((subscription_id is null) = (subscription_created_at is null))
    ) strict`.execute(db);
    await sql`create index plan_row_revision on plan_row (revision)`.execute(db);

    await sql`create table plan_topup (
      payment_id text not null primary key,
      tenant_id text not null,
      drafts integer not null check (drafts > 0),
      created_at integer not null
    ) strict`.execute(db);
    await sql`create index plan_topup_tenant on plan_topup (tenant_id)`.execute(db);

    await sql`create table plan_counter (revision integer not null) strict`.execute(db);
    await sql`insert into plan_counter (revision) values (0)`.execute(db);

    await sql`alter table ai_usage add column topup integer not null default 0 check (topup in (0, 1))`.execute(
      db,
    );
    await sql`alter table ai_usage_day add column topup_drafts integer not null default 0`.execute(
      db,
    );
    await sql`drop trigger ai_usage_added`.execute(db);
    await sql`drop trigger ai_usage_changed`.execute(db);
    await sql`create trigger ai_usage_added after insert on ai_usage
      when new.key_owner = 'platform' begin
      insert into ai_usage_day (tenant_id, day, drafts, topup_drafts, cost_micro_usd)
        values (new.tenant_id, new.created_at / 86400000, new.drafts, new.drafts * new.topup,
          new.cost_micro_usd)
        on conflict (tenant_id, day) do update set
          drafts = drafts + excluded.drafts,
          topup_drafts = topup_drafts + excluded.topup_drafts,
          cost_micro_usd = cost_micro_usd + excluded.cost_micro_usd;
    end`.execute(db);
    await sql`create trigger ai_usage_changed after update of drafts, cost_micro_usd on ai_usage
      when new.key_owner = 'platform' begin
      update ai_usage_day set
        drafts = drafts + new.drafts - old.drafts,
        topup_drafts = topup_drafts + (new.drafts - old.drafts) * new.topup,
        cost_micro_usd = cost_micro_usd + new.cost_micro_usd - old.cost_micro_usd
        where tenant_id = new.tenant_id and day = new.created_at / 86400000;
    end`.execute(db);
  },
};
