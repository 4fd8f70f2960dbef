import { describe, expect, test } from 'vitest';
import { createTexts } from '#src/telegram/texts.ts';
import { newsText } from './news-text.ts';
import { reasonText } from './plan-words.ts';

const texts = createTexts();

describe.each(texts.languages)('in %s', (language) => {
  const wording = { t: texts.for(language), language, timeZone: 'UTC' };
  const reason = (why: 'paused' | 'paused-by-operator') =>
    reasonText({ plan: 'free', why, until: null, then: 'free', trialEnd: null }, wording);

  test('a pause by hand and one for lack of a way to pay are told apart', () => {
    const [byHand, unpaid] = (['paused-by-operator', 'paused'] as const).map((is) =>
      newsText({ is, from: 'studio' }, wording),
    );
    expect(byHand?.split('\n')[0]).not.toBe(unpaid?.split('\n')[0]);
    expect(byHand).toContain('Studio');
    expect(reason('paused-by-operator')).not.toBe(reason('paused'));
    for (const why of ['paused', 'paused-by-operator'] as const) {
      expect(newsText({ is: 'paused-still', why }, wording)).toBe(reason(why));
    }
  });

  test('payments that are paused leave the plan, which the sentence names', () => {
    for (const is of ['uncollected', 'collected'] as const) {
      expect(newsText({ is, plan: 'pro' }, wording)).toContain('Pro');
    }
    const uncollected = { plan: 'pro', why: 'uncollected', then: 'pro', trialEnd: null } as const;
    const ends = reasonText({ ...uncollected, until: 0, then: 'free' }, wording);
    expect(ends).toContain('1970');
    const goesOn = reasonText({ ...uncollected, until: null }, wording) ?? '';
    const paused = goesOn.slice(texts.for(language)('billing-why-subscription').length);
    expect(ends?.endsWith(paused)).toBe(true);
  });

  test('of a second subscription there is one sentence, with nothing left open', () => {
    expect(newsText({ is: 'duplicate' }, wording)).toMatch(/^[^{}]{80,} \/plan$/u);
  });
});
