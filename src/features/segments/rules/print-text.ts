import { type Condition, type Filter, isCondition, type Sign } from './filter.ts';
import { fieldIn, type Names, tagIn } from './names.ts';

const operators = {
  min: '>=',
  max: '<=',
  above: '>',
  below: '<',
  is: '=',
} as const satisfies Record<Sign, string>;

/** The filter as `parseText` reads it; null when it asks for a tag or field that is gone, which has no name. */
export function printText(filter: Filter, names: Names): string | null {
  const printed = printFilter(filter, names, 'whole');
  return printed.includes(gone) ? null : printed;
}

/** Stands for what has no name; nothing that is printed holds it. */
const gone = '\u0000';

function printFilter(
  filter: Filter,
  names: Names,
  inside: 'whole' | 'all' | 'any' | 'not',
): string {
  if (isCondition(filter)) return printCondition(filter, names);
  if ('not' in filter) return `not ${printFilter(filter.not, names, 'not')}`;
  const all = 'all' in filter;
  const parts = all ? filter.all : filter.any;
  if (parts.length === 0) return 'everyone';
  const printed = parts
    .map((part) => printFilter(part, names, all ? 'all' : 'any'))
    .join(all ? ' ' : ' or ');
  return inside === 'whole' ? printed : `(${printed})`;
}

function printCondition(condition: Condition, names: Names): string {
  switch (condition.is) {
    case 'stage':
      return `stage:${condition.stage}`;
    case 'amount':
      return `${condition.of}${operators[condition.sign]}${condition.value}`;
    case 'tag': {
      const tag = tagIn(names, condition.tagId);
      return tag ? `tag:${printedValue(tag.name)}` : gone;
    }
    case 'field': {
      const field = fieldIn(names, condition.fieldId);
      return field ? `field.${printedName(field.name)}${printTest(condition)}` : gone;
    }
    case 'reach':
      return `reach:${condition.reach}`;
    case 'language':
      return `lang:${printedValue(condition.language)}`;
    case 'source':
      return `source:${printedValue(condition.source)}`;
    case 'seen':
      return `${condition.of}${condition.when === 'within' ? '<' : '>'}${condition.days}d`;
    case 'waiting':
      return condition.hours === 0 ? 'waiting' : `waiting>${condition.hours}h`;
    case 'followup':
      return condition.days === null ? 'followup' : `followup<${condition.days}d`;
    case 'date-soon':
      return `date<${condition.days}d`;
    case 'name':
      return `name:${printedValue(condition.text)}`;
    case 'note':
    case 'username':
    case 'snoozed':
    case 'noai':
    case 'summary':
    case 'facts':
      return condition.is;
  }
}

function printTest(condition: Extract<Condition, { is: 'field' }>): string {
  switch (condition.test) {
    case 'present':
      return '';
    case 'contains':
      return `:${printedValue(condition.text)}`;
    case 'equals':
      return `=${printedValue(condition.text)}`;
    case 'choice':
      return `=${printedValue(condition.choice)}`;
    case 'number':
      return `${operators[condition.sign]}${condition.number}`;
    case 'date':
      return `${operators[condition.sign]}${condition.date}`;
  }
}

/** A field's name as it is typed: short where it can be. */
export function printedName(text: string): string {
  return /^[\p{L}\p{N}_]+$/u.test(text) ? text : quoted(text);
}

/** A value as it is typed: short where it can be. */
export function printedValue(text: string): string {
  return /^[\p{L}\p{N}_@.][\p{L}\p{N}_@.+-]*$/u.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/gu, '\\$&')}"`;
}
