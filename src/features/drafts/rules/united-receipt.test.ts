import { expect, test } from 'vitest';
import type { MessageId } from '#src/core/ids.ts';
import type { DraftReceipt } from '../draft-receipt.ts';
import { unitedReceipt } from './united-receipt.ts';

const first: DraftReceipt = {
  messages: [1, 2] as MessageId[],
  told: { faq: 1, examples: 3, facts: 0 },
  masked: { email: 2 },
  leftOut: { turns: 1 },
  provider: 'groq',
  model: 'one',
  tokensIn: 100,
  tokensOut: 5,
  costMicroUsd: 70,
  ms: 400,
  calls: [{ provider: 'groq', model: 'one', outcome: 'cancelled' }],
};
const second: DraftReceipt = {
  ...first,
  messages: [2, 3] as MessageId[],
  told: { faq: 2, examples: 1, facts: 4 },
  masked: { email: 1, name: 1 },
  provider: 'xai',
  model: 'two',
  calls: [{ provider: 'xai', model: 'two', outcome: 'ok' }],
};

test('facts are united by their ids, the summary went when it went once, and receipts of old say neither', () => {
  const told = { ...first.told, facts: 2, others: 1 };
  const newer: DraftReceipt = { ...first, told, factIds: [7, 8], summary: true };
  const newest: DraftReceipt = { ...newer, told, factIds: [8, 9], summary: false };
  expect(unitedReceipt([first, newer, newest])).toMatchObject({
    told: { facts: 3, others: 1 },
    factIds: [7, 8, 9],
    summary: true,
  });
  expect(unitedReceipt([second, newer])).toMatchObject({ told: { facts: 4 }, factIds: [7, 8] });
  expect(Object.keys(unitedReceipt([first, second]) ?? {})).not.toContain('factIds');
});

test('receipts of one draft are united: calls in order, sums, each message once, the most of what is counted', () => {
  expect(unitedReceipt([])).toBeNull();
  expect(unitedReceipt([first])).toEqual(first);
  expect(unitedReceipt([first, second])).toEqual({
    messages: [1, 2, 3],
    told: { faq: 2, examples: 3, facts: 4 },
    masked: { email: 2, name: 1 },
    leftOut: { turns: 1 },
    provider: 'xai',
    model: 'two',
    tokensIn: 200,
    tokensOut: 10,
    costMicroUsd: 140,
    ms: 800,
    calls: [
      { provider: 'groq', model: 'one', outcome: 'cancelled' },
      { provider: 'xai', model: 'two', outcome: 'ok' },
    ],
  });
});
