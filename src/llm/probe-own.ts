import type { LlmFault, LlmRequest, OwnProbe } from '#src/core/llm.ts';
import type { Random } from '#src/core/random.ts';
import type { CallOutcome } from './adapter.ts';
import type { Candidate } from './candidate.ts';
import type { Manner } from './manner.ts';
import type { TimeLimit } from './time-limit.ts';

/** All of it, and its first call, for which a model of one's own may have to be loaded. In ms. */
export const probeMs = 40_000;
const firstCallMs = 20_000;
const listMs = 5_000;

/** Room for what a model thinks before. */
const maxTokens = 1_000;

/** With the rest of the prompt some 3,000 tokens, which is what own endpoints are given for a draft. */
const fillerLines = 280;

const schema = {
  name: 'number',
  schema: {
    type: 'object',
    properties: { number: { type: 'string' } },
    required: ['number'],
    additionalProperties: false,
  },
} as const;

/** How one call of a probe is limited. */
export interface ProbeLimits {
  /** Time of a call of a draft, which this must answer within. */
  readonly attemptMs: number;
}

/**
 * Tries a creator's own model out: a short call, then JSON, then a number that stands before some 3,000 tokens of other
 * words, since simple servers cut long prompts silently at their beginning. One call after another; the first that fails says what is wrong.
 */
export async function probeOwn(
  candidate: Candidate,
  random: Random,
  limit: TimeLimit,
  { attemptMs }: ProbeLimits,
): Promise<OwnProbe> {
  const ask = (messages: LlmRequest['messages'], ms: number, json?: 'format' | 'plain') =>
    callOnce(
      candidate,
      {
        request: { purpose: 'draft', messages, maxTokens, ...(json ? { schema } : {}) },
        manner: json === 'plain' ? 'plain' : 'full',
      },
      limit,
      ms,
    );
  const number = `${100_000 + (random.bytes(4).readUInt32BE() % 900_000)}`;

  const short = await ask([{ role: 'user', content: 'Answer with the word ok.' }], firstCallMs);
  if (!short.ok) return await wrong(candidate, short.fault, limit);

  const wanted = `The number is ${number}. Answer with JSON alone, in this form: {"number":"…"}`;
  const inJson: LlmRequest['messages'] = [{ role: 'user', content: wanted }];
  let json = await ask(inJson, attemptMs, 'format');
  // Does not know `response_format`.
  if (!json.ok && json.fault === 'junk') json = await ask(inJson, attemptMs, 'plain');
  if (!json.ok) return await wrong(candidate, json.fault, limit);
  if (numberIn(json.text) !== number) return { ok: false, reason: 'no-json', models: [] };

  const long = await ask(longPrompt(number), attemptMs);
  if (!long.ok) {
    return long.fault === 'too-large'
      ? { ok: false, reason: 'short-context', models: [] }
      : await wrong(candidate, long.fault, limit);
  }
  return long.text.replaceAll(/[\s,.]/g, '').includes(number)
    ? { ok: true }
    : { ok: false, reason: 'short-context', models: [] };
}

/** One call with a time limit of its own. */
async function callOnce(
  { adapter, model, traits }: Candidate,
  call: { readonly request: LlmRequest; readonly manner: Manner },
  limit: TimeLimit,
  ms: number,
): Promise<Extract<CallOutcome, { ok: true }> | { readonly ok: false; readonly fault: LlmFault }> {
  return await limit.within(ms, (signal, ended) =>
    Promise.race([
      ended.then((fault) => ({ ok: false as const, fault })),
      adapter.complete({ ...call, model, traits, signal }),
    ]),
  );
}

/** Where the model is missing, some that are there are named, if the endpoint tells. */
async function wrong(
  { adapter }: Candidate,
  reason: LlmFault,
  limit: TimeLimit,
): Promise<OwnProbe> {
  if (reason !== 'no-such-model') return { ok: false, reason, models: [] };
  const listed = await limit.within(listMs, (signal, ended) =>
    Promise.race([ended.then(() => null), adapter.models(signal)]),
  );
  return { ok: false, reason, models: listed?.ok ? listed.ids : [] };
}

function longPrompt(number: string): LlmRequest['messages'] {
  const lines = Array.from(
    { length: fillerLines },
    (_, at) => `Line ${at + 1}: nothing is asked here.`,
  );
  const content = [
    `The number is ${number}.`,
    ...lines,
    'Which number stands before the first line? Answer with the number alone.',
  ].join('\n');
  return [
    { role: 'system', content: 'You read carefully and answer shortly.' },
    { role: 'user', content },
  ];
}

/** The number in JSON, which may stand in a fence or between words. */
function numberIn(text: string): string | null {
  const [found] = /\{[^{}]*\}/.exec(text) ?? [];
  try {
    const { number } = JSON.parse(found ?? '') as { number?: unknown };
    return typeof number === 'string' || typeof number === 'number' ? `${number}` : null;
  } catch {
    return null;
  }
}
