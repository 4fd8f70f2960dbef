import { Temporal } from 'temporal-polyfill';

/** So many things at a time (epoch ms). */
export interface Counted {
  readonly at: number;
  readonly count: number;
}

const hourMs = 3_600_000;
const weekdays = 7;
const hours = 24;

/** Adds up what falls between each beginning and the next; one number less than there are beginnings (ascending). */
export function sumByStart(counted: readonly Counted[], starts: readonly number[]): number[] {
  const sums = Array.from({ length: Math.max(0, starts.length - 1) }, () => 0);
  for (const { at, count } of counted) {
    const index = lastAtOrBefore(starts, at);
    if (index >= 0 && index < sums.length) sums[index] = (sums[index] ?? 0) + count;
  }
  return sums;
}

/**
 * Adds up by weekday (0: Monday) and hour on the clocks of a time zone. `dayStarts` as in Span; what lies outside is left
 * out. On the day that clocks are set back, the hour that comes twice holds both.
 */
export function weekGrid(
  counted: readonly Counted[],
  dayStarts: readonly number[],
  timeZone: string,
): number[][] {
  const grid = Array.from({ length: weekdays }, () => Array.from({ length: hours }, () => 0));
  const [first] = dayStarts;
  if (first === undefined) return grid;
  const firstWeekday = zoned(first, timeZone).dayOfWeek - 1;
  for (const { at, count } of counted) {
    const day = lastAtOrBefore(dayStarts, at);
    const start = dayStarts[day];
    const end = dayStarts[day + 1];
    if (start === undefined || end === undefined) continue;
    // Only on days of 23 or 25 hours does the clock have to be asked.
    const even = end - start === hours * hourMs;
    const hour = even ? Math.floor((at - start) / hourMs) : zoned(at, timeZone).hour;
    const row = grid[(firstWeekday + day) % weekdays];
    if (row) row[hour] = (row[hour] ?? 0) + count;
  }
  return grid;
}

/** The days in bins of `size` days; a bin's beginning is its first day's. The last one ends with the last day. */
export function binStarts(dayStarts: readonly number[], size: number): number[] {
  const end = dayStarts.length - 1;
  const starts = dayStarts.filter((_, index) => index < end && (end - index) % size === 0);
  const [first] = dayStarts;
  if (first !== undefined && starts[0] !== first) starts.unshift(first);
  return [...starts, ...dayStarts.slice(end)];
}

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

/** Index of the last number that is not greater; -1 when all are. */
function lastAtOrBefore(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
