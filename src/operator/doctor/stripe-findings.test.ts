import { describe, expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import type { PlanRow } from '#src/core/plans.ts';
import type { ModeStanding, StripeEventCounts } from '#src/core/stripe-book.ts';
import type { StripeLook } from '#src/stripe/look-at-stripe.ts';
import type { Finding } from './finding.ts';
import { mirrorFindings, modeFindings, purgedFindings, stripeFindings } from './stripe-findings.ts';

const now = Date.UTC(2026, 10, 21);
const minute = 60_000;
const well: StripeLook = {
  fault: null,
  testMode: false,
  missingPrices: [],
  portal: true,
  endpoint: { missing: false, disabled: false, otherVersion: null, missingEvents: [] },
};
const endpoint = (more: object): StripeLook => ({
  ...well,
  endpoint: { missing: false, disabled: false, otherVersion: null, missingEvents: [], ...more },
});
const told = (findings: readonly Finding[]) =>
  findings.map(({ severity, code, tenant }) => [severity, code, tenant ?? ''].join(' ').trim());

describe('what Stripe says of the settings', () => {
  test.each([
    ['is well', well, ['ok stripe.well']],
    ['is in test mode', { ...well, testMode: true }, ['note stripe.test-mode']],
    ['refuses the key', { ...well, fault: 'rejected-key' }, ['error stripe.key-refused']],
    ['is down', { ...well, fault: 'down' }, ['warning stripe.unreachable']],
    ['lacks a price', { ...well, missingPrices: ['pro_yearly'] }, ['error stripe.no-such-price']],
    ['has no portal', { ...well, portal: false }, ['warning stripe.no-portal']],
    ['cannot deliver', { ...well, endpoint: null }, ['warning stripe.no-public-url']],
    ['has no endpoint', endpoint({ missing: true }), ['error stripe.endpoint-missing']],
    ['disabled it', endpoint({ disabled: true }), ['error stripe.endpoint-disabled']],
    [
      'has it at another version',
      endpoint({ otherVersion: '2024-06-20' }),
      ['warning stripe.endpoint-version'],
    ],
    [
      'leaves events out',
      endpoint({ missingEvents: ['invoice.paid'] }),
      ['error stripe.endpoint-events'],
    ],
  ] satisfies readonly (readonly [string, StripeLook, string[]])[])(
    'when it %s',
    (_what, look, expected) => {
      expect(told(stripeFindings('on', look))).toEqual(expected);
    },
  );

  test('a key without a webhook secret is told, also offline', () => {
    expect(told(stripeFindings('no-webhook-secret', null))).toEqual([
      'error stripe.no-webhook-secret',
    ]);
  });
});

describe('the mode that the file is in', () => {
  test.each([
    ['none was entered', { livemode: null, others: 0 }, { testMode: true }, []],
    ['is that of the key', { livemode: true, others: 0 }, { testMode: false }, []],
    ['nobody was asked', { livemode: true, others: 0 }, null, []],
    [
      'is the other one until the next start',
      { livemode: false, others: 0 },
      { testMode: false },
      ['warning stripe.mode-not-entered'],
    ],
    [
      'leaves customers out',
      { livemode: true, others: 2 },
      { testMode: false },
      ['note stripe.other-mode'],
    ],
  ] satisfies readonly (readonly [string, ModeStanding, { testMode: boolean } | null, string[]])[])(
    'when it %s',
    (_what, standing, look, expected) => {
      expect(told(modeFindings(standing, look))).toEqual(expected);
    },
  );
});

test('customers of purged tenants are told once ending what they pay has failed', () => {
  const customer = (name: string, endFailedAt: number | null) => ({
    tenantId: `t-${name}` as TenantId,
    customerId: `cus_${name}`,
    createdAt: now,
    endFailedAt,
  });
  const customers = [customer('luna', null), customer('fresh', null), customer('gone', now)];
  const findings = purgedFindings(customers, new Set(['t-luna' as TenantId]));
  expect(told(findings)).toEqual(['warning stripe.purged-customer']);
  expect(findings[0]?.message).toContain('cus_gone');
});

describe('how the mirror stands', () => {
  const counts: StripeEventCounts = {
    open: 0,
    oldestOpenAt: null,
    deliveredAt: now - minute,
    missedAt: null,
  };
  const row = (oddity: string | null) => ({
    slug: 'luna',
    row: {
      tenantId: 't-luna' as TenantId,
      grant: null,
      subscription: null,
      oddity,
      syncedAt: now,
      topupDrafts: 0,
      boughtDrafts: 0,
      creditedDuplicates: 0,
      revision: 1,
    } satisfies PlanRow,
  });

  test.each([
    ['is well', {}, null, []],
    ['has just heard something', { open: 2, oldestOpenAt: now - minute }, null, []],
    [
      'waits for long',
      { open: 2, oldestOpenAt: now - 20 * minute },
      null,
      ['warning stripe.events-wait'],
    ],
    ['missed something before the last delivery', { missedAt: now - 9 * minute }, null, []],
    ['missed something since', { missedAt: now }, null, ['error stripe.no-events']],
    [
      'never heard of anything',
      { missedAt: now - minute, deliveredAt: null },
      null,
      ['error stripe.no-events'],
    ],
    ['is odd', {}, 'unknown-price:sub_1', ['warning stripe.unknown-price luna']],
    ['is odder', {}, 'unknown-status:sub_1', ['warning stripe.unknown-status luna']],
    ['cannot tax', {}, 'no-address:sub_1', ['warning stripe.no-address luna']],
    ['is feared to be fraud', {}, 'fraud-warning:sub_1', ['warning stripe.fraud-warning luna']],
    ['cannot bill', {}, 'invoice-not-final:sub_1', ['warning stripe.invoice-not-final luna']],
  ] satisfies readonly (readonly [string, Partial<StripeEventCounts>, string | null, string[]])[])(
    'when it %s',
    (_what, more, oddity, expected) => {
      expect(told(mirrorFindings({ ...counts, ...more }, [row(oddity)], now))).toEqual(expected);
    },
  );
});
