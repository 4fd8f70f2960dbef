/** How relays go to a desk: one by one, the texts of one fan as one, or not at all but gathered in a digest. */
export type DeskMode = 'single' | 'merge' | 'digest';

/** What waits for the desk of one thread. */
export interface ThreadLoad {
  /** Texts that can go together as one relay. */
  readonly texts: number;
  /** UTF-16 units of these texts. */
  readonly units: number;
  /** Relays that go alone: media (an album is one), answers to a certain message. */
  readonly others: number;
  /** The thread has no topic in the forum yet. */
  readonly needsTopic: boolean;
}

/** The pace that Telegram asked for. Times are epoch ms. */
export interface HeldPace {
  readonly spacingMs: number;
  readonly pausedUntil: number;
  readonly heldUntil: number;
}

/** The newest relay may wait this long before relays are merged. */
const mostWaitMs = 15_000;
/** A digest ends once the rest would wait no longer than this: less than above, so that it does not start over at once. */
const endWaitMs = 10_000;
/** Ms between two steps of letting go. */
export const releaseStepMs = 15_000;
/** Messages let go in one step at most: it is one transaction. */
const mostReleased = 200;
/** Units of text that surely find room in one relay beside a name. */
const unitsPerRelay = 3_500;

/**
 * Decides how relays go. A desk that Telegram slows down falls behind: when the newest relay would wait more than 15 s,
 * texts of one fan are merged; when even that would take longer, all is gathered in a digest.
 */
export function deskMode(load: readonly ThreadLoad[], pace: HeldPace, now: number): DeskMode {
  if (pace.heldUntil <= now || load.length === 0) return 'single';
  if (waitMs(callsSingly(load), pace, now) <= mostWaitMs) return 'single';
  return waitMs(callsMerged(load), pace, now) <= mostWaitMs ? 'merge' : 'digest';
}

/** Whether everything that waits can go one by one at this pace, so that a digest ends. */
export function fitsAgain(load: readonly ThreadLoad[], pace: HeldPace, now: number): boolean {
  return waitMs(callsSingly(load), pace, now) <= endWaitMs;
}

/**
 * How many messages a digest lets go in one step (`releaseStepMs`) without waiting for the rest to fit: none while
 * Telegram's pace holds, afterwards what that pace would allow beside the digest itself, so that letting go does not
 * bring the next 429; after five quiet minutes twice as many each minute, in case Telegram takes more now.
 */
export function messagesToRelease(
  load: readonly ThreadLoad[],
  pace: HeldPace,
  now: number,
): number {
  if (pace.heldUntil > now) return 0;
  const quietMinutes = Math.floor((now - pace.heldUntil) / 60_000);
  const calls = Math.max(1, Math.floor(releaseStepMs / pace.spacingMs) - 1);
  const allowed = calls * 2 ** Math.min(10, Math.max(0, quietMinutes - 4));
  const messages = sum(load, (thread) => thread.texts + thread.others);
  const callsPerMessage = messages === 0 ? 1 : callsSingly(load) / messages;
  return Math.min(mostReleased, Math.max(1, Math.floor(allowed / callsPerMessage)));
}

/** How long the last of so many calls would wait. */
function waitMs(calls: number, pace: HeldPace, now: number): number {
  return Math.max(0, pace.pausedUntil - now) + Math.max(0, calls - 1) * pace.spacingMs;
}

function callsSingly(load: readonly ThreadLoad[]): number {
  return sum(load, (thread) => thread.texts + thread.others + topicCalls(thread));
}

function callsMerged(load: readonly ThreadLoad[]): number {
  return sum(
    load,
    (thread) =>
      Math.min(thread.texts, Math.ceil(Math.max(1, thread.units) / unitsPerRelay)) +
      thread.others +
      topicCalls(thread),
  );
}

function topicCalls(thread: ThreadLoad): number {
  return thread.needsTopic ? 1 : 0;
}

function sum(load: readonly ThreadLoad[], calls: (thread: ThreadLoad) => number): number {
  return load.reduce((total, thread) => total + calls(thread), 0);
}
