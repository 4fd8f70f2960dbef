import { expect, test } from 'vitest';
import { usualPrices } from './prices.ts';
import { readPrices } from './read-prices.ts';

test('prices are added to the usual ones or take their places', () => {
  const read = readPrices(' groq:openai/gpt-oss-120b=0.2/0.1/0.7, xai:grok-9 = 3/15 ,groq:a:b=0/0');
  expect(read.ok && [...read.prices].slice(-2)).toEqual([
    ['xai:grok-9', { in: 3, cached: 3, out: 15 }],
    ['groq:a:b', { in: 0, cached: 0, out: 0 }],
  ]);
  expect(read.ok && read.prices.get('groq:openai/gpt-oss-120b')).toEqual({
    in: 0.2,
    cached: 0.1,
    out: 0.7,
  });
  expect(read.ok && read.prices.size).toBe(usualPrices.size + 2);
  expect(usualPrices.get('groq:openai/gpt-oss-120b')).toMatchObject({ in: 0.15 });
});

test.each([
  ['', 'form'],
  ['groq:a', 'form'],
  ['groq:a=1', 'form'],
  ['groq:a=1/2/3/4', 'form'],
  ['groq:a=1/2=3', 'form'],
  ['a=1/2', 'model'],
  ['other:a=1/2', 'model'],
  ['groq:=1/2', 'model'],
  ['groq:a=1/', 'number'],
  ['groq:a=-1/2', 'number'],
  ['groq:a=1/1e3', 'number'],
  ['groq:a=1/NaN', 'number'],
  ['groq:a=$1/2', 'number'],
  ['groq:a=1/1000.5', 'number'],
])('%s is refused for its %s', (text, why) => {
  expect(readPrices(text)).toMatchObject({ ok: false, faults: [{ entry: 1, why }] });
});

test('all that is wrong is told, and a model that is priced twice', () => {
  expect(readPrices('groq:a=1/2,groq:b,groq:a=1/2,xai:a=1/2,groq:c=x/y').faults).toEqual([
    { entry: 2, why: 'form' },
    { entry: 3, why: 'twice' },
    { entry: 5, why: 'number' },
  ]);
});
