import { stages } from '#src/features/activity/index.ts';
import { type examples, readCondition } from './condition-words.ts';
import { type Condition, isCondition } from './filter.ts';
import { fieldIn, type Names, tagIn } from './names.ts';
import { parseText } from './parse-text.ts';
import type { Operator } from './tokens.ts';
import type { FieldId, TagId } from '#src/core/ids.ts';
import { choiceCode, choiceWithCode, type Field } from '#src/features/memory/index.ts';

/** The kinds of conditions whose values the menu offers. */
export const kinds = [
  'stage',
  'score',
  'in',
  'out',
  'recent',
  'tag',
  'field',
  'reach',
  'lang',
  'source',
  'first',
  'last',
  'waiting',
  'followup',
  'date',
  'name',
] as const;

/** A kind of condition in the menu. */
export type Kind = (typeof kinds)[number];

/** Conditions that need no value. */
export const plainKinds = ['note', 'username', 'snoozed', 'noai', 'summary', 'facts'] as const;

/** What a menu offers for a kind: conditions to be put in by a tap, and questions whose answer is typed. */
export interface Choices {
  /** In the text form, or by ids: `#t3` a tag, `#f2` a field that says something, `#c2.1` a choice of a field by its code. */
  readonly puts: readonly string[];
  /** The beginning of a condition in the text form; `#f2>=` for a field. */
  readonly asks: readonly string[];
}

const seen = (key: 'first' | 'last') => ({
  puts: [1, 7, 30, 90]
    .map((days) => `${key}<${days}d`)
    .concat([7, 30, 90, 365].map((days) => `${key}>${days}d`)),
  asks: [`${key}<`, `${key}>`],
});
const counts = (key: 'in' | 'out' | 'recent') => ({
  puts: [`${key}>=1`, `${key}>=10`, `${key}>=50`, `${key}<=0`, `${key}<=5`, `${key}<=20`],
  asks: [`${key}>=`, `${key}<=`],
});

const fixed: Readonly<Record<Exclude<Kind, 'tag' | 'field'>, Choices>> = {
  stage: { puts: stages.map((stage) => `stage:${stage}`), asks: [] },
  score: {
    puts: ['score>=20', 'score>=50', 'score>=80', 'score<=20', 'score<=50', 'score<=80'],
    asks: ['score>=', 'score<='],
  },
  in: counts('in'),
  out: counts('out'),
  recent: counts('recent'),
  reach: { puts: ['reach:open', 'reach:blocked'], asks: [] },
  lang: {
    puts: ['en', 'de', 'es', 'fr', 'it', 'pt', 'ru', 'uk', 'tr', 'ar', 'ja', 'zh'].map(
      (language) => `lang:${language}`,
    ),
    asks: ['lang:'],
  },
  source: { puts: [], asks: ['source:'] },
  first: seen('first'),
  last: seen('last'),
  waiting: { puts: ['waiting', 'waiting>4h', 'waiting>24h', 'waiting>72h'], asks: ['waiting>'] },
  followup: {
    puts: ['followup', 'followup<1d', 'followup<7d', 'followup<30d'],
    asks: ['followup<'],
  },
  date: { puts: ['date<1d', 'date<7d', 'date<14d', 'date<30d'], asks: ['date<'] },
  name: { puts: [], asks: ['name:'] },
};

/** What is offered for a kind; for fields see `fieldChoices`. */
export function choicesOf(kind: Exclude<Kind, 'field'>, names: Names): Choices {
  if (kind === 'tag') return { puts: names.tags.map(({ id }) => `#t${id}`), asks: [] };
  if (kind === 'source') {
    return { ...fixed.source, puts: (names.sources ?? []).map((source) => `source:${source}`) };
  }
  return fixed[kind];
}

/** What is offered for a field. */
export function fieldChoices({ id, type, choices }: Field): Choices {
  const puts = [`#f${id}`, ...choices.map((choice) => `#c${id}.${choiceCode(choice)}`)];
  const operators = {
    text: [':', '='],
    number: ['>=', '<=', '='],
    date: ['>', '<', '='],
    choice: [],
  };
  return { puts, asks: operators[type].map((operator) => `#f${id}${operator}`) };
}

/** The condition that a button puts in; null when it is unknown or what it asks for is gone. */
export function conditionFrom(put: string, names: Names): Condition | null {
  const [, kind, id, code] = /^#([tfc])(\d{1,15})(?:\.(\d{1,10}))?$/u.exec(put) ?? [];
  if (kind === 't') {
    const tag = tagIn(names, Number(id) as TagId);
    return tag ? { is: 'tag', tagId: tag.id } : null;
  }
  if (kind !== undefined) {
    const field = fieldIn(names, Number(id) as FieldId);
    if (!field) return null;
    const is = { is: 'field', fieldId: field.id } as const;
    if (kind === 'f') return { ...is, test: 'present' };
    const choice = choiceWithCode(field.choices, Number(code));
    return choice === undefined ? null : { ...is, test: 'choice', choice };
  }
  const read = parseText(put, names);
  return read.ok && isCondition(read.filter) ? read.filter : null;
}

/** A question of the menu: the beginning of a condition whose value is typed. */
export interface Question {
  readonly key: keyof typeof examples;
  readonly operator: Operator;
  readonly field: Field | null;
}

/** Reads the question of a button; null when it is none or its field is gone. */
export function questionFrom(ask: string, names: Names): Question | null {
  const [, key, id, operator] = /^(?:([a-z]{1,10})|#f(\d{1,15}))(>=|<=|[:=<>])$/u.exec(ask) ?? [];
  const field = id === undefined ? null : (fieldIn(names, Number(id) as FieldId) ?? null);
  if (operator === undefined || (id !== undefined && !field)) return null;
  const known = id === undefined ? kinds.find((kind) => kind === key) : 'field';
  return known ? { key: known, operator: operator as Operator, field } : null;
}

/** The condition of a question with its typed answer; null when that does not fit. */
export function conditionAnswered(
  { key, operator, field }: Question,
  typed: string,
  names: Names,
): Condition | null {
  const value = typed.replace(/\s+/gu, ' ').trim();
  if (value === '') return null;
  const name = field?.name ?? null;
  const read = readCondition(
    { kind: 'condition', key, name, operator, value, at: 0, end: 0 },
    names,
  );
  return 'is' in read ? read : null;
}
