import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnswerCutShort, AnswerTooLong, ForbiddenAddress } from './fetch-errors.ts';
import { faultOfError } from './fault-of-error.ts';
import { readCompletion } from './read-completion.ts';
import { readModels } from './read-models.ts';
import { retryAfterMs } from './retry-after.ts';

const now = Date.UTC(2026, 10, 21, 12);

/** As both clients throw it. */
function apiError(status: number, error: unknown, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error(), { status, error, headers: new Headers(headers) });
}

describe('what an error means', () => {
  test.each([
    // Groq's client gives the whole body, OpenAI's what stands under `error`.
    ['Groq, a model', 404, { error: { code: 'model_not_found' } }, 'no-such-model'],
    ['OpenAI’s client, a model', 404, { code: 'model_not_found' }, 'no-such-model'],
    [
      'xAI, a model',
      404,
      'The model grok-2 does not exist or your team has no access',
      'no-such-model',
    ],
    [
      'Ollama, a model',
      404,
      { message: 'model "llama9" not found, try pulling it' },
      'no-such-model',
    ],
    ['xAI, a wrong key', 400, 'Incorrect API key provided: xa***9.', 'rejected-key'],
    ['xAI, content', 403, 'Content violates usage guidelines.', 'refused'],
    ['no money', 402, null, 'rejected-key'],
    ['too long', 400, { message: 'Please reduce the length of the messages' }, 'too-large'],
    ['a path that is none', 405, null, 'junk'],
    ['too early', 425, null, 'down'],
    ['a body of no shape', 500, [[[]]], 'down'],
    ['a body that holds itself', 500, selfish(), 'down'],
  ] as const)('%s', (_what, status, body, fault) => {
    expect(faultOfError(apiError(status, body), now).fault).toBe(fault);
  });

  test('how long the provider wants to be left alone is known', () => {
    expect(faultOfError(apiError(429, null, { 'retry-after': '7' }), now)).toMatchObject({
      fault: 'flooded',
      retryAfterMs: 7_000,
    });
  });

  test.each([
    [new ForbiddenAddress(), 'forbidden-url'],
    [new AnswerTooLong(), 'junk'],
    [new AnswerCutShort(), 'unreachable'],
    [new SyntaxError('Unexpected token'), 'junk'],
    [new Error('ECONNREFUSED'), 'unreachable'],
  ])('the client wraps what the connection said: %s', (cause, fault) => {
    expect(faultOfError(new Error('Connection error.', { cause }), now).fault).toBe(fault);
  });
});

function selfish(): object {
  const body: Record<string, unknown> = { message: 'x' };
  body['error'] = body;
  return body;
}

test('retry-after comes in seconds, as a date, or in ms', () => {
  const of = (headers: Record<string, string>) => retryAfterMs(new Headers(headers), now);
  expect(of({ 'retry-after': '2' })).toBe(2_000);
  expect(of({ 'retry-after': '0.5' })).toBe(500);
  expect(of({ 'retry-after': 'Sat, 21 Nov 2026 12:00:09 GMT' })).toBe(9_000);
  expect(of({ 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' })).toBe(0);
  expect(of({ 'retry-after-ms': '150', 'retry-after': '2' })).toBe(150);
  expect(of({ 'retry-after': 'soon' })).toBeNull();
  expect(of({ 'retry-after': '-5' })).not.toBe(-5_000);
  expect(of({})).toBeNull();
});

describe('a completion', () => {
  const body = (content: unknown, more: object = {}) => ({
    choices: [{ finish_reason: 'stop', message: { content }, ...more }],
  });

  test('gives its words without thoughts in front', () => {
    expect(readCompletion(body('<think>hm\n</think>\n hi'), null)).toMatchObject({ text: 'hi' });
    expect(readCompletion(body('I <think> so'), null)).toMatchObject({ text: 'I <think> so' });
  });

  test('gives no half of a character, and no id that is none', () => {
    const read = readCompletion({ ...body('a\ud83d'), id: 'two words' }, null);
    expect(read).toMatchObject({ text: 'a\ufffd', requestId: null, usage: null });
    expect(readCompletion({ ...body('a'), id: 'chat-1' }, null)).toMatchObject({
      requestId: 'chat-1',
    });
  });

  test('counts are taken as they are, or not at all', () => {
    const usage = { prompt_tokens: 5, completion_tokens: 3 };
    expect(readCompletion({ ...body('a'), usage }, null)).toMatchObject({
      usage: { in: 5, cached: 0, out: 3, reasoning: 0 },
    });
    // As xAI counts: what was thought beside what was written.
    const details = { reasoning_tokens: 20 };
    const apart = { ...usage, total_tokens: 28, completion_tokens_details: details };
    expect(readCompletion({ ...body('a'), usage: apart }, null)).toMatchObject({
      usage: { in: 5, out: 23, reasoning: 20 },
    });
    for (const wrong of [{ ...usage, prompt_tokens: -1 }, { prompt_tokens: 'many' }, null, 7]) {
      expect(readCompletion({ ...body('a'), usage: wrong }, null)).toMatchObject({ usage: null });
    }
  });

  test('whatever comes, reading it ends with words or a fault', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.anything().map((content) => body(content)),
        ),
        (any) => {
          const read = readCompletion(any, null);
          if (read.ok) expect(read.text.trim()).not.toBe('');
          else expect(['junk', 'empty', 'refused']).toContain(read.fault);
        },
      ),
    );
  });
});

test('a list of models gives their ids, anything else is junk', () => {
  expect(readModels([{ id: 'a', object: 'model' }, { id: 'b' }])).toEqual({
    ok: true,
    ids: ['a', 'b'],
  });
  for (const junk of [undefined, null, {}, [{}], ['a']]) {
    expect(readModels(junk)).toMatchObject({ ok: false, fault: 'junk' });
  }
});
