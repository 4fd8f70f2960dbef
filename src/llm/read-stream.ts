import { z } from 'zod';
import { type CallOutcome, type FailedCall, failed } from './adapter.ts';
import { faultOfStatus, wordsOf } from './fault-of-error.ts';
import { AnswerCutShort } from './fetch-errors.ts';
import { readCompletion, readUsage, withoutThoughts } from './read-completion.ts';
import { sseData } from './sse-data.ts';

const chunkShape = z.object({
  id: z.string().nullish().catch(null),
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  error: z.unknown().optional(),
  x_groq: z.object({ error: z.string().nullish() }).nullish().catch(null),
});

/**
 * Reads a streamed completion to its end; it comes to what the same answer in one piece would. A stream that ends before the
 * model said that it is done throws `AnswerCutShort`, chunks that are no JSON a `SyntaxError`. `onText`: see `LlmOptions`.
 */
export async function readStream(
  body: AsyncIterable<Uint8Array>,
  requestId: string | null,
  onText: (soFar: string) => void = () => {},
): Promise<CallOutcome> {
  let [content, refusal, seen, done] = ['', '', false, false];
  let id: string | null = null;
  let finish: string | null = null;
  let usage: unknown = null;
  for await (const data of sseData(body)) {
    if (data.trim() === '[DONE]') {
      done = true;
      break;
    }
    const json: unknown = JSON.parse(data);
    const chunk = chunkShape.safeParse(json).data;
    if (!chunk) return failed('junk', { mayCost: true });
    const counted = usageOf(json);
    usage = counted ?? usage;
    const fault = faultOf(chunk.error, chunk.x_groq?.error);
    if (fault) return { ...fault, usage: readUsage({ usage }) };
    id = chunk.id ?? id;
    const [choice] = chunk.choices ?? [];
    if (!choice) continue;
    seen = true;
    finish = choice.finish_reason ?? finish;
    refusal += choice.delta?.refusal ?? '';
    if (!choice.delta?.content) continue;
    content += choice.delta.content;
    onText(withoutThoughts(content));
  }
  if (seen && !done && finish === null) throw new AnswerCutShort();
  const choices = seen ? [{ finish_reason: finish, message: { content, refusal } }] : [];
  return readCompletion({ id, choices, usage }, requestId);
}

/** Counts stand in a chunk of their own, in every chunk (xAI: the last counts), or at Groq in the last one's `x_groq`. */
function usageOf(chunk: unknown): unknown {
  const { usage, x_groq: groq } = chunk as { usage?: unknown; x_groq?: { usage?: unknown } | null };
  return usage ?? groq?.usage ?? null;
}

/** An error in the middle of a stream: as an answer would have said it that has its status. */
function faultOf(error: unknown, groqError: string | null | undefined): FailedCall | null {
  const given = error ?? groqError ?? null;
  if (given === null) return null;
  const { code, status } = (typeof given === 'object' ? given : {}) as Record<string, unknown>;
  const words = wordsOf(given);
  const said = [status, code].find((it) => typeof it === 'number' && it >= 400 && it < 600);
  // What Groq says with 400 where it does not stream.
  const usual = /json_validate_failed/.test(words) ? 400 : 500;
  const fault = faultOfStatus((said as number | undefined) ?? usual, words, null);
  // Its form was good enough to begin.
  return { ...fault, mayCost: true, misformed: false };
}
