import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { LlmOptions, LlmRequest } from '#src/core/llm.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { createLlm, type OpenLlm } from '#src/llm/create-llm.ts';
import { usualPrices } from '#src/llm/prices.ts';
import { errorAnswer, type FakeAnswer, says } from '#test/support/fake-llm/fake-answer.ts';
import { type FakeLlm, startFakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { testProviders } from '#test/support/provider-suite.ts';

testProviders('as a stream');

describe('an answer that is wanted as it grows', () => {
  const request: LlmRequest = {
    purpose: 'draft',
    messages: [{ role: 'user', content: 'When is the next show?' }],
    maxTokens: 300,
  };
  let fake: FakeLlm;
  let llm: OpenLlm;
  let heard: string[];
  let cancel: AbortController;
  beforeEach(async () => {
    fake = await startFakeLlm();
    heard = [];
    cancel = new AbortController();
    llm = createLlm(
      {
        access: {
          groq: { apiKey: fake.key, baseUrl: fake.groqRoot },
          xai: { apiKey: fake.key, baseUrl: fake.baseUrl },
        },
        models: {
          draft: [
            { provider: 'groq', model: 'openai/gpt-oss-120b' },
            { provider: 'xai', model: 'grok-4.3' },
          ],
          cheap: [],
        },
        allowPrivateUrls: true,
        prices: usualPrices,
      },
      { clock: systemClock, random: systemRandom, log: silentLog },
    );
  });
  afterEach(async () => {
    await llm.close();
    await fake[Symbol.asyncDispose]();
  });

  const ask = (options: Partial<LlmOptions> = {}) =>
    llm.chat('tluna' as TenantId, request, {
      signal: cancel.signal,
      onText: (soFar) => void heard.push(soFar),
      ...options,
    });
  const xai = { allowed: ['xai'] };
  const own = () => ({ own: { baseUrl: fake.baseUrl, apiKey: fake.key, model: 'llama3' } });
  const hears = async (text: string) => {
    while (heard.at(-1) !== text) await new Promise((resolve) => setTimeout(resolve, 2));
  };
  const stream = (
    pieces: string[],
    more: Partial<FakeAnswer & { kind: 'stream' }> = {},
  ): FakeAnswer => ({ kind: 'stream', pieces, ...more });
  const raw = (...data: string[]): FakeAnswer => ({
    kind: 'raw',
    type: 'text/event-stream',
    body: data.join(''),
  });

  test('is heard from its beginning, each time with all there is', async () => {
    fake.next(stream(['At ', 'nine', ', dear!']));
    expect(await ask()).toMatchObject({ ok: true, answer: { text: 'At nine, dear!' } });
    expect(heard).toEqual(['At ', 'At nine', 'At nine, dear!']);
  });

  test('characters of several bytes come whole, wherever the network cuts them', async () => {
    const bytes = Buffer.from('data: {"choices":[{"delta":{"content":"né 🎉 да"}}]}\r\n\r\n');
    fake.always({ kind: 'bytes', chunks: [...bytes].map((byte) => Uint8Array.of(byte)) });
    expect(await ask(xai)).toMatchObject({ ok: false, reason: 'unreachable' });
    expect(heard[0]).toBe('né 🎉 да');
  });

  test('thoughts in front are not heard', async () => {
    fake.next(stream(['<think>', 'hm', '</think>', 'At nine']));
    expect(await ask(xai)).toMatchObject({ answer: { text: 'At nine' } });
    expect(heard.join('')).toBe('At nine');
  });

  test('a new try, and another model, begin from nothing', async () => {
    fake.next(stream(['At ni'], { end: 'cut' }), stream(['At t'], { end: 'cut' }), stream(['Ten']));
    const result = await ask();
    expect(result).toMatchObject({ ok: true, answer: { text: 'Ten', provider: 'xai' } });
    expect(heard).toEqual(['At ni', '', 'At t', '', 'Ten']);
    expect(result.tries.map(({ outcome }) => outcome)).toEqual([
      'unreachable',
      'unreachable',
      'ok',
    ]);
    // What was not counted is estimated, from above.
    expect(result.tries[0]?.usage).toBeNull();
    expect(result.tries[0]?.costMicroUsd).toBeGreaterThan(100);
  });

  test('counts as much as an answer in one piece, also when only its last chunk says it', async () => {
    const counted = { usage: { in: 120, cached: 40, out: 30, reasoning: 10 } };
    expect(await ask()).toMatchObject({ answer: counted, tries: [{ costMicroUsd: 33 }] });
    expect(await ask(xai)).toMatchObject({ answer: counted, tries: [{ costMicroUsd: 183 }] });
    const sums = [1, 2, 3].map((out) => ({
      choices: [{ delta: { content: 'a' }, finish_reason: out === 3 ? 'stop' : null }],
      usage: { prompt_tokens: 9, completion_tokens: out },
    }));
    fake.next(raw(...sums.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`)));
    expect(await ask(xai)).toMatchObject({ answer: { text: 'aaa', usage: { in: 9, out: 3 } } });
  });

  test.each([
    ['without the word that it is the end', stream(['Nine'], { end: 'silent' })],
    ['without the reason why', stream(['Nine'], { finish: null })],
    [
      'without an empty line',
      raw('data: {"choices":[{"delta":{"content":"Nine"}}]}\n\ndata: [DONE]'),
    ],
    ['in one piece, as the endpoint knows no streams', { ...says('Nine'), whole: true } as const],
  ])('that ends %s is an answer', async (_what, answer) => {
    fake.next(answer);
    expect(await ask(xai)).toMatchObject({ ok: true, answer: { text: 'Nine' }, tries: [{}] });
  });

  test.each([
    ['its connection', stream(['At'], { end: 'cut' }), 'unreachable'],
    [
      'an end that nobody announced',
      stream(['At'], { end: 'silent', finish: null }),
      'unreachable',
    ],
    ['an error', stream(['At'], { error: 'over capacity' }), 'down'],
    [
      'an error for its content',
      raw('data: {"error":{"code":400,"type":"content_filter"}}\n\n'),
      'refused',
    ],
    ['a chunk that is no JSON', raw('data: {"choi\n\n'), 'junk'],
    ['a chunk that is something else', raw('data: null\n\n'), 'junk'],
    ['nothing', raw(''), 'junk'],
    ['nothing but comments', raw(': hm\n\n', 'data: [DONE]\n\n'), 'junk'],
    ['too much', stream(['x'.repeat(600_000), 'x'.repeat(600_000)]), 'junk'],
  ])('that is cut short by %s is none', async (_what, answer, fault) => {
    fake.always(answer);
    const result = await ask(xai);
    expect(result).toMatchObject({ ok: false, reason: fault });
    expect(result.tries[0]?.costMicroUsd).toBeGreaterThan(0);
  });

  test('Groq’s word on a stream cut short counts, with what it counted', async () => {
    const usage = { prompt_tokens: 10, completion_tokens: 2 };
    fake.always(stream(['{"te'], { error: 'json_validate_failed', usage }));
    expect(await ask({ allowed: ['groq'] })).toMatchObject({
      ok: false,
      reason: 'junk',
      tries: [{ usage: { in: 10, out: 2 } }],
    });
  });

  test.each([
    ['Groq', 400, () => ({ allowed: ['groq'] })],
    ['xAI', 422, () => xai],
    ['a creator’s own', 400, own],
  ] as const)(
    '%s that refuses streams with %i is asked once more without, and then always',
    async (_who, status, of) => {
      fake.next(errorAnswer(status, 'unknown_parameter'), says('Nine'));
      expect(await ask(of())).toMatchObject({
        ok: true,
        answer: { text: 'Nine' },
        tries: [{ outcome: 'junk' }, { outcome: 'ok' }],
      });
      expect(await ask(of())).toMatchObject({ ok: true, tries: [{}] });
      expect(fake.requests.map(({ body }) => body.stream)).toEqual([true, false, false]);
      expect(fake.requests[1]?.body).not.toHaveProperty('stream_options');
    },
  );

  test('is heard no more once nobody waits, and its connection ends', async () => {
    fake.next(stream(['At '], { end: 'open' }));
    const asking = ask();
    await hears('At ');
    cancel.abort();
    expect(await asking).toMatchObject({ ok: false, reason: 'cancelled' });
    while (fake.underWay > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    expect(heard).toEqual(['At ']);
  });
});
