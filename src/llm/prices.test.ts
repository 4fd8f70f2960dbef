import { expect, test } from 'vitest';
import { estimateUsage } from './estimate-usage.ts';
import { readModelRefs } from './model-refs.ts';
import { costOf, dearestOf, priceOf, type PriceList, unpricedOf, usualPrices } from './prices.ts';
import type { ModelRef } from './model-ref.ts';
import { traitsOf } from './model-traits.ts';

const used = { in: 2_500, cached: 1_000, out: 350, reasoning: 100 };

const gptOss = { provider: 'groq', model: 'openai/gpt-oss-120b' } as const;
const grok = { provider: 'xai', model: 'grok-4.3' } as const;
const unknown = { provider: 'xai', model: 'grok-9' } as const;

test('a draft costs what the price list says, cached input less, rounded up', () => {
  const cost = (ref: ModelRef, usage = used) => costOf(priceOf(usualPrices, ref), usage);
  expect(cost(gptOss)).toBe(510);
  expect(cost(grok)).toBe(2_950);
  expect(cost(gptOss, { in: 1, cached: 0, out: 0, reasoning: 0 })).toBe(1);
  expect(cost(grok, { in: 0, cached: 0, out: 0, reasoning: 0 })).toBe(0);
});

test('a model of unknown price costs as the dearest, also where its name has a price elsewhere', () => {
  const dearest = { in: 2, cached: 0.6, out: 6 };
  expect(priceOf(usualPrices, unknown)).toEqual(dearest);
  expect(priceOf(usualPrices, { ...grok, provider: 'groq' })).toEqual(dearest);
  expect(priceOf(usualPrices, { ...grok, model: '__proto__' })).toEqual(dearest);
  expect(unpricedOf(usualPrices, [gptOss, unknown, grok, unknown])).toEqual(['xai:grok-9']);
});

test('before a call the dearest of the configured models counts, for each kind of token', () => {
  expect(dearestOf(usualPrices, [gptOss])).toMatchObject({ in: 0.15, out: 0.6 });
  expect(dearestOf(usualPrices, [gptOss, grok])).toMatchObject({ in: 1.25, out: 2.5 });
  expect(dearestOf(usualPrices, [gptOss, unknown])).toMatchObject({ in: 2, out: 6 });
  const dearOut = new Map([
    ...usualPrices,
    ['groq:openai/gpt-oss-120b', { in: 1, cached: 1, out: 9 }],
  ]);
  expect(dearestOf(dearOut as PriceList, [gptOss, grok])).toMatchObject({ in: 1.25, out: 9 });
  expect(dearestOf(usualPrices, [])).toMatchObject({ in: 0, out: 0 });
});

test('without counts the characters count, and the answer as long as it may be', () => {
  const request = {
    purpose: 'draft',
    messages: [{ role: 'user', content: 'x'.repeat(100) }],
    maxTokens: 50,
  } as const;
  expect(estimateUsage(request)).toEqual({ in: 34, cached: 0, out: 50, reasoning: 0 });
  expect(estimateUsage(request, 'y'.repeat(10)).out).toBe(4);
  expect(estimateUsage(request, 'y'.repeat(1_000)).out).toBe(50);
});

test('models that think are told how much; unknown ones only what all know', () => {
  expect(traitsOf('groq', 'openai/gpt-oss-20b')).toMatchObject({ effort: 'low', json: 'strict' });
  expect(traitsOf('xai', 'grok-4.3')).toMatchObject({ effort: 'none', json: 'strict' });
  expect(traitsOf('xai', 'grok-4.7').effort).toBe('low');
  expect(traitsOf('any', 'openai/gpt-oss-20b')).toMatchObject({ effort: null, json: 'some' });
});

test('a list of models is read, or refused as a whole', () => {
  expect(readModelRefs(' groq:openai/gpt-oss-120b, xai:grok-4.3')).toEqual({
    ok: true,
    refs: [
      { provider: 'groq', model: 'openai/gpt-oss-120b' },
      { provider: 'xai', model: 'grok-4.3' },
    ],
  });
  for (const wrong of ['', 'groq', 'groq:', 'other:x', 'groq:a,', 'groq:a b', 'constructor:x']) {
    expect(readModelRefs(wrong).ok).toBe(false);
  }
  expect(readModelRefs(Array(9).fill('groq:a').join(',')).ok).toBe(false);
});
