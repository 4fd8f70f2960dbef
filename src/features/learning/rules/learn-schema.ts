import { z } from 'zod';
import { refuse, type Result } from '#src/core/result.ts';

const strings = { type: 'array', items: { type: 'string' } } as const;
const numbers = { type: 'array', items: { type: 'integer' } } as const;

/** The answer's form, for models with strict schemas: all required, nothing else allowed. */
export const learnSchema = {
  name: 'persona',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['tone', 'dos', 'donts', 'facts', 'prices'],
    properties: {
      tone: { type: 'string' },
      dos: strings,
      donts: strings,
      facts: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['text', 'replies'],
          properties: { text: { type: 'string' }, replies: numbers },
        },
      },
      prices: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['what', 'amount', 'currency', 'replies'],
          properties: {
            what: { type: 'string' },
            amount: { type: 'string' },
            currency: { type: 'string' },
            replies: numbers,
          },
        },
      },
    },
  },
} as const;

/**
 * What a model answered, as far as its form goes: nothing of it is checked yet. The numbers of replies that it names are for the
 * model's own care; they are counted anew.
 */
export interface ModelAnswer {
  readonly tone: string;
  readonly dos: readonly string[];
  readonly donts: readonly string[];
  readonly facts: readonly string[];
  readonly prices: readonly {
    readonly what: string;
    readonly amount: string;
    readonly currency: string;
  }[];
}

/** Largest answer that is looked at, in UTF-16 units; most of one kind, and the longest text. */
const largest = 32 * 1_024;
const mostOfKind = 20;
const longest = 1_000;

const line = z.string().max(longest);
const amount = z.union([line, z.number().transform(String)]);
const fact = z.object({ text: line });
const price = z.object({ what: line, amount, currency: line });
const list = z.array(z.unknown()).catch([]);
const form = z.object({
  tone: line.catch(''),
  dos: list,
  donts: list,
  facts: list,
  prices: list,
});

/** Reads what a model answered: one JSON object, alone or between other words. What has not the form is left out. */
export function readAnswer(answer: string): Result<{ answer: ModelAnswer }, 'junk'> {
  if (answer.length > largest) return refuse('junk');
  const read = form.safeParse(
    parsed(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)),
  );
  if (!read.success) return refuse('junk');
  const { tone, dos, donts, facts, prices } = read.data;
  return {
    ok: true,
    answer: {
      tone,
      dos: fitting(line, dos),
      donts: fitting(line, donts),
      facts: fitting(fact, facts).map(({ text }) => text),
      prices: fitting(price, prices),
    },
  };
}

function fitting<T>(shape: z.ZodType<T>, given: readonly unknown[]): T[] {
  return given.slice(0, mostOfKind).flatMap((one) => {
    const read = shape.safeParse(one);
    return read.success ? [read.data] : [];
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
