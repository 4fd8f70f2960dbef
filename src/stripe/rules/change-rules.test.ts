import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBegins, type ItemPrice } from './change-begins.ts';
import { type PreviewLine, sumChange } from './sum-change.ts';

type Changes = Parameters<typeof changeBegins>[0];

/** As set-up makes it; Stripe fills in the rest. */
const ours: Changes = {
  enabled: true,
  default_allowed_updates: ['price', 'promotion_code'],
  billing_cycle_anchor: null,
  proration_behavior: 'always_invoice',
  schedule_at_period_end: {
    conditions: [{ type: 'decreasing_item_amount' }, { type: 'shortening_interval' }],
  },
  trial_update_behavior: 'end_trial',
};

const monthly = (amount: number | null): ItemPrice => ({ amount, interval: 'month', count: 1 });
const yearly = (amount: number): ItemPrice => ({ amount, interval: 'year', count: 1 });

describe('when a change begins', () => {
  test.each([
    ['a dearer plan', monthly(1_900), monthly(4_900), 'now'],
    ['a year instead of a month', monthly(1_900), yearly(19_000), 'now'],
    ['a cheaper plan', monthly(4_900), monthly(1_900), 'period-end'],
    ['a month instead of a year', yearly(19_000), monthly(1_900), 'period-end'],
    ['a dearer plan by the month', yearly(19_000), monthly(4_900), 'period-end'],
    ['the same amount', monthly(1_900), monthly(1_900), 'now'],
    ['twelve months for a year', { ...monthly(100), count: 12 }, yearly(100), 'now'],
  ] as const)('%s', (_name, from, to, begins) => {
    expect(changeBegins(ours, 'active', from, to)).toBe(begins);
  });

  test('on trial is as the settings have it, and uncertain for what would wait', () => {
    const up = [monthly(1_900), monthly(4_900)] as const;
    expect(changeBegins(ours, 'trialing', ...up)).toBe('trial-ends');
    const goesOn = { ...ours, trial_update_behavior: 'continue_trial' as const };
    expect(changeBegins(goesOn, 'trialing', ...up)).toBe('trial-goes-on');
    expect(changeBegins(ours, 'trialing', monthly(4_900), monthly(1_900))).toBeNull();
    const other = { ...ours, trial_update_behavior: 'double_trial' };
    expect(changeBegins(other, 'trialing', ...up)).toBeNull();
  });

  test('is uncertain where the settings or the prices are not ours', () => {
    const up = [monthly(1_900), monthly(4_900)] as const;
    const others: Partial<Changes>[] = [
      { enabled: false },
      { proration_behavior: 'none' },
      { proration_behavior: 'create_prorations' },
      { billing_cycle_anchor: 'now' },
      { schedule_at_period_end: { conditions: [{ type: 'full_moon' }] } },
    ];
    for (const other of others) {
      expect(changeBegins({ ...ours, ...other }, 'active', ...up)).toBeNull();
    }
    expect(changeBegins(ours, 'active', monthly(null), monthly(1))).toBeNull();
    const weekly = { amount: 500, interval: 'week', count: 1 };
    expect(changeBegins(ours, 'active', weekly, monthly(1_900))).toBeNull();
  });
});

