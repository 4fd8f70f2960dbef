import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Clock, systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { LlmOptions, LlmRequest } from '#src/core/llm.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { createLlm, type OpenLlm } from '#src/llm/create-llm.ts';
import type { LlmConfig } from '#src/llm/llm-config.ts';
import { usualPrices } from '#src/llm/prices.ts';
import { errorAnswer, type FakeAnswer, says } from '#test/support/fake-llm/fake-answer.ts';
import { type FakeLlm, startFakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { manualClock } from '#test/support/manual-clock.ts';

const luna = 'tluna' as TenantId;

const request: LlmRequest = {
  purpose: 'draft',
  messages: [
    { role: 'system', content: 'You write as Luna does. Answer with JSON.' },
    { role: 'user', content: 'When is the next show?' },
  ],
  maxTokens: 300,
};
const withSchema: LlmRequest = {
  ...request,
  schema: {
    name: 'drafts',
    schema: {
      type: 'object',
      properties: { text: { type: 'string' } },
      required: ['text'],
      additionalProperties: false,
    },
  },
};

/** Whether the answer is asked for in one piece, or as it grows. */
export type Way = 'in one piece' | 'as a stream';

/** What every adapter must do, whichever way it is asked: each outcome is the same. */
export function testProviders(way: Way): void {
  const streamed = way === 'as a stream';
  let fake: FakeLlm;
  let open: OpenLlm[];
  /** What was heard of the answer while it grew. */
  let heard: string[];
  beforeEach(async () => {
    fake = await startFakeLlm();
    open = [];
    heard = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((llm) => llm.close()));
    await fake[Symbol.asyncDispose]();
  });

  /** The port with one adapter behind it, and what else is asked of it. */
  interface Kind {
    readonly model: string;
    readonly path: string;
    config(key?: string, nowhere?: boolean): LlmConfig;
    options?(key?: string, nowhere?: boolean): Partial<LlmOptions>;
  }

  const closedPort = 'http://127.0.0.1:1';
  const none: LlmConfig = {
    access: {},
    models: { draft: [], cheap: [] },
    allowPrivateUrls: true,
    prices: usualPrices,
  };

  const kinds: Readonly<Record<string, Kind>> = {
    groq: {
      model: 'openai/gpt-oss-120b',
      path: '/openai/v1/chat/completions',
      config: (apiKey = fake.key, nowhere = false) => {
        const ref = { provider: 'groq', model: 'openai/gpt-oss-120b' } as const;
        const access = { groq: { apiKey, baseUrl: nowhere ? closedPort : fake.groqRoot } };
        return { ...none, access, models: { draft: [ref], cheap: [ref] } };
      },
    },
    xai: {
      model: 'grok-4.3',
      path: '/v1/chat/completions',
      config: (apiKey = fake.key, nowhere = false) => {
        const ref = { provider: 'xai', model: 'grok-4.3' } as const;
        const access = { xai: { apiKey, baseUrl: nowhere ? closedPort : fake.baseUrl } };
        return { ...none, access, models: { draft: [ref], cheap: [ref] } };
      },
    },
    compatible: {
      model: 'llama3',
      path: '/v1/chat/completions',
      // In a private network, whatever creators may have.
      config: (apiKey = fake.key, nowhere = false) => {
        const ref = { provider: 'compatible', model: 'llama3' } as const;
        const access = { compatible: { apiKey, baseUrl: nowhere ? closedPort : fake.baseUrl } };
        return { ...none, access, models: { draft: [ref], cheap: [ref] }, allowPrivateUrls: false };
      },
    },
    own: {
      model: 'llama3',
      path: '/v1/chat/completions',
      config: () => none,
      options: (apiKey = fake.key, nowhere = false) => ({
        own: { baseUrl: nowhere ? closedPort : fake.baseUrl, apiKey, model: 'llama3' },
      }),
    },
  };

  describe.each(Object.entries(kinds))(
    `a provider asked ${way} behind the adapter %s`,
    (provider, kind) => {
      const never = new AbortController().signal;
      /** Nothing is known of its models. */
      const simple = provider === 'own' || provider === 'compatible';
      const told = () =>
        provider === 'compatible' ? `compatible:${new URL(fake.baseUrl).host}` : provider;

      function start(more: { clock?: Clock; key?: string; nowhere?: boolean } = {}) {
        const { clock = systemClock, key, nowhere } = more;
        const llm = createLlm(kind.config(key, nowhere), {
          clock,
          random: systemRandom,
          log: silentLog,
        });
        open.push(llm);
        return (asked: LlmRequest = request, options: Partial<LlmOptions> = {}) =>
          llm.chat(luna, asked, {
            signal: never,
            ...(streamed ? { onText: (soFar: string) => void heard.push(soFar) } : {}),
            ...kind.options?.(key, nowhere),
            ...options,
          });
      }

      const requestComes = async (count = 1) => {
        while (fake.requests.length < count) await new Promise((resolve) => setTimeout(resolve, 2));
      };

      test('answers, and says what was used', async () => {
        fake.next(says(' At nine, dear! '));
        expect(await start()()).toEqual({
          ok: true,
          answer: {
            text: 'At nine, dear!',
            provider: told(),
            model: kind.model,
            requestId: 'req_1',
            usage: { in: 120, cached: 40, out: 30, reasoning: 10 },
          },
          tries: [
            {
              provider: told(),
              model: kind.model,
              outcome: 'ok',
              usage: { in: 120, cached: 40, out: 30, reasoning: 10 },
              costMicroUsd: { groq: 33, xai: 183, compatible: 364, own: 0 }[provider],
              ms: expect.any(Number),
            },
          ],
        });
      });

      test('is sent the prompt, the key and nothing of this machine', async () => {
        for (const name of ['OPENAI_CUSTOM_HEADERS', 'GROQ_CUSTOM_HEADERS']) {
          vi.stubEnv(name, 'x-canary: 1\nauthorization: canary');
        }
        vi.stubEnv('OPENAI_ORG_ID', 'canary');
        vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1');
        await start()();
        vi.unstubAllEnvs();
        expect(JSON.stringify(fake.requests)).not.toContain('canary');
        const [sent] = fake.requests;
        expect(sent?.path).toBe(kind.path);
        expect(sent?.body['messages']).toEqual(request.messages);
        expect(sent?.body['max_completion_tokens'] ?? sent?.body['max_tokens']).toBe(300);
        expect(sent?.body['reasoning_effort']).toBe({ groq: 'low', xai: 'none' }[provider]);
        expect(sent?.body).not.toHaveProperty('stop');
        expect(sent?.body.stream).toBe(streamed);
        if (streamed) expect(heard.at(-1)).toBe('ok');
        expect(sent?.headers['user-agent']).toBe('fanline');
        expect(sent?.headers.authorization).toBe(`Bearer ${fake.key}`);
        expect(Object.keys(sent?.headers ?? {}).filter((name) => name.startsWith('x-'))).toEqual(
          [],
        );
      });

      test('is asked for JSON in the way that its model knows', async () => {
        fake.next(says('{"text":"At nine"}'));
        expect(await start()(withSchema)).toMatchObject({ ok: true });
        const format = fake.requests[0]?.body['response_format'];
        expect(format).toMatchObject({ type: simple ? 'json_object' : 'json_schema' });
        // Groq refuses a format together with a stream.
        expect(fake.requests.map(({ body }) => body.stream)).toEqual([
          streamed && provider !== 'groq',
        ]);
        if (streamed) expect(heard).toHaveLength(provider === 'groq' ? 0 : 3);
      });

      test.each([400, 422])(
        'that refuses with %s how it is asked is asked plainly',
        async (status) => {
          const clock = manualClock();
          const ask = start({ clock });
          fake.next(errorAnswer(status, 'unknown_parameter'), says('one'));
          const first = await ask(withSchema);
          const sent = () => fake.requests.splice(0).map(({ body }) => body);
          // What is known to take just this, and is not asked for a stream, gets no second call.
          if (!streamed ? !simple : provider === 'groq') {
            expect(first).toMatchObject({ ok: false, reason: 'junk', tries: [{}] });
            expect(sent()).toHaveLength(1);
            return;
          }
          expect(first).toMatchObject({ ok: true, answer: { text: 'one' } });
          expect(first.tries.map(({ outcome }) => outcome)).toEqual(['junk', 'ok']);
          const [, plain] = sent();
          expect(plain).toMatchObject({ stream: false });
          expect(plain).not.toHaveProperty('response_format');
          // Only the first question pays for that.
          expect(await ask(withSchema)).toMatchObject({ ok: true, tries: [{}] });
          const [later] = sent();
          expect(later).toMatchObject({ stream: false });
          expect('response_format' in (later ?? {})).toBe(provider === 'xai');
          await clock.advance(3_600_000);
          await ask(withSchema);
          expect(sent()[0]).toMatchObject({ stream: streamed, response_format: {} });
        },
      );

      test('that refuses the plain question as well is asked for all of it again', async () => {
        const ask = start();
        fake.next(errorAnswer(400), errorAnswer(400));
        await ask(withSchema);
        const before = fake.requests.length;
        await ask(withSchema);
        expect(fake.requests[before]?.body).toMatchObject({ response_format: {} });
      });

      test('is not told the usage: it is estimated', async () => {
        fake.next({ kind: 'answer', text: 'x'.repeat(90), usage: null });
        const result = await start()();
        expect(result).toMatchObject({
          answer: { usage: { in: 21, out: 30 } },
          tries: [{ usage: null }],
        });
        expect(result.tries[0]?.costMicroUsd).toBe(
          { groq: 22, xai: 102, compatible: 222, own: 0 }[provider],
        );
      });

      /** What it answers, what that is, and how often it is asked. */
      const faults: readonly (readonly [string, FakeAnswer, string, number])[] = [
        ['500', errorAnswer(500), 'down', 2],
        [
          '503 with a short retry-after',
          errorAnswer(503, null, { 'retry-after': '0.1' }),
          'down',
          2,
        ],
        ['503 with a long retry-after', errorAnswer(503, null, { 'retry-after': '20' }), 'down', 1],
        [
          '429 with a short retry-after',
          errorAnswer(429, null, { 'retry-after': '0.1' }),
          'flooded',
          2,
        ],
        [
          '429 with a long retry-after',
          errorAnswer(429, null, { 'retry-after': '3600' }),
          'flooded',
          1,
        ],
        ['429 as its money is used up', errorAnswer(429, 'insufficient_quota'), 'rejected-key', 1],
        ['498, no capacity', errorAnswer(498, 'capacity_exceeded'), 'flooded', 2],
        ['401', errorAnswer(401, 'invalid_api_key'), 'rejected-key', 1],
        ['403', errorAnswer(403), 'rejected-key', 1],
        ['404, no such model', errorAnswer(404, 'model_not_found'), 'no-such-model', 1],
        ['404, no such address', errorAnswer(404, 'unknown_url'), 'junk', 1],
        ['400, a retired model', errorAnswer(400, 'model_decommissioned'), 'no-such-model', 1],
        ['400, for its content', errorAnswer(400, 'content_filter'), 'refused', 1],
        ['400, too long', errorAnswer(400, 'context_length_exceeded'), 'too-large', 1],
        ['400', errorAnswer(400, 'invalid_request'), 'junk', 1],
        ['413', errorAnswer(413), 'too-large', 1],
        ['422', errorAnswer(422), 'junk', 1],
        ['a redirect', errorAnswer(302, null, { location: 'http://127.0.0.1:1/' }), 'junk', 1],
        ['an end in the middle of the body', { kind: 'truncate' }, 'unreachable', 2],
        ['an end at once', { kind: 'disconnect' }, 'unreachable', 2],
        ['10 MB', { kind: 'huge', bytes: 10_000_000 }, 'junk', 1],
        ['nothing', { kind: 'raw', body: '' }, 'junk', 1],
        ['a web page', { kind: 'raw', body: '<html>hi</html>', type: 'text/html' }, 'junk', 1],
        ['half of its JSON', { kind: 'raw', body: '{"choices":[{"mes' }, 'junk', 1],
        ['other JSON', { kind: 'raw', body: '{"choices":[]}' }, 'junk', 1],
        ['null', { kind: 'raw', body: 'null' }, 'junk', 1],
        ['no words', { kind: 'answer', text: '', finish: 'length' }, 'empty', 1],
        ['thoughts alone', { kind: 'answer', text: '<think>hm', finish: 'length' }, 'empty', 1],
        ['half of a sentence', { kind: 'answer', text: 'At ni', finish: 'length' }, 'junk', 1],
        ['a refusal', { kind: 'answer', text: '', refusal: 'No.' }, 'refused', 1],
        ['filtered content', { kind: 'answer', text: 'x', finish: 'content_filter' }, 'refused', 1],
      ];
      const askedAnew = new Set(['400', '422']);
      test.each(faults)('answers %s', async (what, answer, fault, calls) => {
        fake.always(answer);
        const result = await start()();
        expect(result).toMatchObject({ ok: false, reason: fault });
        // Perhaps it is the stream that it refuses: it is asked once more without.
        const times = streamed && askedAnew.has(what) ? calls + 1 : calls;
        expect(result.tries.map(({ outcome }) => outcome)).toEqual(Array(times).fill(fault));
        expect(fake.requests).toHaveLength(times);
      });

      test('is well again at the second call', async () => {
        fake.next(errorAnswer(503), says('here'));
        const result = await start()();
        expect(result).toMatchObject({ ok: true, answer: { text: 'here' } });
        expect(result.tries.map(({ outcome }) => outcome)).toEqual(['down', 'ok']);
      });

      test('is nowhere', async () => {
        expect(await start({ nowhere: true })()).toMatchObject({
          ok: false,
          reason: 'unreachable',
        });
      });

      test('refuses the key, and is left alone for a while', async () => {
        const clock = manualClock();
        const ask = start({ clock, key: 'wrong-key-0123' });
        expect(await ask()).toMatchObject({ reason: 'rejected-key', tries: [{}] });
        expect(await ask()).toMatchObject({ reason: 'rejected-key', tries: [] });
        await clock.advance(30_000);
        expect(await ask()).toMatchObject({ reason: 'rejected-key', tries: [{}] });
      });

      test.each<[string, FakeAnswer]>([
        ['hangs', { kind: 'hang' }],
        ['drips', { kind: 'drip', everyMs: 5 }],
      ])('%s: the call ends after its time, and is not made again', async (_what, answer) => {
        fake.always(answer);
        const clock = manualClock();
        const asking = start({ clock })();
        await requestComes();
        await clock.advance(4_999);
        expect(fake.underWay).toBe(1);
        await clock.advance(1);
        const result = await asking;
        expect(result).toMatchObject({ ok: false, reason: 'deadline', tries: [{ ms: 5_000 }] });
        // It may be charged: the question, and all that might have been written.
        expect(result.tries[0]?.costMicroUsd).toBe(
          { groq: 184, xai: 777, compatible: 1_842, own: 0 }[provider],
        );
        while (fake.underWay > 0) await new Promise((resolve) => setTimeout(resolve, 2));
        expect(clock.timers).toBe(0);
      });

      test('is asked with less time than usual', async () => {
        fake.always({ kind: 'hang' });
        const clock = manualClock();
        const asking = start({ clock })(request, { deadlineMs: 700 });
        await requestComes();
        await clock.advance(700);
        expect(await asking).toMatchObject({ ok: false, reason: 'deadline', tries: [{ ms: 700 }] });
      });

      test('is no longer waited for: the connection ends at once', async () => {
        fake.always({ kind: 'hang' });
        const clock = manualClock();
        const cancel = new AbortController();
        const asking = start({ clock })(request, { signal: cancel.signal });
        await requestComes();
        cancel.abort();
        expect(await asking).toMatchObject({
          reason: 'cancelled',
          tries: [{ outcome: 'cancelled' }],
        });
        while (fake.underWay > 0) await new Promise((resolve) => setTimeout(resolve, 2));
        expect(clock.timers).toBe(0);
      });

      test('is not asked at all when nobody waits any more', async () => {
        expect(await start()(request, { signal: AbortSignal.abort() })).toEqual({
          ok: false,
          reason: 'cancelled',
          tries: [],
        });
        expect(fake.requests).toEqual([]);
      });

      test('fails five times in half a minute: it rests, then one call tries it', async () => {
        fake.always({ kind: 'raw', body: 'junk' });
        const clock = manualClock();
        const ask = start({ clock });
        for (let call = 0; call < 5; call += 1) await ask();
        expect(await ask()).toMatchObject({ ok: false, reason: 'junk', tries: [] });
        expect(fake.requests).toHaveLength(5);
        fake.always(says('back'));
        await clock.advance(30_000);
        expect(await ask()).toMatchObject({ ok: true });
        expect(await ask()).toMatchObject({ ok: true });
      });
    },
  );
}
