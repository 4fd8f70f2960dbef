import type { FanId, ThreadId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    inbox_entry: InboxEntryTable;
    snooze: SnoozeTable;
  }
}

/**
 * A thread that waits for an answer and whose fan can be reached. Triggers write it, whatever changes that: a message, an
 * answer, Done, a fan who blocks the bot or comes back, stage and score.
 */
export interface InboxEntryTable {
  waiting_since: number;
  thread_id: ThreadId;
  fan_id: FanId;
  stage: string | null;
  score: number;
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
