import { refuse, type Result } from '#src/core/result.ts';
import type { Field, FieldValue } from '../field.ts';
import { isDay, type Day } from './day.ts';
import { keyOf } from './names.ts';

/** Longest text of a field, in UTF-16 units. */
const maxText = 200;

/** Why a value does not fit its field. */
export type ValueRefusal = 'empty' | 'too-long' | 'no-number' | 'no-date' | 'no-choice';

/**
 * Reads what a person typed for a field. Numbers with a point or a comma, with or without spaces between thousands;
 * dates as 1990-05-12 or 12.05.1990; choices without regard to case.
 */
export function readValue(
  field: Pick<Field, 'type' | 'choices'>,
  typed: string,
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
      const date = readDate(text);
      return date ? { ok: true, value: isoOf(date) } : refuse('no-date');
    }
    case 'choice': {
      const choice = field.choices.find((known) => keyOf(known) === keyOf(text));
      return choice === undefined ? refuse('no-choice') : { ok: true, value: choice };
    }
  }
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

/** Reads choices that a person typed, one a line or between commas: two to twenty different ones. */
export function readChoices(typed: string): Result<{ choices: string[] }, 'too-few' | 'too-many'> {
  const choices: string[] = [];
  for (const word of typed.split(/[,;\n]/u)) {
    const choice = word.replace(/\s+/gu, ' ').trim().slice(0, 48);
    const known = choices.some((other) => keyOf(other) === keyOf(choice));
    if (choice !== '' && !known) choices.push(choice);
  }
  if (choices.length < 2) return refuse('too-few');
  return choices.length > 20 ? refuse('too-many') : { ok: true, choices };
}

function readDate(text: string): Required<Day> | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text);
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [dotted?.[3], dotted?.[2], dotted?.[1]];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return year !== undefined && isDay(date) ? date : null;
}

function isoOf({ year, month, day }: { year: number; month: number; day: number }): string {
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${`${year}`.padStart(4, '0')}-${two(month)}-${two(day)}`;
}
