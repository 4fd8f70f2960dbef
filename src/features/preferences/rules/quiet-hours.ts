import { Temporal } from 'temporal-polyfill';

/** Hours of the day in which nobody is disturbed, from one full hour to another; equal hours: there are none. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** The first moment from now on that is in no quiet hour of the creator's time zone (epoch ms). */
export function afterQuiet(now: number, quiet: QuietHours, timeZone: string): number {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  if (!isQuiet(here.hour, quiet)) return now;
  const today = here.toPlainDate();
  const date = here.hour < quiet.to ? today : today.add({ days: 1 });
  return date.toZonedDateTime({ timeZone, plainTime: { hour: quiet.to } }).epochMilliseconds;
}

function isQuiet(hour: number, { from, to }: QuietHours): boolean {
  if (from === to) return false;
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}
