import type { Generated } from 'kysely';
import type { FanId, UserId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    fan: FanTable;
    former_handle: FormerHandleTable;
  }
}

/** A person who writes to the creator. Names are stored as Telegram gives them; show them only through `displayName`. */
export interface FanTable {
  id: Generated<FanId>;
  user_id: UserId;
  first_name: string;
  last_name: string | null;
  username: string | null;
  language_code: string | null;
  /** `blocked`: blocked the bot, may come back. `gone`: the account was deleted. */
  reach: Generated<'open' | 'blocked' | 'gone'>;
  reach_at: number | null;
  /** The tag of the first deep link they came by. */
  source: string | null;
  first_seen_at: number;
  last_seen_at: number;
}

/** A handle that a fan had before and gave up, the ten last of each fan. By now it may be somebody else's. */
export interface FormerHandleTable {
  fan_id: FanId;
  /** In lower case. */
  handle: string;
  /** When the fan was first seen without it. */
  left_at: number;
}
