import { Temporal } from 'temporal-polyfill';

/** When a filter is asked: much of it depends on that. */
export interface Moment {
  /** Epoch ms. */
  readonly now: number;
  /** The creator's day, as YYYY-MM-DD. */
  readonly today: string;
}

/** The moment for a creator in this time zone (IANA name). */
export function momentOf(now: number, timeZone: string): Moment {
  const today = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return { now, today: today.toString() };
}

/** Days of the year from this day on, so many after it, each as 100 times the month plus the day. */
export function daysOfYear(today: string, days: number): number[] {
  const first = Temporal.PlainDate.from(today);
  return Array.from({ length: days + 1 }, (_, after) => first.add({ days: after })).flatMap(
    ({ month, day, inLeapYear }) =>
      // 29 February is kept on the 28th of a year that has none.
      month === 2 && day === 28 && !inLeapYear ? [228, 229] : [month * 100 + day],
  );
}
