import type { Generated } from 'kysely';
import type { FanId, UserId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    fan: FanTable;
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
