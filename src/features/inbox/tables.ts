import type { ThreadId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    snooze: SnoozeTable;
  }
}

/**
 * A thread that the inbox leaves out, until a time or until the fan writes again (`until_at` null). It holds only as long as
 * nothing happened since that makes it pointless: an answer or Done, or without a time the fan's next message. So nobody
 * has to take it away when that happens.
 */
export interface SnoozeTable {
  thread_id: ThreadId;
  until_at: number | null;
  created_at: number;
}
