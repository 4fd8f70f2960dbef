/** A stretch of time, epoch seconds. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** The billing period in which `at` lies, counted from the anchor; never one before the anchor. */
export function periodAt(
  anchor: number,
  every: { interval: string; interval_count: number },
  at: number,
): Period {
  let start = anchor;
  for (let count = 1; ; count += 1) {
    const end = addInterval(anchor, every.interval, every.interval_count * count);
    if (end > at) return { start, end };
    start = end;
  }
}

/** Adds days, weeks, months or years in UTC. The 31st becomes the last day of a shorter month. */
export function addInterval(from: number, interval: string, count: number): number {
  if (interval === 'day') return from + count * 86_400;
  if (interval === 'week') return from + count * 7 * 86_400;
  const months = interval === 'year' ? count * 12 : count;
  const date = new Date(from * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return Math.floor(date.getTime() / 1000);
}
