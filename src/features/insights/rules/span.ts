import { Temporal } from 'temporal-polyfill';
import type { Period, Span } from '../insight.ts';

/** The days of a period up to `now` (epoch ms) in an IANA time zone. */
export function spanOf(days: Period, now: number, timeZone: string): Span {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const first = here.toPlainDate().subtract({ days: days - 1 });
  const startOf = (offset: number) =>
    first.add({ days: offset }).toZonedDateTime(timeZone).epochMilliseconds;
  const dayStarts = Array.from({ length: days + 1 }, (_, index) => startOf(index));
  return {
    days,
    since: startOf(0),
    until: now,
    before: { since: startOf(-days), until: here.subtract({ days }).epochMilliseconds },
    dayStarts,
  };
}
