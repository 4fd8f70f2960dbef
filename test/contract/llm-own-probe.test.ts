import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { OwnProbe } from '#src/core/llm.ts';
import { silentLog } from '#src/core/log.ts';
import { createLlm, type OpenLlm } from '#src/llm/create-llm.ts';
import { usualLimits } from '#src/llm/llm-config.ts';
import { usualPrices } from '#src/llm/prices.ts';
import { errorAnswer, type FakeAnswer, says } from '#test/support/fake-llm/fake-answer.ts';
import { type FakeLlm, startFakeLlm } from '#test/support/fake-llm/fake-llm.ts';

const luna = 'tluna' as TenantId;
/** What is asked for with the bytes below. */
const number = '101063';
const random = { bytes: (count: number) => Buffer.alloc(count, 7) };

let fake: FakeLlm;
let llm: OpenLlm;

const start = (allowPrivateUrls: boolean) =>
  createLlm(
    { access: {}, models: { draft: [], cheap: [] }, allowPrivateUrls, prices: usualPrices },
    { clock: systemClock, random, log: silentLog },
    { ...usualLimits, attemptMs: 150 },
  );

beforeEach(async () => {
  fake = await startFakeLlm();
  llm = start(true);
});
afterEach(async () => {
  await llm.close();
  await fake[Symbol.asyncDispose]();
});

async function probe(
  answers: readonly FakeAnswer[] = [],
  more: { baseUrl?: string; apiKey?: string; model?: string; signal?: AbortSignal } = {},
): Promise<OwnProbe> {
  fake.next(...answers);
  const { signal = new AbortController().signal, ...changed } = more;
  const own = { baseUrl: fake.baseUrl, apiKey: fake.key, model: 'llama3', ...changed };
  if (!llm.own) throw new Error('creators may bring their own');
  return await llm.own.probe(luna, own, signal);
}

const inJson = says(`{"number":"${number}"}`);

describe('an own endpoint that is tried', () => {
  test('passes with a word, JSON and what stands before a long text', async () => {
    expect(await probe([says('ok'), inJson, says(`It is ${number}.`)])).toEqual({ ok: true });
    const [short, json, long] = fake.requests.map(({ body }) => body);
    expect(JSON.stringify(short).length).toBeLessThan(300);
    expect(json?.['response_format']).toEqual({ type: 'json_object' });
    const text = JSON.stringify(long?.['messages']);
    expect(text.indexOf(number)).toBeLessThan(200);
    expect(text.length).toBeGreaterThan(9_000);
  });

  test('may put its JSON into a fence, and not know the format', async () => {
    const fenced = says(`Sure:\n\`\`\`json\n{"number": ${number}}\n\`\`\``);
    const answers = [says('ok'), errorAnswer(400, 'unknown_parameter'), fenced, says('101,063')];
    expect(await probe(answers)).toEqual({ ok: true });
    expect(fake.requests[2]?.body['response_format']).toBeUndefined();
  });

  test.each<[string, FakeAnswer[], string]>([
    ['is down', [errorAnswer(503)], 'down'],
    ['wants a pause', [errorAnswer(429)], 'flooded'],
    ['has no money left', [errorAnswer(429, 'insufficient_quota')], 'rejected-key'],
    ['speaks something else', [{ kind: 'raw', body: '<html>' }], 'junk'],
    ['hangs up', [{ kind: 'disconnect' }], 'unreachable'],
    ['answers in words', [says('ok'), says('the number is nice')], 'no-json'],
    ['answers with another number', [says('ok'), says('{"number":"1"}')], 'no-json'],
    ['is slow', [says('ok'), { kind: 'hang' }], 'deadline'],
    ['forgets the beginning', [says('ok'), inJson, says('I see no number')], 'short-context'],
    ['takes no long text', [says('ok'), inJson, errorAnswer(413)], 'short-context'],
  ])('%s', async (_, answers, reason) => {
    expect(await probe(answers)).toMatchObject({ ok: false, reason });
  });

  test('names models where the one that was asked for is missing', async () => {
    expect(await probe([], { model: 'llama9' })).toEqual({
      ok: false,
      reason: 'no-such-model',
      models: [...fake.models],
    });
  });

  test('is not asked with what cannot be a key, nor in a private network unless that is allowed', async () => {
    expect(await probe([], { apiKey: 'two words' })).toMatchObject({ reason: 'rejected-key' });
    expect(fake.requests).toEqual([]);
    await llm.close();
    llm = start(false);
    for (const baseUrl of [fake.baseUrl, 'https://localhost/v1', 'https://10.0.0.1/v1']) {
      expect(await probe([], { baseUrl })).toMatchObject({ ok: false, reason: 'forbidden-url' });
    }
    expect(fake.requests).toEqual([]);
  });

  test('is asked at once after its circuit opened, and closes it by passing', async () => {
    const own = { baseUrl: fake.baseUrl, apiKey: fake.key, model: 'llama3' };
    const request = {
      purpose: 'draft',
      messages: [{ role: 'user', content: 'hi' }],
      maxTokens: 10,
    } as const;
    const signal = new AbortController().signal;
    fake.next(errorAnswer(401));
    await llm.chat(luna, request, { signal, own });
    expect(await llm.chat(luna, request, { signal, own })).toMatchObject({ tries: [] });
    expect(await probe([says('ok'), inJson, says(number)])).toEqual({ ok: true });
    expect(await llm.chat(luna, request, { signal, own })).toMatchObject({ ok: true });
  });

  test('ends as cancelled when nobody waits any more', async () => {
    const signal = AbortSignal.timeout(50);
    expect(await probe([{ kind: 'hang' }], { signal })).toMatchObject({ reason: 'cancelled' });
  });
});

test('an address is told what is wrong with it', async () => {
  await llm.close();
  llm = start(false);
  const check = (url: string) => {
    const checked = llm.own?.checkUrl(url);
    return checked?.ok ? checked.baseUrl : checked?.reason;
  };
  expect(check('https://llm.example.com/v1/')).toBe('https://llm.example.com/v1');
  expect(check('http://llm.example.com/v1')).toBe('not-https');
  expect(check('https://llm.example.com:8443/v1')).toBe('port');
  expect(check('https://192.168.1.4/v1')).toBe('private');
  expect(check('https://[::1]:8443/v1')).toBe('private');
  expect(check('ftp://llm.example.com')).toBe('malformed');
});
