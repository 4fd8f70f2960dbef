import type { Translate } from '#src/core/texts.ts';
import { stageName } from '#src/features/activity/index.ts';
import { safeLine, safeName } from '#src/features/fans/index.ts';
import { type Field, shownValue, tagLabel } from '#src/features/memory/index.ts';
import type { Kind, plainKinds } from './choices.ts';
import type { Contradiction } from './contradiction.ts';
import {
  type Condition,
  type FieldTest,
  type Filter,
  isCondition,
  type Literal,
} from './filter.ts';
import { fieldIn, type Gone, type Names, tagIn } from './names.ts';

/** What words are made with. */
export interface Speech {
  readonly names: Names;
  readonly language: string;
  readonly t: Translate;
}

/** What each kind of condition is called. */
export const kindKeys = {
  stage: 'segments-kind-stage',
  score: 'segments-kind-score',
  in: 'segments-kind-in',
  out: 'segments-kind-out',
  recent: 'segments-kind-recent',
  tag: 'segments-kind-tag',
  field: 'segments-kind-field',
  reach: 'segments-kind-reach',
  lang: 'segments-kind-language',
  source: 'segments-kind-source',
  first: 'segments-kind-first',
  last: 'segments-kind-last',
  waiting: 'segments-kind-waiting',
  followup: 'segments-kind-followup',
  date: 'segments-kind-date',
  name: 'segments-kind-name',
  note: 'segments-kind-note',
  username: 'segments-kind-username',
  snoozed: 'segments-kind-snoozed',
  noai: 'segments-kind-noai',
  summary: 'segments-kind-summary',
  facts: 'segments-kind-facts',
} as const satisfies Record<Kind | (typeof plainKinds)[number], string>;

const numberKeys = {
  min: 'segments-is-min',
  max: 'segments-is-max',
  above: 'segments-is-more',
  below: 'segments-is-less',
  is: 'segments-is',
} as const;

const dateKeys = {
  min: 'segments-is-from',
  max: 'segments-is-until',
  above: 'segments-is-after',
  below: 'segments-is-before',
  is: 'segments-is',
} as const;

const goneKeys = {
  tag: 'segments-gone-tag',
  field: 'segments-gone-field',
  choice: 'segments-gone-choice',
} as const satisfies Record<Gone, string>;

/** A filter in words, on one line; groups in brackets. */
export function filterWords(filter: Filter, speech: Speech): string {
  const { t } = speech;
  if (isCondition(filter)) return conditionWords(filter, speech);
  if ('not' in filter) return t('segments-not', { what: filterWords(filter.not, speech) });
  const all = 'all' in filter;
  const parts = all ? filter.all : filter.any;
  if (parts.length === 0) return t('segments-everyone');
  const joint = t(all ? 'segments-and' : 'segments-or');
  return `(${parts.map((part) => filterWords(part, speech)).join(` ${joint} `)})`;
}

/** A filter in words, without the brackets around all of it. */
export function bareWords(filter: Filter, speech: Speech): string {
  const words = filterWords(filter, speech);
  return 'all' in filter || 'any' in filter ? words.replace(/^\((.*)\)$/su, '$1') : words;
}

/** One condition in words. */
export function conditionWords(condition: Condition, speech: Speech): string {
  const { names, language, t } = speech;
  const is = (kind: keyof typeof kindKeys, value: string) =>
    t('segments-is', { what: t(kindKeys[kind]), value });
  switch (condition.is) {
    case 'stage':
      return is('stage', stageName(condition.stage, t));
    case 'amount':
      return t(numberKeys[condition.sign], {
        what: t(kindKeys[condition.of]),
        value: condition.value,
      });
    case 'tag': {
      const tag = tagIn(names, condition.tagId);
      return is('tag', tag ? safeLine(tagLabel(tag)) : t('segments-gone'));
    }
    case 'field': {
      const field = fieldIn(names, condition.fieldId);
      return field ? testWords(field, condition, speech) : is('field', t('segments-gone'));
    }
    case 'reach':
      return t(condition.reach === 'open' ? 'segments-reach-open' : 'segments-reach-blocked');
    case 'language':
      return is('lang', languageName(condition.language, language));
    case 'source':
      return is('source', safeName(condition.source));
    case 'seen':
      return t(condition.when === 'within' ? 'segments-is-within' : 'segments-is-ago', {
        what: t(kindKeys[condition.of]),
        span: span(condition.days, 'day', language),
      });
    case 'waiting': {
      const { hours } = condition;
      if (hours === 0) return t(kindKeys.waiting);
      const days = hours >= 48 && hours % 24 === 0;
      const value = days ? span(hours / 24, 'day', language) : span(hours, 'hour', language);
      return t('segments-is-min', { what: t(kindKeys.waiting), value });
    }
    case 'followup':
      if (condition.days === null) return t(kindKeys.followup);
      return t('segments-is-due', {
        what: t(kindKeys.followup),
        span: span(condition.days, 'day', language),
      });
    case 'date-soon':
      return t('segments-is-due', {
        what: t(kindKeys.date),
        span: span(condition.days, 'day', language),
      });
    case 'name':
      return t('segments-is-begun', { what: t(kindKeys.name), value: safeLine(condition.text) });
    case 'note':
    case 'username':
    case 'snoozed':
    case 'noai':
    case 'summary':
    case 'facts':
      return t(kindKeys[condition.is]);
  }
}

/** Why nobody can match, in words. */
export function contradictionWords(reason: Contradiction, speech: Speech): string {
  const { t } = speech;
  switch (reason.why) {
    case 'both': {
      const first = literalWords(reason.first, speech);
      return t('segments-why-both', { first, second: literalWords(reason.second, speech) });
    }
    case 'never':
      return t('segments-why-never', { what: literalWords(reason.literal, speech) });
    case 'gone':
      return t('segments-why-gone');
  }
}

/** What vanished since a filter was written, in words. */
export function goneWords(gone: Gone, t: Translate): string {
  return t(goneKeys[gone]);
}

/** What a language is called in another. */
export function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? safeName(code);
  } catch {
    return safeName(code);
  }
}

function literalWords({ condition, negated }: Literal, speech: Speech): string {
  const what = conditionWords(condition, speech);
  return negated ? speech.t('segments-not', { what }) : what;
}

function testWords(field: Field, test: FieldTest, { language, t }: Speech): string {
  const what = safeName(field.name);
  switch (test.test) {
    case 'present':
      return t('segments-is-present', { what });
    case 'contains':
      return t('segments-is-with', { what, value: safeLine(test.text) });
    case 'equals':
      return t('segments-is', { what, value: safeLine(test.text) });
    case 'choice': {
      const known = field.choices.includes(test.choice);
      const value = safeLine(test.choice);
      return t('segments-is', { what, value: known ? value : t('segments-gone-value', { value }) });
    }
    case 'number':
      return t(numberKeys[test.sign], { what, value: shownValue(field, test.number, language) });
    case 'date':
      return t(dateKeys[test.sign], { what, value: shownValue(field, test.date, language) });
  }
}

function span(value: number, unit: 'day' | 'hour', language: string): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}
