import type { Generated } from 'kysely';
import type { PlanName, SubscriptionState } from '#src/core/plans.ts';
import type { NewReservation } from '#src/core/usage.ts';
import type { AccountTables } from '#src/storage/account-tables.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { StripeTables } from '#src/storage/stripe-tables.ts';

/** The tables of the control file. */
export interface ControlTables extends StripeTables, AccountTables {
  tenant: TenantTable;
  tenant_key: TenantKeyTable;
  operator_act: OperatorActTable;
  ai_usage: AiUsageTable;
  ai_usage_day: AiUsageDayTable;
  plan_row: PlanRowTable;
  plan_topup: PlanTopupTable;
  plan_duplicate: PlanDuplicateTable;
  plan_counter: { revision: number };
}

/** A tenant; columns as in TenantRecord, secrets sealed. */
export interface TenantTable {
  tenant_id: string;
  slug: string;
  name: string;
  state: TenantRecord['state'];
  bot_id: number;
  bot_username: string;
  bot_info: string;
  token_sealed: string;
  webhook_path: string;
  webhook_secret_sealed: string;
  webhook_url: string | null;
  connection: Generated<TenantRecord['connection']>;
  connection_at: number | null;
  quarantine: string | null;
  quarantined_at: number | null;
  schema_number: number;
  next_due_at: number | null;
  revision: number;
  created_at: number;
  suspended_at: number | null;
  deleted_at: number | null;
  purge_at: number | null;
}

/** A tenant's data key, wrapped by the master key. The row is gone once the key is destroyed. */
interface TenantKeyTable {
  tenant_id: string;
  key_id: string;
  wrapped: string;
  created_at: number;
}

/** One line of the operator's audit trail. */
interface OperatorActTable {
  id: Generated<number>;
  at: number;
  act: string;
  tenant_id: string | null;
  detail: string | null;
}

/**
 * One call of a model. A reservation is a row of its own (`reserved`), which becomes the row of its last call; calls
 * before that point to it. `expired`: nobody settled it, its cost is the estimate.
 */
export interface AiUsageTable {
  id: Generated<number>;
  reservation_id: number | null;
  tenant_id: string;
  feature: NewReservation['feature'];
  key_owner: NewReservation['keyOwner'];
  status: 'reserved' | 'ok' | 'failed' | 'expired';
  outcome: string | null;
  provider: string | null;
  model: string | null;
  drafts: number;
  /** 1: its draft was taken from what was bought on top. */
  topup: Generated<0 | 1>;
  tokens_in: number | null;
  tokens_cached: number | null;
  tokens_out: number | null;
  tokens_reasoning: number | null;
  /** Millionths of a US dollar; the estimate while reserved. */
  cost_micro_usd: number;
  latency_ms: number | null;
  request_id: string | null;
  created_at: number;
  settled_at: number | null;
}

/** The sums of a tenant's day; triggers of `ai_usage` keep it. */
interface AiUsageDayTable {
  tenant_id: string;
  /** Days since the epoch (UTC). */
  day: number;
  drafts: number;
  /** Of these, taken from what was bought on top. */
  topup_drafts: number;
  cost_micro_usd: number;
}

/** A tenant's row of the plan book (PlanRow). Without a subscription the columns from `subscription_id` to `subscription_created_at` are null. */
export interface PlanRowTable {
  tenant_id: string;
  grant_plan: PlanName | null;
  grant_until: number | null;
  subscription_id: string | null;
  status: string | null;
  price_key: string | null;
  period_start: number | null;
  period_end: number | null;
  cancels_at: number | null;
  trial_end: number | null;
  past_due_since: number | null;
  hold: SubscriptionState['hold'];
  pause: SubscriptionState['pause'];
  ended_at: number | null;
  subscription_created_at: number | null;
  oddity: string | null;
  synced_at: number | null;
  /** Of `bought_drafts` those of Stripe's mode of now, and what was taken of those of the other. */
  topup_drafts: Generated<number>;
  /** What is left of top-ups of Stripe's other mode. */
  topup_aside: Generated<number>;
  /** The sum of the tenant's rows of `plan_topup`. */
  bought_drafts: Generated<number>;
  /** How many rows of `plan_duplicate` are the tenant's. */
  credited_duplicates: Generated<number>;
  /** What `plan_counter` stood at with its last change. */
  revision: number;
}

/** Drafts that were paid for, once for each payment. */
interface PlanTopupTable {
  payment_id: string;
  tenant_id: string;
  drafts: number;
  created_at: number;
}

/** Subscriptions that were one too many, by their ids at Stripe: ended, and their payment turned into credit. */
interface PlanDuplicateTable {
  subscription_id: string;
  tenant_id: string;
  created_at: number;
}
