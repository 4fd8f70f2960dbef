import { Temporal } from 'temporal-polyfill';

/** How long a fan is left out of the inbox. */
export type SnoozeChoice = '1h' | '3h' | 'tomorrow' | 'week' | 'write';

/** All choices, in the order of their buttons. */
export const snoozeChoices: readonly SnoozeChoice[] = ['1h', '3h', 'tomorrow', 'week', 'write'];

const hourMs = 3_600_000;
/** When a day begins for the creator. */
const morning = 9;

/** When a snooze ends (epoch ms); null: when the fan writes. Days begin at 9:00 in the creator's time zone. */
export function snoozeUntil(choice: SnoozeChoice, now: number, timeZone: string): number | null {
  switch (choice) {
    case '1h':
      return now + hourMs;
    case '3h':
      return now + 3 * hourMs;
    case 'tomorrow':
      return morningIn(1, now, timeZone);
    case 'week':
      return morningIn(7, now, timeZone);
    case 'write':
      return null;
  }
}

function morningIn(days: number, now: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days })
    .toZonedDateTime({ timeZone, plainTime: { hour: morning } }).epochMilliseconds;
}
