import { Temporal } from 'temporal-polyfill';
import type { Span } from '../insight.ts';

/** So many days up to `now` (epoch ms) in an IANA time zone. */
export function spanOf(days: number, now: number, timeZone: string): Span {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const first = here.toPlainDate().subtract({ days: days - 1 });
  const startOf = (offset: number) =>
    first.add({ days: offset }).toZonedDateTime(timeZone).epochMilliseconds;
  const dayStarts = Array.from({ length: days + 1 }, (_, index) => startOf(index));
  return {
    days,
    isAll: false,
    since: startOf(0),
    until: now,
    before: { since: startOf(-days), until: here.subtract({ days }).epochMilliseconds },
    dayStarts,
  };
}

/** Fewer days than these are no picture. */
const leastDays = 7;

/** When the first bots came (core.telegram.org/bots/api-changelog): what says that it is older has a wrong clock. */
const firstBots = Date.UTC(2015, 5, 24);

/** All days from the one of the first message (epoch ms; null: there is none) up to `now`. Years of them take some 50 ms. */
export function spanOfAll(first: number | null, now: number, timeZone: string): Span {
  const dayOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const from = dayOf(Math.min(now, Math.max(first ?? now, firstBots)));
  const days = Math.max(leastDays, from.until(dayOf(now), { largestUnit: 'day' }).days + 1);
  const span = spanOf(days, now, timeZone);
  return { ...span, isAll: true, before: { since: span.since, until: span.since } };
}
