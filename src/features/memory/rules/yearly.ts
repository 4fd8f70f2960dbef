import { Temporal } from 'temporal-polyfill';

/** The hour at which the creator hears of a date. */
const hour = 9;

/** A day of the year. */
export interface YearlyDay {
  readonly month: number;
  readonly day: number;
}

/** The month and day on which a moment falls in a time zone. */
export function dayIn(at: number, timeZone: string): YearlyDay & { year: number } {
  const { year, month, day } =
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return { year, month, day };
}

/** The days that are kept on this one: itself, and 29 February on the 28th of a year that has none. */
export function daysKeptOn({ year, month, day }: YearlyDay & { year: number }): YearlyDay[] {
  const leap = Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear;
  const also = month === 2 && day === 28 && !leap ? [{ month: 2, day: 29 }] : [];
  return [{ month, day }, ...also];
}

/** When the creator hears of a day's dates: 9:00 in the time zone on the next day that has not had it (epoch ms). */
export function nextMorning(after: number, timeZone: string): number {
  const from = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone);
  const today = from.toPlainDate().toZonedDateTime({ timeZone, plainTime: { hour } });
  if (today.epochMilliseconds > after) return today.epochMilliseconds;
  return from.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: { hour } })
    .epochMilliseconds;
}
