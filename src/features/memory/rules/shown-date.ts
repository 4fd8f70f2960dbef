import type { ImportantDate } from '../note.ts';

/** The day in words of a language, with its year where that is known. */
export function shownDate(
  { month, day, year }: Pick<ImportantDate, 'month' | 'day' | 'year'>,
  language: string,
): string {
  const at = new Date(0);
  at.setUTCFullYear(year ?? 2000, month - 1, day);
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    ...(year === null ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(at);
}
