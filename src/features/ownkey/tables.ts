import type { Generated } from 'kysely';
import type { UserId } from '#src/core/ids.ts';
import type { BrokenFault, OwnKeyId } from './own-key.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    own_key: OwnKeyTable;
  }
}

/**
 * State: `asked` (being set up: what is null is asked for next; deleted an hour after the last question) -> `used` (passed
 * the test). At most one row of each; a row is deleted when another takes its place, with its key.
 */
interface OwnKeyTable {
  id: Generated<OwnKeyId>;
  state: 'asked' | 'used';
  base_url: string | null;
  model: string | null;
  /** As it was typed. This file is encrypted; nowhere else is it kept. */
  api_key: string | null;
  /** Who set it up: for another owner of the bot it is none. */
  user_id: UserId;
  asked_at: number;
  /** Until then (epoch ms) a text that answers nothing is the answer to what is asked. */
  open_until: Generated<number>;
  /** When it passed the test last. */
  tested_at: number | null;
  /** Since when it does not work; the creator was told then. */
  failing_since: number | null;
  fault: BrokenFault | null;
}
