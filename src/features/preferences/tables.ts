import type { Actor } from '#src/core/actor.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    setting: SettingTable;
  }
}

/** One choice of the creator's, or one thing the bot remembers about itself. */
interface SettingTable {
  key: string;
  /** JSON. */
  value: string;
  actor: Actor;
  changed_at: number;
}
