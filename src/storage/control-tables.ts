import type { Generated } from 'kysely';
import type { TenantRecord } from '#src/storage/control-store.ts';

/** The tables of the control file. */
export interface ControlTables {
  tenant: TenantTable;
  tenant_key: TenantKeyTable;
  operator_act: OperatorActTable;
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
