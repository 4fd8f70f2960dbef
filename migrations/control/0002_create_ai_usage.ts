import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * What models were asked for, one row for each call, and its sums by tenant and day (UTC), which triggers keep. A day's sums
 * outlive its rows; own keys are not in them.
 */
export const createAiUsage: Migration = {
  number: 2,
  name: 'create_ai_usage',
  kind: 'additive',
  async up(db) {
    await sql`create table ai_usage (
      id integer primary key autoincrement,
      reservation_id integer,
      tenant_id text not null,
      feature text not null check (feature in ('draft', 'facts', 'persona')),
      key_owner text not null check (key_owner in ('platform', 'own')),
      status text not null check (status in ('reserved', 'ok', 'failed', 'expired')),
      outcome text,
      provider text,
      model text,
      drafts integer not null,
      tokens_in integer,
      tokens_cached integer,
      tokens_out integer,
      tokens_reasoning integer,
      cost_micro_usd integer not null,
      latency_ms integer,
      request_id text,
      created_at integer not null,
      settled_at integer
    ) strict`.execute(db);
    await sql`create index ai_usage_reserved on ai_usage (created_at) where status = 'reserved'`.execute(
      db,
    );
    await sql`create index ai_usage_created on ai_usage (created_at)`.execute(db);
    await sql`create table ai_usage_day (
      tenant_id text not null,
      day integer not null,
      drafts integer not null,
      cost_micro_usd integer not null,
      primary key (tenant_id, day)
    ) strict, without rowid`.execute(db);
    await sql`create index ai_usage_day_cost on ai_usage_day (day, cost_micro_usd)`.execute(db);
    await sql`create trigger ai_usage_added after insert on ai_usage
      when new.key_owner = 'platform' begin
      insert into ai_usage_day (tenant_id, day, drafts, cost_micro_usd)
        values (new.tenant_id, new.created_at / 86400000, new.drafts, new.cost_micro_usd)
        on conflict (tenant_id, day) do update set
          drafts = drafts + excluded.drafts,
          cost_micro_usd = cost_micro_usd + excluded.cost_micro_usd;
    end`.execute(db);
    await sql`create trigger ai_usage_changed after update of drafts, cost_micro_usd on ai_usage
      when new.key_owner = 'platform' begin
      update ai_usage_day set
        drafts = drafts + new.drafts - old.drafts,
        cost_micro_usd = cost_micro_usd + new.cost_micro_usd - old.cost_micro_usd
        where tenant_id = new.tenant_id and day = new.created_at / 86400000;
    end`.execute(db);
  },
};
