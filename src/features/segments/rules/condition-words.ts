import { type Stage, stages } from '#src/features/activity/index.ts';
import { keyOf, readValue } from '#src/features/memory/index.ts';
import type { Field } from '#src/features/memory/index.ts';
import { type Amount, type Filter, limits, type Sign } from './filter.ts';
import type { Names } from './names.ts';
import { isNameText } from './name-words.ts';
import { nearestWord } from './nearest-word.ts';
import type { TextProblem } from './text-problem.ts';
import type { Operator, Token } from './tokens.ts';

/** A typed condition. */
export type Typed = Extract<Token, { kind: 'condition' }>;

/** Each key of the text form with an example that is understood whatever tags and fields there are. */
export const examples = {
  stage: 'stage:vip',
  score: 'score>=50',
  in: 'in>=10',
  out: 'out<=3',
  recent: 'recent>=5',
  tag: 'tag:"big spender"',
  field: 'field.City:berlin',
  reach: 'reach:blocked',
  lang: 'lang:de',
  source: 'source:instagram',
  first: 'first<30d',
  last: 'last>30d',
  waiting: 'waiting>4h',
  snoozed: 'snoozed',
  note: 'note',
  followup: 'followup<7d',
  date: 'date<14d',
  name: 'name:anna',
  username: 'username',
  noai: 'noai',
  summary: 'summary',
  facts: 'facts',
  everyone: 'everyone',
} as const;

type Key = keyof typeof examples;
type Read = Filter | TextProblem;

/** What Telegram says of a person's language: an IETF tag. */
const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/u;

const signs: Readonly<Record<Operator, Sign>> = {
  '>=': 'min',
  '<=': 'max',
  '>': 'above',
  '<': 'below',
  ':': 'is',
  '=': 'is',
};

/** Reads one typed condition; `age>=18` may stand for `field.age>=18`. */
export function readCondition(typed: Typed, names: Names): Read {
  const key = typed.key.toLowerCase() === 'language' ? 'lang' : typed.key.toLowerCase();
  if (isKey(key) && (typed.name === null || key === 'field')) return readKnown(key, typed, names);
  const field = typed.name === null ? fieldNamed(typed.key, names) : undefined;
  if (field) return readField(field, typed);
  const word = typed.name === null ? typed.key : `${typed.key}.${typed.name}`;
  const { at, end } = typed;
  return { problem: 'unknown-word', word, meant: meantBy(typed, names), at, end };
}

function readKnown(key: Key, typed: Typed, names: Names): Read {
  const { operator, value } = typed;
  const equal = operator === ':' || operator === '=';
  const wrong = badValue(key, typed);
  switch (key) {
    case 'stage': {
      const stage = stages.find((known: Stage) => known === value?.toLowerCase());
      return equal && stage ? { is: 'stage', stage } : wrong;
    }
    case 'score':
    case 'in':
    case 'out':
    case 'recent':
      return readAmount(key, typed);
    case 'tag':
      return equal && value !== null ? readTag(value, typed, names) : wrong;
    case 'field': {
      const field = fieldNamed(typed.name ?? '', names);
      if (field) return readField(field, typed);
      const meant = nearestWord(
        typed.name ?? '',
        names.fields.map(({ name }) => name),
      );
      return { problem: 'no-field', word: typed.name ?? '', meant, at: typed.at, end: typed.end };
    }
    case 'reach': {
      const reach = value?.toLowerCase();
      return equal && (reach === 'open' || reach === 'blocked') ? { is: 'reach', reach } : wrong;
    }
    case 'lang':
    case 'source': {
      if (!equal || value === null || value.length > limits.text) return wrong;
      const tag = value.toLowerCase();
      if (key === 'lang' && !languageTag.test(tag)) return wrong;
      return key === 'lang' ? { is: 'language', language: tag } : { is: 'source', source: tag };
    }
    case 'first':
    case 'last': {
      const days = daysIn(value, limits.days);
      if (days === null || operator === '=') return wrong;
      const when = operator === '>' || operator === '>=' ? 'before' : 'within';
      return { is: 'seen', of: key, when, days };
    }
    case 'waiting': {
      if (operator === null) return { is: 'waiting', hours: 0 };
      const hours = hoursIn(value);
      return hours === null || operator.startsWith('<') ? wrong : { is: 'waiting', hours };
    }
    case 'followup': {
      if (operator === null) return { is: 'followup', days: null };
      const days = daysIn(value, limits.days);
      return days === null || operator.startsWith('>') ? wrong : { is: 'followup', days };
    }
    case 'date': {
      const days = daysIn(value, 366);
      return days === null || operator?.startsWith('>') ? wrong : { is: 'date-soon', days };
    }
    case 'name':
      return operator === ':' && value !== null && value.length <= limits.text && isNameText(value)
        ? { is: 'name', text: value }
        : wrong;
    case 'snoozed':
    case 'note':
    case 'username':
    case 'noai':
    case 'summary':
    case 'facts':
      return operator === null ? { is: key } : wrong;
    case 'everyone':
      return operator === null ? { all: [] } : wrong;
  }
}

