import type { Generated } from 'kysely';
import type { Actor } from '#src/core/actor.ts';
import type { FanId, FollowupId, UserId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    followup: FollowupTable;
  }
}

/**
 * What is to be done for a fan, and when. `open` -> `done` | `dropped`. An open one is told once when it is due
 * (`told_at`); snoozing moves `due_at` and forgets that it was told.
 */
export interface FollowupTable {
  id: Generated<FollowupId>;
  fan_id: FanId;
  text: string;
  due_at: number;
  state: Generated<'open' | 'done' | 'dropped'>;
  told_at: number | null;
  actor: Actor;
  author_user_id: UserId | null;
  created_at: number;
  finished_at: number | null;
}
