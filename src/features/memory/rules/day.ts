import { refuse, type Result } from '#src/core/result.ts';
import { readName } from './names.ts';

/** A day of the year, with the year in which it began where that is known. */
export interface Day {
  readonly month: number;
  readonly day: number;
  readonly year?: number;
}

/** Whether there is such a day; without a year, 29 February is one. */
export function isDay({ year = 2000, month, day }: Day): boolean {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Why a date is not understood. */
export type DateRefusal = 'no-date' | 'no-label' | 'too-long';

/**
 * Reads what a person typed for an important date: what it is and when, in either order, as "birthday 12.05.1990",
 * "12.05. wedding", "1990-05-12 birthday" or "12 May birthday" with the months of a language or of English.
 */
export function readImportantDate(
  typed: string,
  language: string,
): Result<{ label: string; day: Day }, DateRefusal> {
  const text = typed.replace(/\s+/gu, ' ').trim();
  const found = findDay(text, language);
  if (!found || !isDay(found.day)) return refuse('no-date');
  const label = readName(text.replace(found.written, ' ').replace(/\s+/gu, ' ').trim());
  if (label.ok) return { ok: true, label: label.name, day: found.day };
  return refuse(label.reason === 'empty' ? 'no-label' : 'too-long');
}

interface Found {
  readonly written: string;
  readonly day: Day;
}

/** The first day in a text, which `isDay` has not yet looked at, and how it is written there. */
export function findDay(text: string, language: string): Found | null {
  return findNumbers(text) ?? findWords(text, language) ?? findWords(text, 'en');
}

function findNumbers(text: string): Found | null {
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/u.exec(text);
  if (iso) return found(iso[0], iso[3], iso[2], iso[1]);
  const dotted = /(?<!\d)(\d{1,2})[./](\d{1,2})(?:[./](\d{4})(?!\d)|[./]?(?![\d]))/u.exec(text);
  return dotted ? found(dotted[0], dotted[1], dotted[2], dotted[3]) : null;
}

const dayFirst =
  /(?<!\d)(?<day>\d{1,2})\.? (?:de )?(?<word>\p{L}{3,})\.?(?:,? (?:de )?(?<year>\d{4}))?/gu;
const monthFirst = /(?<word>\p{L}{3,})\.? (?<day>\d{1,2})(?!\d)(?:,? (?<year>\d{4}))?/gu;

function findWords(text: string, language: string): Found | null {
  const months = monthNames(language);
  for (const match of [...text.matchAll(dayFirst), ...text.matchAll(monthFirst)]) {
    const { word = '', day, year } = match.groups ?? {};
    const wanted = word.toLocaleLowerCase(language);
    const month = months.findIndex((names) => names.some((name) => begins(name, wanted)));
    if (month >= 0) return found(match[0], day, `${month + 1}`, year);
  }
  return null;
}

function begins(name: string, wanted: string): boolean {
  return name === wanted || (wanted.length >= 3 && name.startsWith(wanted));
}

/** Each month as it is called in a language, alone and behind a day. */
function monthNames(language: string): string[][] {
  return Array.from({ length: 12 }, (_, month) => {
    const at = Date.UTC(2024, month, 12);
    const alone = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const behind = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    const part = behind.formatToParts(at).find(({ type }) => type === 'month')?.value ?? '';
    return [alone.format(at), part].map((name) => name.toLocaleLowerCase(language));
  });
}

function found(
  written: string,
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): Found {
  const known = year === undefined ? {} : { year: Number(year) };
  return { written, day: { day: Number(day), month: Number(month), ...known } };
}
