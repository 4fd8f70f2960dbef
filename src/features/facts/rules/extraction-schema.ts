import { z } from 'zod';
import { refuse, type Result } from '#src/core/result.ts';
import { type Subject, subjects } from '../fact.ts';

/** The answer's form, for models with strict schemas: all required, nothing else allowed. */
export const extractionSchema = {
  name: 'facts',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['facts', 'summary'],
    properties: {
      facts: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['message', 'subject', 'text'],
          properties: {
            message: { type: 'integer' },
            subject: { type: 'string', enum: [...subjects] },
            text: { type: 'string' },
          },
        },
      },
      summary: { type: 'array', items: { type: 'string' } },
    },
  },
} as const;

/** A fact as a model noted it: nothing of it is checked yet. */
export interface NotedFact {
  /** The number of the message it names. */
  readonly message: number;
  readonly subject: Subject;
  readonly text: string;
}

/** What a model noted, as far as its form goes. */
export interface Extraction {
  readonly facts: readonly NotedFact[];
  readonly summary: readonly string[];
}

/** Largest answer that is looked at, in UTF-16 units, and most facts of one. */
const largest = 32 * 1_024;
const mostNoted = 40;

const fact = z.object({
  message: z.int(),
  subject: z.enum(subjects).catch('other'),
  text: z.string().max(2_000),
});
const form = z.object({
  facts: z.array(z.unknown()),
  summary: z.array(z.string().max(2_000)).catch([]),
});

/** Reads what a model answered: one JSON object, alone or between other words. A fact without the form is left out. */
export function readExtraction(answer: string): Result<{ extraction: Extraction }, 'junk'> {
  if (answer.length > largest) return refuse('junk');
  const read = form.safeParse(
    parsed(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)),
  );
  if (!read.success) return refuse('junk');
  const facts = read.data.facts.slice(0, mostNoted).flatMap((noted) => {
    const one = fact.safeParse(noted);
    return one.success ? [{ ...one.data, text: one.data.text.toWellFormed() }] : [];
  });
  return {
    ok: true,
    extraction: { facts, summary: read.data.summary.map((line) => line.toWellFormed()) },
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
