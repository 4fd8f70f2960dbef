import { expect, test } from 'vitest';
import type { LlmTry } from '#src/core/llm.ts';
import type { AllowedProviders } from '#src/features/consent/index.ts';
import type { OwnAccess } from '#src/features/ownkey/index.ts';
import { notYetKnown, spentOf } from './spent-of.ts';

const both: AllowedProviders = { providers: ['groq', 'xai'], own: null };
const own: AllowedProviders = {
  providers: ['own'],
  own: {
    keyId: 1 as OwnAccess['keyId'],
    provider: { baseUrl: 'https://llm.example.com/v1', apiKey: 'secret', model: 'llama3' },
  },
};

const made = (provider: string, outcome: LlmTry['outcome']): LlmTry => ({
  provider,
  model: `${provider}-model`,
  outcome,
  usage: { in: 100, cached: 0, out: 10, reasoning: 0 },
  costMicroUsd: 5,
  ms: 200,
});

test('each call is told in order, with how it ended, and what all of them cost', () => {
  expect(spentOf([made('groq', 'deadline'), made('xai', 'ok')], both)).toEqual({
    provider: 'xai',
    model: 'xai-model',
    tokensIn: 200,
    tokensOut: 20,
    costMicroUsd: 10,
    ms: 400,
    calls: [
      { provider: 'groq', model: 'groq-model', outcome: 'deadline' },
      { provider: 'xai', model: 'xai-model', outcome: 'ok' },
    ],
  });
});

test('without a call nothing left', () => {
  expect(spentOf([], both)).toBeNull();
});

test('before the first call it is told who may be told', () => {
  expect(notYetKnown(both).calls).toEqual([
    { provider: 'groq', model: '', outcome: 'unknown' },
    { provider: 'xai', model: '', outcome: 'unknown' },
  ]);
});

test('a creator’s own provider is named by its host, never by its key', () => {
  const spent = [notYetKnown(own), spentOf([made('own', 'ok')], own)];
  expect(spent).toMatchObject([
    { provider: 'own:llm.example.com' },
    { provider: 'own:llm.example.com', calls: [{ provider: 'own:llm.example.com' }] },
  ]);
  expect(JSON.stringify(spent)).not.toContain('secret');
});
