import { describe, expect, test } from 'vitest';
import { createTexts } from '#src/telegram/texts.ts';
import { estimateMicroUsd } from './estimate.ts';
import { nearLimits, periodOf, type UsageStanding } from './standing.ts';
import { nearText, planText } from './usage-texts.ts';

const texts = createTexts();
const wording = (language: string) => ({ t: texts.for(language), language });

const standing = (
  drafts: readonly [number, number | null],
  cost: readonly [number, number | null],
): UsageStanding => ({
  drafts: { used: drafts[0], of: drafts[1] },
  cost: { used: cost[0], of: cost[1] },
});

describe('a limit is near', () => {
  test('from 80 % on, and never where there is none', () => {
    expect(nearLimits(standing([79, 100], [0, 1_000_000]))).toEqual([]);
    expect(nearLimits(standing([80, 100], [800_000, 1_000_000]))).toEqual(['drafts', 'cost']);
    expect(nearLimits(standing([9_999, null], [9_999, null]))).toEqual([]);
  });

  test('for the month of drafts and the day of cost', () => {
    const at = Date.UTC(2026, 9, 31, 23, 59);
    expect(periodOf('drafts', at)).toBe('2026-10');
    expect(periodOf('cost', at)).toBe('2026-10-31');
  });
});

describe('in words', () => {
  test('a plan without limits is two facts', () => {
    expect(planText(standing([1_234, null], [0, null]), wording('en'))).toBe(
      'Your plan: there are no plans yet, everything is allowed.\n\nAI drafts this month: 1,234',
    );
  });

  test('limits show what is used of them, and what happens when they are used up', () => {
    const text = planText(standing([500, 500], [1_200, 1_000_000]), wording('en'));
    expect(text).toContain('AI drafts this month: 500 of 500');
    expect(text).toContain('Cost of AI today (UTC): $0.001 of $1.00');
    expect(text).toContain('your own past answers');
    expect(planText(standing([499, 500], [0, null]), wording('en'))).not.toContain('past answers');
  });

  test('the notice speaks the creator’s language', () => {
    const near = standing([400, 500], [810_000, 1_000_000]);
    expect(nearText('drafts', near, wording('en'))).toContain('400 of the 500');
    expect(nearText('cost', near, wording('de'))).toMatch(/0,81\s\$ der 1,00\s\$/);
    expect(nearText('drafts', near, wording('ru'))).toContain('400 из 500');
  });
});

test('an estimate is never below what the dearest model asks', () => {
  expect(estimateMicroUsd({ promptChars: 7_500, maxTokens: 1_000 })).toBe(2_500 * 2 + 1_000 * 6);
});
