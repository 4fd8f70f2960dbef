import type { ThreadId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    snooze: SnoozeTable;
  }
}

/** A thread that the inbox leaves out, until a time or until the fan writes again (`until_at` null). */
export interface SnoozeTable {
  thread_id: ThreadId;
  until_at: number | null;
  created_at: number;
}
