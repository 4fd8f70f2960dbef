import { refuse, type Result } from '#src/core/result.ts';
import type { Field, FieldValue } from '../field.ts';
import { choiceNow } from './choice-now.ts';
import type { Renaming } from './name-after.ts';
import { findDay, isDay } from './day.ts';
import { keyOf } from './names.ts';

/** Longest text of a field, in UTF-16 units. */
const maxText = 200;

/** Why a value does not fit its field. */
export type ValueRefusal = 'empty' | 'too-long' | 'no-number' | 'no-full-date' | 'no-choice';

/** What of a field says how its values are read; `changes`: what choices were called before, in the order of the changes. */
export type ReadableField = Pick<Field, 'type' | 'choices'> & {
  readonly changes?: readonly Renaming[];
};

/**
 * Reads what a person typed for a field. Numbers with a point or a comma, with or without spaces between thousands;
 * dates as 1990-05-12, 12.05.1990 or 12 May 1990, with the months of the language or of English; choices without regard
 * to case, also by a name that they had before.
 */
export function readValue(
  field: ReadableField,
  typed: string,
  language = 'en',
): Result<{ value: FieldValue }, ValueRefusal> {
  const text = typed.replace(/\s+/gu, ' ').trim();
  if (text === '') return refuse('empty');
  switch (field.type) {
    case 'text':
      return text.length > maxText ? refuse('too-long') : { ok: true, value: text };
    case 'number': {
      const number = Number(text.replace(/[ '\u00a0\u202f]/gu, '').replace(',', '.'));
      return Number.isFinite(number) ? { ok: true, value: number } : refuse('no-number');
    }
    case 'date': {
      const date = readDate(text, language);
      return date === null ? refuse('no-full-date') : { ok: true, value: date };
    }
    case 'choice': {
      const choice =
        choiceCalled(text, field) ?? choiceCalled(choiceNow(text, field.changes ?? []), field);
      return choice === undefined ? refuse('no-choice') : { ok: true, value: choice };
    }
  }
}

function choiceCalled(name: string | null | undefined, { choices }: ReadableField) {
  return choices.find((known) => keyOf(known) === keyOf(name ?? ''));
}

/** The value in words of a language; numbers and dates as they are written there. */
export function shownValue(
  field: Pick<Field, 'type'>,
  value: FieldValue,
  language: string,
): string {
  if (typeof value === 'number') {
    return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
  }
  if (field.type !== 'date') return value;
  const at = Date.parse(`${value}T00:00:00Z`);
  if (Number.isNaN(at)) return value;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** A field has at least so many choices. */
export const fewestChoices = 2;

/** Reads one choice that a person typed: on one line, without what stands between choices, at most 48 units; may be empty. */
export function readChoice(typed: string): string {
  return typed
    .replace(/[\s,;]+/gu, ' ')
    .trim()
    .slice(0, 48)
    .trim();
}

/** Reads choices that a person typed, one a line or between commas: two to twenty different ones. */
export function readChoices(typed: string): Result<{ choices: string[] }, 'too-few' | 'too-many'> {
  const choices: string[] = [];
  for (const word of typed.split(/[,;\n]/u)) {
    const choice = readChoice(word);
    const known = choices.some((other) => keyOf(other) === keyOf(choice));
    if (choice !== '' && !known) choices.push(choice);
  }
  if (choices.length < fewestChoices) return refuse('too-few');
  return choices.length > 20 ? refuse('too-many') : { ok: true, choices };
}

/** A day of a known year that is all there is in the text, as 1990-05-12. */
function readDate(text: string, language: string): string | null {
  const found = findDay(text, language);
  if (found?.day.year === undefined || !isDay(found.day)) return null;
  if (text.replace(found.written, '').trim() !== '') return null;
  const { year, month, day } = found.day;
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${`${year}`.padStart(4, '0')}-${two(month)}-${two(day)}`;
}
