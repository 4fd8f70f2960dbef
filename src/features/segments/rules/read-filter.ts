import { z } from 'zod';
import type { FieldId, TagId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import { type Condition, type Filter, limits, tooLarge } from './filter.ts';
import { isNameText } from './name-words.ts';

/** Why what is stored is no filter: of another version or changed by hand, or larger than allowed. */
export type UnreadableReason = 'unreadable' | 'too-deep' | 'too-many';

const id = z.number().int().positive();
const tagId = id as unknown as z.ZodType<TagId>;
const fieldId = id as unknown as z.ZodType<FieldId>;
const days = z.number().int().min(1).max(limits.days);
const text = z.string().min(1).max(limits.text);
const sign = z.enum(['min', 'max', 'above', 'below', 'is']);

const field = { is: z.literal('field'), fieldId };

const condition: z.ZodType<Condition> = z.union([
  z.object({
    is: z.literal('stage'),
    stage: z.enum(['new', 'active', 'vip', 'cooling', 'lost']),
  }),
  z.object({
    is: z.literal('amount'),
    of: z.enum(['score', 'in', 'out', 'recent']),
    sign: z.enum(['min', 'max']),
    value: z.number().int().min(0),
  }),
  z.object({ is: z.literal('tag'), tagId }),
  z.object({ ...field, test: z.literal('present') }),
  z.object({ ...field, test: z.enum(['contains', 'equals']), text }),
  z.object({ ...field, test: z.literal('choice'), choice: text }),
  z.object({ ...field, test: z.literal('number'), sign, number: z.number() }),
  z.object({ ...field, test: z.literal('date'), sign, date: z.iso.date() }),
  z.object({ is: z.literal('reach'), reach: z.enum(['open', 'blocked']) }),
  z.object({ is: z.literal('language'), language: text }),
  z.object({ is: z.literal('source'), source: text }),
  z.object({
    is: z.literal('seen'),
    of: z.enum(['first', 'last']),
    when: z.enum(['within', 'before']),
    days,
  }),
  z.object({ is: z.literal('waiting'), hours: z.number().int().min(0).max(limits.hours) }),
  z.object({ is: z.literal('followup'), days: days.nullable() }),
  z.object({ is: z.literal('date-soon'), days: days.max(366) }),
  z.object({ is: z.literal('name'), text: text.refine(isNameText) }),
  z.object({ is: z.enum(['note', 'username', 'snoozed', 'noai', 'summary', 'facts']) }),
]);

/** Reads a filter from stored JSON. Whatever stands there, it is a filter or a refusal. */
export function readFilter(json: string): Result<{ filter: Filter }, UnreadableReason> {
  const filter = filterFrom(parsed(json), 0);
  if (filter === 'too-deep') return refuse('too-deep');
  if (!filter) return refuse('unreadable');
  const large = tooLarge(filter);
  return large ? refuse(large) : { ok: true, filter };
}

type Found = Filter | 'too-deep' | undefined;

function filterFrom(value: unknown, depth: number): Found {
  if (depth > limits.depth) return 'too-deep';
  if (typeof value !== 'object' || value === null) return undefined;
  if ('not' in value) {
    const inner = filterFrom(value.not, depth + 1);
    return inner && inner !== 'too-deep' ? { not: inner } : inner;
  }
  if ('all' in value) return groupFrom(value.all, depth, (all) => ({ all }));
  if ('any' in value) {
    const group = groupFrom(value.any, depth, (any) => ({ any }));
    return typeof group === 'object' && 'any' in group && group.any.length === 0
      ? undefined
      : group;
  }
  return condition.safeParse(value).data;
}

function groupFrom(value: unknown, depth: number, make: (parts: Filter[]) => Filter): Found {
  if (!Array.isArray(value)) return undefined;
  const parts: Filter[] = [];
  for (const each of value) {
    const part = filterFrom(each, depth + 1);
    if (!part || part === 'too-deep') return part;
    parts.push(part);
  }
  return make(parts);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
