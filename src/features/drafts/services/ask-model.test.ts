import { expect, test } from 'vitest';
import type { FanId, TenantId } from '#src/core/ids.ts';
import { plainWish } from '#test/support/plain-wish.ts';
import type { PartsGiven } from '../rules/prompt-parts.ts';
import { promptFor } from './ask-model.ts';

const fan = { id: 7 as FanId } as Parameters<typeof promptFor>[0]['fan'];
const ids = { tenantId: 't1' as TenantId, delimiter: 'd5f0c2' };

/** Little is left beside the long line of the persona, and much without it. */
const parts: PartsGiven = {
  persona: ['Warm and short', 'I paint. '.repeat(50)],
  faq: [],
  examples: Array.from({ length: 10 }, (_, at) => ({
    fanText: `Which of your blue prints is number ${at}?`,
    replyText: `It is the one with ${at} boats, and I like it most of all`,
  })),
  fanName: null,
  facts: [],
  summary: null,
  turns: [{ fanId: fan.id, from: 'fan', text: 'How much is a print?' }],
  wish: plainWish,
};

test('a second question holds of no kind more than the first, however much else drops out', () => {
  const gathered = { parts, fanNames: [] };
  const failed = [{ text: 'It is only 25 €', problems: ['amount'] as const }];
  for (let budget = 400; budget < 2_500; budget += 50) {
    const first = promptFor({ fan }, gathered, { ...ids, budget }).context;
    const again = { failed, first };
    const { used } = promptFor({ fan }, gathered, { ...ids, budget }, again).context;
    expect(used.examples).toBeLessThanOrEqual(first.used.examples);
    expect(used.persona).toBeLessThanOrEqual(first.used.persona);
  }
});
