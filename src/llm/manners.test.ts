import { expect, test } from 'vitest';
import { extrasOf, mannerAfter, mayBeForExtras } from './manner.ts';
import { createManners } from './manners.ts';
import { traitsOf } from './model-traits.ts';

const request = { purpose: 'draft', messages: [], maxTokens: 9 } as const;
const inFormat = { ...request, schema: { name: 'x', schema: {} } };

test('Groq is never asked for a stream together with a format; others are', () => {
  for (const model of ['openai/gpt-oss-120b', 'qwen/qwen3.8-27b', 'some/new-one']) {
    const traits = traitsOf('groq', model);
    const asked = extrasOf('full', traits, { request: inFormat, listens: true });
    expect(asked.stream).toBe(false);
    expect(asked.format).not.toBe('none');
    expect(extrasOf('full', traits, { request, listens: true }).stream).toBe(true);
  }
  for (const traits of [traitsOf('xai', 'grok-4.3'), traitsOf('any', 'llama3')]) {
    expect(extrasOf('full', traits, { request: inFormat, listens: true }).stream).toBe(true);
    expect(extrasOf('full', traits, { request: inFormat, listens: false }).stream).toBe(false);
  }
});

test('a model that is known to fit schemas keeps them when it refuses a stream, until it refuses them, too', () => {
  const both = { stream: true, format: 'strict' } as const;
  expect(mannerAfter(both)).toBe('unstreamed');
  const next = extrasOf('unstreamed', traitsOf('xai', 'grok-4.3'), {
    request: inFormat,
    listens: true,
  });
  expect(next).toEqual({ stream: false, format: 'strict' });
  expect(mayBeForExtras('full', next)).toBe(false);
  expect(mayBeForExtras('unstreamed', next)).toBe(true);
  expect(mannerAfter(next)).toBe('plain');
  expect(mannerAfter({ stream: true, format: 'some' })).toBe('plain');
  expect(mayBeForExtras('plain', { stream: false, format: 'none' })).toBe(false);
});

test('what was refused is remembered for an hour, for this model and key, and for a thousand at most', () => {
  const manners = createManners();
  manners.learn('groq', 'a', 'plain', 0);
  expect(manners.of('groq', 'a', 3_599_999)).toBe('plain');
  expect(manners.of('groq', 'a', 3_600_000)).toBe('full');
  expect(manners.of('groq', 'b', 0)).toBe('full');
  expect(manners.of('xai', 'a', 0)).toBe('full');
  for (let many = 0; many < 1_000; many += 1) manners.learn(`own${many}`, 'a', 'plain', 1);
  expect(manners.of('groq', 'a', 1)).toBe('full');
  expect(manners.of('own0', 'a', 1)).toBe('plain');
});