describe('the sums of a change', () => {
  const day = 86_400_000;
  const periodEnd = 30 * day;
  const line = (total: number, more: Partial<PreviewLine> = {}): PreviewLine => ({
    total,
    taxed: false,
    steadyUntil: Number.POSITIVE_INFINITY,
    proration: false,
    start: periodEnd,
    end: 60 * day,
    ...more,
  });
  const part = (total: number) => line(total, { proration: true, start: 15 * day, end: periodEnd });
  const sums = (
    lines: readonly PreviewLine[],
    begins: Parameters<typeof sumChange>[1]['begins'] = 'now',
    more: { balance?: number; total?: number } = {},
  ) => {
    const total = more.total ?? lines.reduce((sum, each) => sum + each.total, 0);
    return sumChange(
      { lines, total, balance: more.balance ?? 0 },
      { begins, at: 15 * day, periodEnd },
    );
  };

  test('of a dearer plan are its rest without what is not used, and the whole later', () => {
    expect(sums([part(-950), part(2_450), line(4_900, { taxed: true })])).toEqual({
      today: { charged: 2_450, credited: 950, fromCredit: 0, due: 1_500, kept: 0 },
      next: { at: periodEnd, amount: 4_900 },
      taxed: true,
    });
  });

  test('of another interval are the first period, and the next one after it', () => {
    const year = { start: 15 * day, end: 380 * day };
    expect(sums([part(-950), line(19_000, year)])).toMatchObject({
      today: { charged: 19_000, credited: 950, due: 18_050 },
      next: { at: 380 * day, amount: 19_000 },
    });
    // A discount may not hold for the second year.
    const less = (until: number) => line(17_000, { ...year, steadyUntil: until });
    expect(sums([part(-950), less(380 * day)])?.next).toEqual({ at: 380 * day, amount: null });
    expect(sums([part(-950), less(381 * day)])?.next.amount).toBe(17_000);
    expect(sums([line(4_900, year)], 'trial-ends')).toMatchObject({
      today: { charged: 4_900, credited: 0, due: 4_900 },
      next: { at: 380 * day, amount: 4_900 },
    });
  });

  test('of what begins later have nothing today', () => {
    for (const begins of ['period-end', 'trial-goes-on'] as const) {
      expect(sums([line(1_900)], begins, { balance: -700 })).toEqual({
        today: { charged: 0, credited: 0, fromCredit: 0, due: 0, kept: 0 },
        next: { at: periodEnd, amount: 1_900 },
        taxed: false,
      });
    }
    // Worked out as of now, since the interval is another one.
    const now = line(1_900, { start: 15 * day, end: 45 * day });
    expect(sums([now], 'period-end')?.next).toEqual({ at: periodEnd, amount: 1_900 });
  });

  test('leave the next one open where a discount may be over by then', () => {
    for (const [steadyUntil, amount] of [
      [0, null],
      [periodEnd, null],
      [periodEnd + 1, 2_450],
    ] as const) {
      const half = line(2_450, { steadyUntil });
      const whole = { at: periodEnd, amount };
      expect(sums([part(-950), part(2_450), half])?.next).toEqual(whole);
      expect(sums([half], 'period-end')?.next).toEqual(whole);
      expect(sums([half], 'trial-goes-on')?.next).toEqual(whole);
    }
    // It is about a part alone.
    expect(sums([{ ...part(950), steadyUntil: 0 }, line(4_900)])?.next.amount).toBe(4_900);
  });

  test('leave the next one open where something else will stand on it', () => {
    for (const begins of ['period-end', 'trial-goes-on'] as const) {
      expect(sums([part(700), line(1_900)], begins)?.next).toEqual({ at: periodEnd, amount: null });
    }
  });

  test('use credit that there is, and keep what is too much', () => {
    expect(
      sums([part(-950), part(2_450), line(4_900)], 'now', { balance: -700 })?.today,
    ).toMatchObject({ fromCredit: 700, due: 800, kept: 0 });
    expect(sums([part(-2_450), part(950), line(1_900)])?.today).toMatchObject({
      due: 0,
      kept: 1_500,
    });
  });

  test('are none where the lines say something that is not understood', () => {
    expect(sums([])).toBeNull();
    expect(sums([part(-950), part(2_450)])).toBeNull();
    expect(sums([part(-950), line(4_900)], 'now', { total: 9_000 })).toBeNull();
    expect(sums([line(4_900)], 'now', { balance: 100 })).toBeNull();
    expect(sums([line(4_900)], 'trial-ends')).toBeNull();
    expect(sums([line(4_900), line(4_900, { start: 15 * day })])).toBeNull();
    // Taxes of three lines, rounded one by one and as a whole.
    expect(sums([part(-950), part(2_450), line(4_900)], 'now', { total: 6_401 })).not.toBeNull();
  });

  test('always add up', () => {
    const amounts = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: -100_000, max: 0 }), (parts, balance) => {
        const found = sums([...parts.map(part), line(4_900)], 'now', { balance });
        if (!found) return false;
        const { charged, credited, fromCredit, due, kept } = found.today;
        return (
          charged - credited - fromCredit === due - kept &&
          Math.min(charged, credited, fromCredit, due, kept) >= 0 &&
          fromCredit <= -balance &&
          (due === 0 || kept === 0)
        );
      }),
    );
  });
});
