import type { FieldId, TagId } from '#src/core/ids.ts';
import type { Stage } from '#src/features/activity/index.ts';

/** What is counted of a fan: score (0 to 100), messages from them, to them, and from them in the last 30 days. */
export type Amount = 'score' | 'in' | 'out' | 'recent';

/** How a value is compared: at least, at most, more (later), less (earlier), exactly. */
export type Sign = 'min' | 'max' | 'above' | 'below' | 'is';

/** What a field of the creator's must say. A field without a value says nothing, so nothing of it holds. */
export type FieldTest =
  | { readonly test: 'present' }
  | { readonly test: 'contains' | 'equals'; readonly text: string }
  | { readonly test: 'choice'; readonly choice: string }
  | { readonly test: 'number'; readonly sign: Sign; readonly number: number }
  /** As YYYY-MM-DD. */
  | { readonly test: 'date'; readonly sign: Sign; readonly date: string };

/** One fact that a fan must have. Tags and fields are meant by their ids, so that renaming changes nothing. */
export type Condition =
  | { readonly is: 'stage'; readonly stage: Stage }
  | {
      readonly is: 'amount';
      readonly of: Amount;
      readonly sign: 'min' | 'max';
      readonly value: number;
    }
  | { readonly is: 'tag'; readonly tagId: TagId }
  | ({ readonly is: 'field'; readonly fieldId: FieldId } & FieldTest)
  | { readonly is: 'reach'; readonly reach: 'open' | 'blocked' }
  /** An IETF tag in lower case: `pt` holds for `pt-br`, too. */
  | { readonly is: 'language'; readonly language: string }
  /** The tag of the deep link they came by, in lower case. */
  | { readonly is: 'source'; readonly source: string }
  /** Within the last so many days, or longer ago. */
  | {
      readonly is: 'seen';
      readonly of: 'first' | 'last';
      readonly when: 'within' | 'before';
      readonly days: number;
    }
  /** For at least so many hours; 0: at all. */
  | { readonly is: 'waiting'; readonly hours: number }
  /** An open follow-up, due within so many days (or past); null: at all. */
  | { readonly is: 'followup'; readonly days: number | null }
  /** An important date today or within so many days. */
  | { readonly is: 'date-soon'; readonly days: number }
  /** Each word of the text is the beginning of a word of the name or the handle. */
  | { readonly is: 'name'; readonly text: string }
  | { readonly is: 'note' }
  | { readonly is: 'username' }
  | { readonly is: 'snoozed' }
  /** Keeps their messages away from AI providers. */
  | { readonly is: 'noai' }
  | { readonly is: 'summary' }
  | { readonly is: 'facts' };

/** Which fans are meant. `{ all: [] }` means every fan; other groups are never empty. Deleted accounts are never meant. */
export type Filter =
  | Condition
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter };

/** A condition as it stands or turned round. */
export interface Literal {
  readonly condition: Condition;
  readonly negated: boolean;
}

/** Groups inside each other, and conditions altogether: more is no longer understood by whoever reads it. */
export const limits = { depth: 6, conditions: 20, text: 100, days: 3_650, hours: 8_760 } as const;

/** Every fan. */
export const everyone: Filter = { all: [] };

/** Whether this is one condition, and no group. */
export function isCondition(filter: Filter): filter is Condition {
  return 'is' in filter;
}

/** All conditions of a filter, in their order. */
export function conditionsOf(filter: Filter): Condition[] {
  if (isCondition(filter)) return [filter];
  if ('not' in filter) return conditionsOf(filter.not);
  return ('all' in filter ? filter.all : filter.any).flatMap(conditionsOf);
}

/** How many groups and negations stand inside each other; a condition has none. */
export function depthOf(filter: Filter): number {
  if (isCondition(filter)) return 0;
  const inner = 'not' in filter ? [filter.not] : 'all' in filter ? filter.all : filter.any;
  return 1 + Math.max(0, ...inner.map(depthOf));
}

/** Why a filter is larger than anybody reads; null when it is not. */
export function tooLarge(filter: Filter): 'too-deep' | 'too-many' | null {
  if (conditionsOf(filter).length > limits.conditions) return 'too-many';
  return depthOf(filter) > limits.depth ? 'too-deep' : null;
}
