import { expect, test } from 'vitest';
import { estimateUsage } from './estimate-usage.ts';
import { readModelRefs } from './model-refs.ts';
import { costOf } from './prices.ts';
import { traitsOf } from './model-traits.ts';

const used = { in: 2_500, cached: 1_000, out: 350, reasoning: 100 };

test('a draft costs what the price list says, cached input less, rounded up', () => {
  expect(costOf('openai/gpt-oss-120b', used)).toBe(510);
  expect(costOf('grok-4.3', used)).toBe(2_950);
  expect(costOf('openai/gpt-oss-20b', { in: 1, cached: 0, out: 0, reasoning: 0 })).toBe(1);
  expect(costOf('grok-4.3', { in: 0, cached: 0, out: 0, reasoning: 0 })).toBe(0);
});

test('a model of unknown price costs as the dearest', () => {
  expect(costOf('grok-9', used)).toBe(5_700);
  expect(costOf('__proto__', used)).toBe(5_700);
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
