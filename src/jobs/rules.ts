/** Waits after the first, second, … failed try, in ms: about eight hours in all, or a minute where a person waits. */
const waits = [10_000, 60_000, 600_000, 3_600_000, 4 * 3_600_000] as const;
const urgentWaits = [1_000, 5_000, 60_000] as const;

const tooLateMs = 15 * 60_000;
const soonestAgainMs = 1_000;

/** What becomes of a job after its n-th failed try (n from 1): tried again after some ms, or given up. */
export function afterFailedTry(tries: number, urgent: boolean): { waitMs: number } | 'give-up' {
  const waitMs = (urgent ? urgentWaits : waits)[tries - 1];
  return waitMs === undefined ? 'give-up' : { waitMs };
}

/** Whether a job is too late to be of use (see JobKind.late); times in epoch ms. */
export function isTooLate(late: 'once' | 'skip', dueAt: number, now: number): boolean {
  return late === 'skip' && now - dueAt > tooLateMs;
}

/** When a job that comes again does so: as it says, but never at once, or a mistake in it would be a hot loop. */
export function comesAgainAt(again: number, now: number): number {
  return Math.max(Math.ceil(again), now + soonestAgainMs);
}
