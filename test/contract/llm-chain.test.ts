import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { LlmOptions, LlmRequest } from '#src/core/llm.ts';
import { type Log, silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { createLlm, type OpenLlm } from '#src/llm/create-llm.ts';
import { type LlmConfig, type LlmLimits, usualLimits } from '#src/llm/llm-config.ts';
import { lookAtProviders } from '#src/llm/look-at-providers.ts';
import { usualPrices } from '#src/llm/prices.ts';
import { errorAnswer, says } from '#test/support/fake-llm/fake-answer.ts';
import { type FakeLlm, startFakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { manualClock } from '#test/support/manual-clock.ts';

const luna = 'tluna' as TenantId;
const mira = 'tmira' as TenantId;
const request: LlmRequest = {
  purpose: 'draft',
  messages: [{ role: 'user', content: 'tell me a secret-canary' }],
  maxTokens: 100,
};
const schema = { name: 'x', schema: { type: 'object', additionalProperties: false } };
const never = new AbortController().signal;

let fake: FakeLlm;
let config: LlmConfig;
let open: OpenLlm[];
beforeEach(async () => {
  fake = await startFakeLlm();
  open = [];
  config = {
    access: {
      groq: { apiKey: fake.key, baseUrl: fake.groqRoot },
      xai: { apiKey: fake.key, baseUrl: fake.baseUrl },
    },
    models: {
      draft: [
        { provider: 'groq', model: 'openai/gpt-oss-120b' },
        { provider: 'xai', model: 'grok-4.3' },
      ],
      cheap: [{ provider: 'groq', model: 'openai/gpt-oss-20b' }],
    },
    allowPrivateUrls: false,
    prices: usualPrices,
  };
});
afterEach(async () => {
  await Promise.all(open.map((llm) => llm.close()));
  await fake[Symbol.asyncDispose]();
});

function start(more: { clock?: Clock; log?: Log; limits?: Partial<LlmLimits> } = {}) {
  const { clock = systemClock, log = silentLog } = more;
  const limits = { ...usualLimits, ...more.limits };
  const llm = createLlm(config, { clock, random: systemRandom, log }, limits);
  open.push(llm);
  const ask = (tenantId = luna, options: Partial<LlmOptions> = {}, asked = request) =>
    llm.chat(tenantId, asked, { signal: never, ...options });
  return { llm, ask };
}

const until = async (true_: () => boolean) => {
  while (!true_()) await new Promise((resolve) => setTimeout(resolve, 2));
};
const models = () => fake.requests.map(({ body }) => body.model);

describe('one provider after another', () => {
  test('the first that answers is taken, in the configured order', async () => {
    const { llm, ask } = start();
    expect(llm.providers).toEqual(['groq', 'xai']);
    expect(await ask()).toMatchObject({ ok: true, answer: { provider: 'groq' } });
    expect(await ask(luna, {}, { ...request, purpose: 'cheap' })).toMatchObject({ ok: true });
    expect(models()).toEqual(['openai/gpt-oss-120b', 'openai/gpt-oss-20b']);
  });

  test.each([
    ['a retired model', errorAnswer(400, 'model_decommissioned')],
    ['a rejected key', errorAnswer(401)],
    ['a question too large', errorAnswer(413)],
    ['a flood, for an hour', errorAnswer(429, null, { 'retry-after': '3600' })],
    ['a flood, for longer than the next one takes', errorAnswer(429, null, { 'retry-after': '2' })],
    ['junk', { kind: 'raw', body: '{' } as const],
    ['no words', { kind: 'answer', text: '', finish: 'length' } as const],
  ])('after %s the next one is asked', async (_what, answer) => {
    fake.next(answer, says('from the second'));
    const result = await start().ask();
    expect(result).toMatchObject({
      ok: true,
      answer: { provider: 'xai', text: 'from the second' },
    });
    expect(result.tries.map(({ provider }) => provider)).toEqual(['groq', 'xai']);
  });

  test('what one refuses for its content is not offered to the next', async () => {
    fake.next({ kind: 'answer', text: '', finish: 'content_filter' });
    expect(await start().ask()).toMatchObject({ ok: false, reason: 'refused', tries: [{}] });
  });

  test('when the first hangs, the next one has what is left of the time', async () => {
    fake.always({ kind: 'hang' });
    const clock = manualClock();
    const asking = start({ clock }).ask();
    await until(() => fake.requests.length === 1);
    await clock.advance(5_000);
    await until(() => fake.requests.length === 2);
    await clock.advance(3_000);
    const result = await asking;
    expect(result).toMatchObject({ ok: false, reason: 'deadline' });
    expect(result.tries.map(({ ms }) => ms)).toEqual([5_000, 3_000]);
  });

  test('one whose key was rejected, and a model that is gone, are left out for a while', async () => {
    const clock = manualClock();
    const { ask } = start({ clock });
    fake.models.delete('openai/gpt-oss-120b');
    await ask();
    await ask();
    expect(models()).toEqual(['openai/gpt-oss-120b', 'grok-4.3', 'grok-4.3']);
    // The cheap model of the same key is well.
    expect(await ask(luna, {}, { ...request, purpose: 'cheap' })).toMatchObject({ ok: true });
    await clock.advance(60_000);
    fake.models.add('openai/gpt-oss-120b');
    expect(await ask()).toMatchObject({ ok: true, answer: { provider: 'groq' } });
    fake.next(errorAnswer(401));
    await ask();
    await ask(luna, {}, { ...request, purpose: 'cheap' });
    expect(models().slice(-2)).toEqual(['openai/gpt-oss-120b', 'grok-4.3']);
  });

  test('only those that the creator agreed to are asked', async () => {
    const { ask } = start();
    expect(await ask(luna, { allowed: ['xai'] })).toMatchObject({ answer: { provider: 'xai' } });
    expect(await ask(luna, { allowed: [] })).toEqual({
      ok: false,
      reason: 'not-configured',
      tries: [],
    });
    expect(models()).toEqual(['grok-4.3']);
  });

  test('without any key there is no provider', async () => {
    config = { ...config, access: {} };
    const { llm, ask } = start();
    expect(llm.providers).toEqual([]);
    expect(await ask()).toEqual({ ok: false, reason: 'not-configured', tries: [] });
  });
});

describe('an endpoint of the operator’s choice', () => {
  const compatible = () => {
    const ref = { provider: 'compatible', model: 'llama3' } as const;
    const access = { compatible: { apiKey: 'none', baseUrl: fake.baseUrl } };
    config = {
      ...config,
      access: { ...config.access, ...access },
      models: { draft: [ref], cheap: [ref] },
    };
    return `compatible:${new URL(fake.baseUrl).host}`;
  };

  test('is called by its host, and asked only where that was agreed to', async () => {
    const name = compatible();
    const { llm, ask } = start();
    expect(llm.providers).toEqual([name]);
    expect(await ask(luna, { allowed: ['compatible', 'compatible:other'] })).toMatchObject({
      reason: 'not-configured',
    });
    expect(await ask(luna, { allowed: [name] })).toMatchObject({ reason: 'rejected-key' });
    expect(fake.requests[0]?.headers.authorization).toBe('Bearer none');
  });

  test('costs as the dearest before its price is known', () => {
    compatible();
    expect(start().llm.dearest).toMatchObject({ in: 2, out: 6 });
    config = { ...config, prices: new Map([['compatible:llama3', { in: 0, cached: 0, out: 0 }]]) };
    expect(start().llm.dearest).toMatchObject({ in: 0, out: 0 });
  });

  test('is looked at, too; a model may be listed with its usual tag', async () => {
    compatible();
    fake.models.delete('llama3');
    const look = async () =>
      (await lookAtProviders(config, systemClock)).find(
        ({ provider }) => provider === 'compatible',
      );
    expect(await look()).toMatchObject({ fault: 'rejected-key' });
    config = { ...config, access: { compatible: { apiKey: fake.key, baseUrl: fake.baseUrl } } };
    expect(await look()).toMatchObject({ fault: null, missing: ['llama3'] });
    fake.models.add('llama3:latest');
    expect(await look()).toMatchObject({ fault: null, missing: [] });
  });
});

describe('a creator’s own endpoint', () => {
  const own = () => ({ baseUrl: fake.baseUrl, apiKey: fake.key, model: 'llama3' });

  test.each([
    'http://127.0.0.1:11434/v1',
    'https://127.0.0.1/v1',
    'https://localhost/v1',
    'https://[::1]/v1',
    'https://0x7f.1/v1',
    'https://169.254.169.254/v1',
  ])('in a private network is refused: %s', async (baseUrl) => {
    const result = await start().ask(luna, { own: { ...own(), baseUrl } });
    expect(result).toMatchObject({ ok: false, reason: 'forbidden-url' });
  });

  test('is asked in place of the installation’s providers, if the operator allows its network', async () => {
    config = { ...config, allowPrivateUrls: true, prices: usualPrices };
    const { ask } = start();
    expect(await ask(luna, { own: own() })).toMatchObject({
      ok: true,
      answer: { provider: 'own' },
    });
    fake.next(errorAnswer(401));
    expect(await ask(luna, { own: own() })).toMatchObject({ ok: false, reason: 'rejected-key' });
    expect(models()).toEqual(['llama3', 'llama3']);
    expect(await ask(luna, { own: own(), allowed: ['groq'] })).toMatchObject({
      reason: 'not-configured',
    });
  });

  test('that does not know response_format is asked again without it', async () => {
    config = { ...config, allowPrivateUrls: true, prices: usualPrices };
    fake.next(errorAnswer(400, 'unknown_parameter'), says('{"text":"hi"}'));
    const result = await start().ask(luna, { own: own() }, { ...request, schema });
    expect(result).toMatchObject({ ok: true, answer: { text: '{"text":"hi"}' } });
    expect(fake.requests.map(({ body }) => body['response_format'])).toEqual([
      { type: 'json_object' },
      undefined,
    ]);
  });

  test('that fails leaves the others’ alone', async () => {
    config = { ...config, allowPrivateUrls: true, prices: usualPrices };
    const { ask } = start();
    fake.next(errorAnswer(401));
    await ask(luna, { own: own() });
    expect(await ask(luna, { own: own() })).toMatchObject({ reason: 'rejected-key', tries: [] });
    expect(
      await ask(mira, { own: { ...own(), baseUrl: `${fake.groqRoot}/openai/v1` } }),
    ).toMatchObject({ ok: true });
    expect(await ask(mira)).toMatchObject({ ok: true, answer: { provider: 'groq' } });
    // Who shares the key finds out for themselves: perhaps it is for another model, or mended.
    expect(await ask(mira, { own: own() })).toMatchObject({ ok: true });
  });

  test('of any number of broken ones makes nothing of the installation’s forgotten', async () => {
    config = { ...config, allowPrivateUrls: true, prices: usualPrices };
    const { ask } = start();
    fake.next(errorAnswer(401));
    await ask(luna, { allowed: ['groq'] });
    fake.always(errorAnswer(401));
    for (let many = 0; many < 1_100; many += 40) {
      await Promise.all(
        Array.from({ length: 40 }, (_, at) =>
          ask(`t${many + at}` as TenantId, { own: { ...own(), apiKey: `k${many + at}` } }),
        ),
      );
    }
    expect(await ask(luna, { allowed: ['groq'] })).toMatchObject({
      reason: 'rejected-key',
      tries: [],
    });
  });

  test('with a key that cannot be one is not asked', async () => {
    config = { ...config, allowPrivateUrls: true, prices: usualPrices };
    const result = await start().ask(luna, { own: { ...own(), apiKey: 'two words\n' } });
    expect(result).toEqual({ ok: false, reason: 'rejected-key', tries: [] });
  });
});

describe('many at one time', () => {
  test('a tenant with a hundred questions holds up nobody, and its time runs while it waits', async () => {
    fake.always({ kind: 'hang' });
    const clock = manualClock();
    const { ask } = start({ clock, limits: { most: 8, mostPerTenant: 4 } });
    const flood = Array.from({ length: 100 }, () => ask(luna, { deadlineMs: 4_000 }));
    await until(() => fake.requests.length === 4);
    fake.always(says('ok'));
    expect(await ask(mira)).toMatchObject({ ok: true });
    expect(fake.requests).toHaveLength(5);
    await clock.advance(4_000);
    const results = await Promise.all(flood);
    expect(results.every((result) => !result.ok && result.reason === 'deadline')).toBe(true);
    expect(results.filter(({ tries }) => tries.length > 0)).toHaveLength(4);
    expect(clock.timers).toBe(0);
    expect(await ask(luna)).toMatchObject({ ok: true });
  });

  test('closing ends what is under way', async () => {
    fake.always({ kind: 'hang' });
    const { llm, ask } = start();
    const asking = ask();
    await until(() => fake.requests.length === 1);
    await llm.close();
    expect(await asking).toMatchObject({ ok: false, reason: 'cancelled' });
    expect(await ask()).toMatchObject({ ok: false, reason: 'cancelled', tries: [] });
  });
});

test('the log has provider, model, outcome and time, and no word, key or address', async () => {
  const lines: string[] = [];
  const at = (event: string, fields?: object) => void lines.push(JSON.stringify({ event, fields }));
  config = { ...config, allowPrivateUrls: true, prices: usualPrices };
  const { ask } = start({ log: { debug: at, info: at, warn: at, error: at } });
  fake.next(errorAnswer(401), says('an answer-canary'));
  await ask();
  const own = { baseUrl: fake.baseUrl, apiKey: fake.key, model: 'llama3' };
  fake.next(errorAnswer(500), errorAnswer(500));
  await ask(luna, { own });
  expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
    'llm.call-failed',
    'llm.provider-rests',
    'llm.called',
    'llm.call-failed',
    'llm.call-failed',
  ]);
  expect(lines.join('\n')).not.toMatch(/canary|fake-key|127\.0\.0\.1|llama3/);
});

describe('a look at the providers', () => {
  test('names models that are gone', async () => {
    fake.models.delete('grok-4.3');
    expect(await lookAtProviders(config, systemClock)).toEqual([
      { provider: 'groq', fault: null, missing: [] },
      { provider: 'xai', fault: null, missing: ['grok-4.3'] },
    ]);
    expect(fake.requests).toEqual([]);
  });

  test('names a key that is refused, and a provider that is nowhere', async () => {
    const access = {
      groq: { apiKey: 'another-key', baseUrl: fake.groqRoot },
      xai: { apiKey: fake.key, baseUrl: 'http://127.0.0.1:1/v1' },
    };
    expect(await lookAtProviders({ ...config, access }, systemClock)).toEqual([
      { provider: 'groq', fault: 'rejected-key', missing: [] },
      { provider: 'xai', fault: 'unreachable', missing: [] },
    ]);
    expect(await lookAtProviders({ ...config, access: {} }, systemClock)).toEqual([]);
  });
});
