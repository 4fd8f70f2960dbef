import type { FanId, ThreadId } from '#src/core/ids.ts';

/** A fan whose messages wait in the digest. */
export interface WaitingThread {
  readonly threadId: ThreadId;
  readonly fanId: FanId;
  /** Since when they wait for an answer (epoch ms). */
  readonly waitingSince: number;
  /** Messages that are not at the desk. */
  readonly messages: number;
  /** Nobody has ever answered them. */
  readonly isNew: boolean;
}

/** A new fan counts like five minutes of waiting, each further message like one, up to ten. */
const newMinutes = 5;
const mostMessageMinutes = 10;

/** Who matters most comes first: who waits longest, with a start for new fans and for who wrote much. `now` in epoch ms. */
export function rankWaiting<T extends WaitingThread>(threads: readonly T[], now: number): T[] {
  return threads
    .map((thread) => ({ thread, weight: weightOf(thread, now) }))
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        a.thread.waitingSince - b.thread.waitingSince ||
        a.thread.threadId - b.thread.threadId,
    )
    .map(({ thread }) => thread);
}

/** Minutes of waiting, with what counts like them. */
function weightOf(thread: WaitingThread, now: number): number {
  const waited = Math.floor(Math.max(0, now - thread.waitingSince) / 60_000);
  const wrote = Math.min(thread.messages - 1, mostMessageMinutes);
  return waited + wrote + (thread.isNew ? newMinutes : 0);
}
