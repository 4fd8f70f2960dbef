import { Temporal } from 'temporal-polyfill';

/** Times that a button names. */
export type TimeChoice = '1h' | '3h' | 'tomorrow' | '3d' | 'monday';

/** For a new follow-up, and for one that is put off. */
export const newChoices: readonly TimeChoice[] = ['3h', 'tomorrow', '3d', 'monday'];
export const laterChoices: readonly TimeChoice[] = ['1h', 'tomorrow', '3d'];

const hourMs = 3_600_000;
const morning = 9;

/** The time that a choice means (epoch ms). Days begin at 9:00 in the creator's time zone. */
export function chosenTime(choice: TimeChoice, now: number, timeZone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const morningIn = (days: number) =>
    today.add({ days }).toZonedDateTime({ timeZone, plainTime: { hour: morning } })
      .epochMilliseconds;
  switch (choice) {
    case '1h':
      return now + hourMs;
    case '3h':
      return now + 3 * hourMs;
    case 'tomorrow':
      return morningIn(1);
    case '3d':
      return morningIn(3);
    case 'monday':
      return morningIn(8 - today.dayOfWeek);
  }
}
