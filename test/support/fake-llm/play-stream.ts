import type { ServerResponse } from 'node:http';
import type { FakeAnswer } from './fake-answer.ts';
import { usualUsage } from './usual-usage.ts';

/** How a stream is asked for. */
export interface StreamAsked {
  readonly model: string;
  readonly mount: 'groq' | 'openai';
  /** Whether what was used is to be said; Groq says it always. */
  readonly usage: boolean;
}

/** Answers a chat completion with server-sent events. */
export async function playStream(
  response: ServerResponse,
  answer: FakeAnswer & { kind: 'stream' },
  asked: StreamAsked,
  refusal?: string,
): Promise<void> {
  const { mount } = asked;
  const send = (chunk: object) =>
    response.write(
      `data: ${JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion.chunk',
        created: 1_700_000_000,
        model: asked.model,
        choices: [],
        ...chunk,
      })}\n\n`,
    );
  const delta = (words: object, finish: string | null = null) => [
    { index: 0, delta: words, finish_reason: finish, logprobs: null },
  ];
  beginStream(response);
  response.write(': a comment\n\n');
  send({ choices: delta({ role: 'assistant', content: '' }) });
  if (refusal !== undefined) send({ choices: delta({ refusal }) });
  for await (const content of answer.pieces) {
    if (response.destroyed) return;
    send({ choices: delta({ content }) });
  }
  const { end = 'done', finish = 'stop', error } = answer;
  if (end === 'open') return;
  if (end === 'cut') {
    // What was written before must be on its way.
    setImmediate(() => response.destroy());
    return;
  }
  const usage = answer.usage === null || !asked.usage ? undefined : (answer.usage ?? usualUsage);
  if (error !== undefined) {
    send(mount === 'groq' ? { x_groq: { error, usage } } : { error: { message: error } });
  } else if (mount === 'groq') {
    send({ choices: delta({}, finish), x_groq: { id: 'req_1', ...(usage ? { usage } : {}) } });
  } else {
    send({ choices: delta({}, finish) });
    if (usage) send({ usage });
  }
  response.end(end === 'silent' ? '' : 'data: [DONE]\n\n');
}

/** Says that a stream comes. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'x-request-id': 'req_1',
  });
}

/** A text in pieces of some characters, not all of them whole. */
export function* piecesOf(text: string, size = 7): Generator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
