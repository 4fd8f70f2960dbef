import { z } from 'zod';
import type { LlmUsage } from '#src/core/llm.ts';
import { type CallOutcome, failed } from './adapter.ts';

const count = z.number().int().nonnegative();
const shape = z.object({
  id: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});
const usageShape = z.object({
  usage: z.object({
    prompt_tokens: count,
    completion_tokens: count,
    total_tokens: count.nullish().catch(null),
    prompt_tokens_details: z.object({ cached_tokens: count.nullish() }).nullish().catch(null),
    completion_tokens_details: z
      .object({ reasoning_tokens: count.nullish() })
      .nullish()
      .catch(null),
  }),
});

/** Reads the body of a chat completion. `requestId`: the provider's, from a header; else the body's is taken. */
export function readCompletion(body: unknown, requestId: string | null): CallOutcome {
  const usage = readUsage(body);
  const spent = { usage, mayCost: true };
  const read = shape.safeParse(body);
  const choice = read.data?.choices[0];
  if (!read.success || !choice) return failed('junk', spent);
  const { message, finish_reason: finish } = choice;
  const ours = { ...spent, blame: 'request' } as const;
  if (message.refusal || finish === 'content_filter') return failed('refused', ours);
  const text = withoutThoughts(message.content ?? '').trim();
  // Thinking took all of the tokens, mostly.
  if (text === '') return failed('empty', ours);
  // Words that stop in the middle are no answer.
  if (finish === 'length') return failed('junk', ours);
  return {
    ok: true,
    text: text.toWellFormed(),
    requestId: cleanId(requestId ?? read.data.id),
    usage,
  };
}

/** What a completion's body says was used; null where it does not. */
export function readUsage(body: unknown): LlmUsage | null {
  const read = usageShape.safeParse(body);
  if (!read.success) return null;
  const { usage } = read.data;
  const reasoning = usage.completion_tokens_details?.reasoning_tokens ?? 0;
  // xAI's completion_tokens are without what was thought, its total is with it (docs.x.ai, consumption and rate limits).
  const total = (usage.total_tokens ?? 0) - usage.prompt_tokens;
  return {
    in: usage.prompt_tokens,
    cached: Math.min(usage.prompt_tokens, usage.prompt_tokens_details?.cached_tokens ?? 0),
    out: Math.max(usage.completion_tokens, reasoning, total),
    reasoning,
  };
}

/** Open models behind simple servers write their thoughts in front of the answer, which may not be there yet. */
export function withoutThoughts(text: string): string {
  return text.replace(/^\s*<think>[\s\S]*?(<\/think>|$)/, '');
}

function cleanId(id: string | null | undefined): string | null {
  return id && /^[\w.:/-]{1,100}$/.test(id) ? id : null;
}
