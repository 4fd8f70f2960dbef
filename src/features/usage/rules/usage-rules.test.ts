import { describe, expect, test } from 'vitest';
import { createTexts } from '#src/telegram/texts.ts';
import { estimateMicroUsd } from './estimate.ts';
import { isUsedUp, nearLimits, periodOf, type UsageStanding } from './standing.ts';
import { nearText, usageLines } from './usage-texts.ts';

const texts = createTexts();
const wording = (language: string) => ({ t: texts.for(language), language, timeZone: 'UTC' });

const since = Date.UTC(2026, 9, 1);

const standing = (
  drafts: readonly [number, number | null],
  cost: readonly [number, number | null],
  topupDrafts = 0,
): UsageStanding => ({
  drafts: { used: drafts[0], of: drafts[1] },
  cost: { used: cost[0], of: cost[1] },
  topupDrafts,
  since,
});

describe('a limit is near', () => {
  test('from 80 % on, and never where there is none', () => {
    expect(nearLimits(standing([79, 100], [0, 1_000_000]))).toEqual([]);
    expect(nearLimits(standing([80, 100], [800_000, 1_000_000]))).toEqual(['drafts', 'cost']);
    expect(nearLimits(standing([9_999, null], [9_999, null]))).toEqual([]);
  });

  test('only when what was bought on top is nearly used as well', () => {
    expect(nearLimits(standing([100, 100], [0, null], 500))).toEqual([]);
    expect(nearLimits(standing([100, 100], [0, null], 20))).toEqual(['drafts']);
    expect(nearLimits(standing([180, 30], [0, null], 500))).toEqual([]);
    expect(isUsedUp(standing([100, 100], [0, null], 1), 'drafts')).toBe(false);
    expect(isUsedUp(standing([100, 100], [0, null]), 'drafts')).toBe(true);
  });

  test('for the month of drafts and the day of cost', () => {
    const at = Date.UTC(2026, 9, 31, 23, 59);
    expect(periodOf('drafts', since, at)).toBe('2026-10-01');
    expect(periodOf('cost', since, at)).toBe('2026-10-31');
  });
});

describe('what was used, in words', () => {
  test('is the drafts alone where there is no limit', () => {
    expect(usageLines(standing([1_234, null], [0, null]), null, wording('en'))).toEqual([
      'AI drafts this month: 1,234',
    ]);
  });

  test('shows the limits, and what happens when they are used up', () => {
    const lines = (of: UsageStanding) => usageLines(of, null, wording('en')).join('\n');
    const text = lines(standing([500, 500], [1_200, 1_000_000]));
    expect(text).toContain('AI drafts this month: 500 of 500');
    expect(text).toContain('Cost of AI today (UTC): $0.001 of $1.00');
    expect(text).toContain('your own past answers');
    expect(lines(standing([499, 500], [0, null]))).not.toContain('past answers');
    const more = lines(standing([500, 500], [0, null], 12));
    expect(more).toContain('bought on top: 12 left');
    expect(more).not.toContain('past answers');
  });

  test('names the day with which a paid month began', () => {
    const [line] = usageLines(standing([1, 2_000], [0, null]), '14 октября', wording('ru'));
    expect(line).toMatch(/^Черновиков с ИИ с 14 октября: 1 из 2\s000$/u);
  });

  test('the notice speaks the creator’s language', () => {
    const near = standing([400, 500], [810_000, 1_000_000]);
    expect(nearText('drafts', near, wording('en'))).toContain('400 of the 500');
    expect(nearText('cost', near, wording('de'))).toMatch(/0,81\s\$ der 1,00\s\$/);
    expect(nearText('drafts', near, wording('ru'))).toContain('400 из 500');
  });
});

test('an estimate is never below what the dearest model asks', () => {
  const asked = { promptChars: 7_500, maxTokens: 1_000 };
  expect(estimateMicroUsd(asked, { in: 2, out: 6 })).toBe(2_500 * 2 + 1_000 * 6);
  expect(estimateMicroUsd(asked, { in: 0.15, out: 0.6 })).toBe(975);
  expect(estimateMicroUsd({ promptChars: 1, maxTokens: 0 }, { in: 0.15, out: 0.6 })).toBe(1);
});
