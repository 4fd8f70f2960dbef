import type { Clock } from '#src/core/clock.ts';

/** Counts links that open nothing, by address. */
export interface WrongLinks {
  /** False: too many came from there of late; nothing is looked up for it. */
  mayTry(address: string): boolean;
  note(address: string): void;
}

const mostWrong = 30;
const windowMs = 10 * 60_000;
/** Beyond that many addresses the oldest is forgotten. */
const mostAddresses = 1_000;

/**
 * Thirty wrong links in ten minutes are enough for an address. Nobody finds a secret of 32 bytes by trying; this keeps whoever
 * tries from keeping the database busy.
 */
export function createWrongLinks(clock: Pick<Clock, 'steady'>): WrongLinks {
  const counts = new Map<string, { wrong: number; readonly until: number }>();
  const countOf = (address: string) => {
    const count = counts.get(address);
    return count && count.until > clock.steady() ? count : undefined;
  };
  return {
    mayTry: (address) => (countOf(address)?.wrong ?? 0) < mostWrong,
    note(address) {
      const count = countOf(address);
      if (count) {
        count.wrong += 1;
        return;
      }
      counts.delete(address);
      const [oldest] = counts.keys();
      if (counts.size >= mostAddresses && oldest !== undefined) counts.delete(oldest);
      counts.set(address, { wrong: 1, until: clock.steady() + windowMs });
    },
  };
}
