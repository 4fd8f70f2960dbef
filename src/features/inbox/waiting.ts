import type { FanId, ThreadId } from '#src/core/ids.ts';

/** Which of those who wait are listed. */
export type InboxFilter = 'all' | 'vip' | 'new' | 'snoozed';

/** Who comes first: who waits longest, or who matters most. */
export type InboxOrder = 'longest' | 'important';

/** What an inbox shows. */
export interface InboxView {
  readonly filter: InboxFilter;
  readonly order: InboxOrder;
  /** From 0. */
  readonly page: number;
}

/** A fan who waits for an answer. */
export interface Waiting {
  readonly threadId: ThreadId;
  readonly fanId: FanId;
  /** Epoch ms. */
  readonly waitingSince: number;
  readonly stage: string | null;
  /** When the snooze ends; null where there is none, or none with a time. */
  readonly until: number | null;
}