/** Whole numbers, so that more than 5 is at least 6. */
function readAmount(of: Amount, typed: Typed): Read {
  const wrong = badValue(of, typed);
  if (typed.operator === null || !/^\d{1,9}$/u.test(typed.value ?? '')) return wrong;
  const value = Number(typed.value);
  const sign = signs[typed.operator];
  switch (sign) {
    case 'min':
    case 'max':
      return { is: 'amount', of, sign, value };
    case 'above':
      return { is: 'amount', of, sign: 'min', value: value + 1 };
    case 'below':
      return value === 0 ? wrong : { is: 'amount', of, sign: 'max', value: value - 1 };
    case 'is':
      return {
        all: [
          { is: 'amount', of, sign: 'min', value },
          { is: 'amount', of, sign: 'max', value },
        ],
      };
  }
}

function readTag(typedName: string, { at, end }: Typed, names: Names): Read {
  const key = keyOf(typedName.replace(/^#/u, ''));
  const tag = names.tags.find(
    ({ name }) => keyOf(name) === key || keyOf(name) === keyOf(typedName),
  );
  if (tag) return { is: 'tag', tagId: tag.id };
  const meant = nearestWord(
    typedName,
    names.tags.map(({ name }) => name),
  );
  return { problem: 'no-tag', word: typedName, meant, at, end };
}

function readField(field: Field, typed: Typed): Read {
  const { operator, value } = typed;
  if (operator === null) return { is: 'field', fieldId: field.id, test: 'present' };
  const wrong = badValue('field', typed, fieldExample(field));
  if (value === null || value.length > limits.text) return wrong;
  const equal = operator === ':' || operator === '=';
  const sign = signs[operator];
  const is = { is: 'field', fieldId: field.id } as const;
  if (field.type === 'text') {
    if (!equal || value.trim() === '') return wrong;
    return { ...is, test: operator === ':' ? 'contains' : 'equals', text: value };
  }
  const read = readValue(field, value);
  if (!read.ok) return wrong;
  if (field.type === 'choice') {
    return equal ? { ...is, test: 'choice', choice: String(read.value) } : wrong;
  }
  return field.type === 'number'
    ? { ...is, test: 'number', sign, number: Number(read.value) }
    : { ...is, test: 'date', sign, date: String(read.value) };
}

function fieldExample(field: Field): string {
  const key = /^[\p{L}\p{N}_]+$/u.test(field.name) ? field.name : `"${field.name}"`;
  switch (field.type) {
    case 'text':
      return `field.${key}:berlin`;
    case 'number':
      return `field.${key}>=18`;
    case 'date':
      return `field.${key}>2024-01-31`;
    case 'choice':
      return `field.${key}="${field.choices[0] ?? ''}"`;
  }
}

function fieldNamed(name: string, names: Names): Field | undefined {
  return names.fields.find((field) => keyOf(field.name) === keyOf(name));
}

/** What a word that is no key may stand for: a stage, a tag, or a key that is written nearly so. */
function meantBy({ key, name, operator }: Typed, names: Names): string | null {
  const word = key.toLowerCase();
  if (operator === null && name === null) {
    if (stages.some((stage) => stage === word)) return `stage:${word}`;
    const tag = names.tags.find((known) => keyOf(known.name) === keyOf(key));
    if (tag) return `tag:${key}`;
  }
  return nearestWord(word, [
    ...Object.keys(examples),
    'not',
    'or',
    ...names.fields.map((f) => f.name),
  ]);
}

function badValue(key: Key, { at, end }: Typed, example: string = examples[key]): TextProblem {
  return { problem: 'bad-value', key, example, at, end };
}

function isKey(key: string): key is Key {
  return Object.hasOwn(examples, key);
}

/** `30`, `30d` or `4w`. */
function daysIn(value: string | null, most: number): number | null {
  const match = /^(\d{1,5})([dw]?)$/iu.exec(value ?? '');
  if (!match) return null;
  const days = Number(match[1]) * (match[2]?.toLowerCase() === 'w' ? 7 : 1);
  return days >= 1 && days <= most ? days : null;
}

/** `4`, `4h` or `2d`. */
function hoursIn(value: string | null): number | null {
  const match = /^(\d{1,5})([hd]?)$/iu.exec(value ?? '');
  if (!match) return null;
  const hours = Number(match[1]) * (match[2]?.toLowerCase() === 'd' ? 24 : 1);
  return hours <= limits.hours ? hours : null;
}
