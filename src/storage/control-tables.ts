import type { Generated } from 'kysely';
import type { NewReservation } from '#src/core/usage.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';

/** The tables of the control file. */
export interface ControlTables {
  tenant: TenantTable;
  tenant_key: TenantKeyTable;
  operator_act: OperatorActTable;
  ai_usage: AiUsageTable;
  ai_usage_day: AiUsageDayTable;
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
  cost_micro_usd: number;
}
