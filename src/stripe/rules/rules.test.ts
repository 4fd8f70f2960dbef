import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SubscriptionState } from '#src/core/plans.ts';
import type {
  CustomerFacts,
  DisputeFacts,
  InvoiceFacts,
  RefundFacts,
  SubscriptionFacts,
} from '../facts.ts';
import { jitterMinutes, msUntilNight } from '../nightly.ts';
import { priceKeyOf } from '../price-key.ts';
import { cancellationsOf, isOursToCredit } from './cancellations.ts';
import { duplicatesAmong, rankSubscriptions } from './rank-subscriptions.ts';
import { holdChangesOf } from './holds.ts';
import { enabledEvents, readEvent } from './read-event.ts';
import { endedState, stateOf } from './state-of.ts';
import { isRunning, rankOf } from './statuses.ts';

const subscription = (more: Partial<SubscriptionFacts> = {}): SubscriptionFacts => ({
  id: 'sub_1',
  status: 'active',
  priceKey: 'pro_monthly',
  periodStart: 1_000,
  periodEnd: 9_000,
  cancelAt: null,
  cancelAtPeriodEnd: false,
  holdMark: null,
  scheduleId: null,
  isChangePlanned: false,
  pause: null,
  isCreditedDuplicate: false,
  taxOff: false,
  trialEnd: null,
  endedAt: null,
  createdAt: 500,
  ...more,
});
const invoice = (
  is: InvoiceFacts['is'],
  at: number,
  subscriptionId: string | null = 'sub_1',
): InvoiceFacts => ({ subscriptionId, is, at });
const customer = (more: Partial<CustomerFacts> = {}): CustomerFacts => ({
  deleted: false,
  subscriptions: [],
  invoices: [],
  disputes: [],
  openWarnings: [],
  refunds: [],
  topups: [],
  ...more,
});
const dispute = (
  status: string,
  subscriptionId: string | null = 'sub_1',
  more: Partial<DisputeFacts> = {},
): DisputeFacts => ({ id: 'dp_1', status, subscriptionId, at: 5, refunded: false, ...more });
const statuses = [
  'trialing',
  'active',
  'past_due',
  'paused',
  'unpaid',
  'incomplete',
  'canceled',
  'incomplete_expired',
  'hibernating',
];
const anySubscriptions = fc.uniqueArray(
  fc.record({ id: fc.nat(50), status: fc.constantFrom(...statuses), createdAt: fc.nat(20) }),
  { selector: ({ id }) => id, maxLength: 8 },
);

describe('of several subscriptions', () => {
  test('the one that counts does not depend on the order in which Stripe lists them', () => {
    fc.assert(
      fc.property(anySubscriptions, fc.infiniteStream(fc.nat()), (made, noise) => {
        const all = made.map((each) => subscription({ ...each, id: `sub_${each.id}` }));
        const shuffled = all
          .map((each) => ({ each, at: noise.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const [best] = rankSubscriptions(all);
        expect(rankSubscriptions(shuffled)[0]).toEqual(best);
        expect(duplicatesAmong(shuffled).map(({ id }) => id)).toEqual(
          duplicatesAmong(all).map(({ id }) => id),
        );
        for (const other of all) {
          expect(rankOf(best?.status ?? '')).toBeLessThanOrEqual(rankOf(other.status));
        }
      }),
    );
  });

  test('exactly one that runs is kept, a paid one rather than one that is past due', () => {
    fc.assert(
      fc.property(anySubscriptions, (made) => {
        const all = made.map((each) => subscription({ ...each, id: `sub_${each.id}` }));
        const running = all.filter(({ status }) => isRunning(status));
        const ended = new Set(duplicatesAmong(all).map(({ id }) => id));
        const kept = running.filter(({ id }) => !ended.has(id));
        expect(kept).toHaveLength(Math.min(1, running.length));
        for (const other of running) {
          expect(rankOf(kept[0]?.status ?? '')).toBeLessThanOrEqual(rankOf(other.status));
        }
        expect([...ended].every((id) => running.some((each) => each.id === id))).toBe(true);
      }),
    );
  });

  test('a lost dispute ends what it paid, not a later one; without a tenant all end', () => {
    const first = subscription({ id: 'sub_old', createdAt: 1 });
    const later = subscription({ id: 'sub_new', createdAt: 2 });
    const facts = customer({
      subscriptions: [first, later],
      disputes: [dispute('lost', 'sub_old'), dispute('lost', null)],
    });
    expect(cancellationsOf(facts, true)).toEqual([
      { subscriptionId: 'sub_old', why: 'lost-dispute', credit: false },
    ]);
    const invoices = [invoice('paid', 1, 'sub_old'), invoice('paid', 2, 'sub_new')];
    expect(cancellationsOf({ ...facts, invoices }, false)).toEqual([
      { subscriptionId: 'sub_old', why: 'no-tenant', credit: false },
      { subscriptionId: 'sub_new', why: 'no-tenant', credit: false },
    ]);
  });

  describe('after a warning of fraud', () => {
    const refund = (more: Partial<RefundFacts> = {}): RefundFacts => ({
      subscriptionId: 'sub_1',
      paidAt: 1_000,
      whole: true,
      warned: false,
      ...more,
    });
    const ended = (own: Partial<SubscriptionFacts>, refunds: RefundFacts[]) =>
      cancellationsOf(customer({ subscriptions: [subscription(own)], refunds }), true);
    const marked = { cancelAtPeriodEnd: true, holdMark: 'fraud-warning' };
    const now = [{ subscriptionId: 'sub_1', why: 'refunded-fraud', credit: false }];

    test('a full refund ends what it paid at once, without credit', () => {
      expect(ended(marked, [refund()])).toEqual(now);
      expect(ended({ ...marked, status: 'past_due' }, [refund()])).toEqual(now);
      // The mark may be another, or none: the creator had planned the end, or the refund came before us.
      for (const own of [{}, { cancelAt: 9_000 }, { ...marked, holdMark: 'plan-change' }]) {
        expect(ended(own, [refund({ warned: true })])).toEqual(now);
        expect(ended(own, [refund()])).toEqual([]);
      }
    });

    test.each<[string, Partial<RefundFacts>]>([
      ['in part', { whole: false, warned: true }],
      ['for a period before', { paidAt: 999, warned: true }],
      ['for another', { subscriptionId: null, warned: true }],
    ])('a refund %s ends nothing at once', (_what, more) => {
      expect(ended(marked, [refund(more)])).toEqual([]);
    });

    test('what is over stays so, and counts for no duplicate', () => {
      expect(ended({ ...marked, status: 'canceled', endedAt: 5 }, [refund()])).toEqual([]);
      const subscriptions = [subscription(marked), subscription({ id: 'sub_2', createdAt: 600 })];
      expect(cancellationsOf(customer({ subscriptions, refunds: [refund()] }), true)).toEqual(now);
    });
  });

  test.each<[string, InvoiceFacts[], boolean]>([
    ['paid', [invoice('paid', 5, 'sub_2')], true],
    ['never paid', [invoice('failed', 5, 'sub_2')], false],
    ['free until now, as in a trial', [invoice('free', 5, 'sub_2')], false],
    [
      'paid, but not its present time',
      [invoice('failed', 6, 'sub_2'), invoice('paid', 5, 'sub_2')],
      false,
    ],
    ['not billed yet', [invoice('paid', 5, 'sub_1'), invoice('waits', 5, 'sub_2')], false],
  ])('a duplicate that was %s gives credit: %3$s', (_, invoices, credit) => {
    const subscriptions = [subscription(), subscription({ id: 'sub_2', createdAt: 600 })];
    expect(cancellationsOf(customer({ subscriptions, invoices }), true)).toEqual([
      { subscriptionId: 'sub_2', why: 'duplicate', credit },
    ]);
  });
});

describe('credit for the time that is left', () => {
  const of = (more: Partial<CustomerFacts>) =>
    isOursToCredit(subscription(), customer({ invoices: [invoice('paid', 2_000)], ...more }));
  const warning = { id: 'issfr_1', subscriptionId: 'sub_1' };
  const given = (subscriptionId: string | null, paidAt: number): RefundFacts => ({
    subscriptionId,
    paidAt,
    whole: false,
    warned: false,
  });

  test.each<[string, Partial<CustomerFacts>, boolean]>([
    ['paid', {}, true],
    ['not paid', { invoices: [invoice('failed', 2_000)] }, false],
    ['disputed', { disputes: [dispute('needs_response')] }, false],
    ['lost in a dispute', { disputes: [dispute('lost')] }, false],
    ['won in a dispute', { disputes: [dispute('won')] }, true],
    ['feared to be fraud', { openWarnings: [warning] }, false],
    ['given back', { refunds: [given('sub_1', 1_000)] }, false],
    ['given back for a time before', { refunds: [given('sub_1', 999)] }, true],
    ['given back for another', { refunds: [given(null, 2_000)] }, true],
  ])('of what was %s', (_what, more, credit) => {
    expect(of(more)).toBe(credit);
  });
});

describe('the state', () => {
  const before: SubscriptionState = {
    subscriptionId: 'sub_1',
    status: 'active',
    priceKey: 'studio_yearly',
    periodStart: 0,
    periodEnd: 1_000,
    cancelsAt: null,
    trialEnd: null,
    pastDueSince: null,
    hold: null,
    pause: null,
    endedAt: null,
    createdAt: 500,
  };

  test('reads both ways of cancelling later', () => {
    const read = (more: Partial<SubscriptionFacts>) =>
      stateOf(customer({ subscriptions: [subscription(more)] }), null).subscription?.cancelsAt;
    expect(read({})).toBeNull();
    expect(read({ cancelAt: 7_000 })).toBe(7_000);
    expect(read({ cancelAtPeriodEnd: true })).toBe(9_000);
    expect(read({ cancelAt: 7_000, cancelAtPeriodEnd: true })).toBe(7_000);
  });

  test('is past due since the first failed invoice of this subscription that nothing was paid after', () => {
    const read = (...invoices: InvoiceFacts[]) =>
      stateOf(customer({ subscriptions: [subscription({ status: 'past_due' })], invoices }), null)
        .subscription?.pastDueSince;
    expect(
      read(invoice('failed', 3_000), invoice('failed', 2_000), invoice('failed', 1_500, 'sub_2')),
    ).toBe(2_000);
    // One that Stripe gave up on, and that a later payment or a gift passed over.
    for (const settled of ['paid', 'skipped'] as const) {
      expect(
        read(invoice('failed', 7_000), invoice(settled, 5_000), invoice('failed', 2_000)),
      ).toBe(7_000);
      expect(read(invoice(settled, 7_000), invoice('failed', 2_000))).toBe(2_000);
    }
    expect(read(invoice('waits', 7_000), invoice('free', 5_000), invoice('failed', 2_000))).toBe(
      2_000,
    );
    // Stripe says past due and shows no invoice: its period began with the failure.
    expect(read()).toBe(1_000);
  });

  test('keeps what was known where a word or price is new, but an end is an end', () => {
    const odd = (more: Partial<SubscriptionFacts>, known: SubscriptionState | null = before) =>
      stateOf(customer({ subscriptions: [subscription(more)] }), known);
    expect(odd({ status: 'hibernating' })).toMatchObject({
      oddity: 'unknown-status:sub_1',
      subscription: { status: 'active', periodEnd: 9_000 },
    });
    expect(odd({ status: 'hibernating', endedAt: 8_000 })).toMatchObject({
      oddity: null,
      subscription: { status: 'canceled', endedAt: 8_000 },
    });
    expect(odd({ status: 'hibernating', endedAt: 8_000, priceKey: null })).toMatchObject({
      oddity: null,
      subscription: { status: 'canceled', priceKey: 'studio_yearly' },
    });
    expect(odd({ priceKey: null })).toMatchObject({
      oddity: 'unknown-price:sub_1',
      subscription: { priceKey: 'studio_yearly', status: 'active' },
    });
    expect(odd({ priceKey: null, status: 'canceled', endedAt: 8_000 })).toMatchObject({
      oddity: null,
      subscription: { endedAt: 8_000 },
    });
    // One that was odd from the beginning gives nothing, and is told.
    expect(odd({ status: 'hibernating' }, null)).toMatchObject({
      oddity: 'unknown-status:sub_1',
      subscription: { status: 'hibernating' },
    });
    const other = { ...before, subscriptionId: 'sub_0' };
    expect(odd({ status: 'hibernating' }, other).subscription).toEqual(other);
  });

  test('beside a word that is new for another subscription, the former one is as Stripe has it now', () => {
    const fresh = subscription({ id: 'sub_2', status: 'hibernating', createdAt: 600 });
    const read = (known: SubscriptionState, ...more: SubscriptionFacts[]) => {
      const state = stateOf(customer({ subscriptions: [fresh, ...more] }), known);
      expect(state.oddity).toBe('unknown-status:sub_2');
      return state.subscription;
    };
    // It ended meanwhile, and does not come to life again.
    const ended = subscription({ status: 'canceled', endedAt: 8_000, priceKey: null });
    const over = { subscriptionId: 'sub_1', status: 'canceled', endedAt: 8_000 };
    expect(read(before, ended)).toMatchObject({ ...over, priceKey: 'studio_yearly' });
    const known = { ...before, status: 'canceled', endedAt: 8_000 };
    expect(read(known, ended)).toMatchObject(over);
    expect(read(known)).toEqual(known);
    // Nor does one of which Stripe says a new word after its end.
    const own = subscription({ status: 'archived' });
    expect(read(known, own)).toMatchObject(over);
    expect(stateOf(customer({ subscriptions: [own] }), known).subscription).toMatchObject(over);
  });

  test('tells of renewals that Stripe cannot make final or makes without taxes, and keeps the plan', () => {
    const read = (invoices: InvoiceFacts[], more: Partial<SubscriptionFacts> = {}) =>
      stateOf(customer({ subscriptions: [subscription(more)], invoices }), null);
    expect(read([invoice('waits', 5)]).oddity).toBeNull();
    expect(read([invoice('no-address', 5, 'sub_2')]).oddity).toBeNull();
    expect(read([invoice('waits', 6), invoice('no-address', 5)])).toMatchObject({
      oddity: 'no-address:sub_1',
      subscription: { status: 'active', endedAt: null },
    });
    expect(read([], { taxOff: true }).oddity).toBe('no-address:sub_1');
    expect(read([invoice('not-final', 5)]).oddity).toBe('invoice-not-final:sub_1');
    const over = { status: 'canceled', endedAt: 8_000 };
    expect(read([invoice('no-address', 5)], over).oddity).toBeNull();
  });

  test('holds while a dispute is open, of whatever new kind, or a warning stands', () => {
    const hold = (more: Partial<CustomerFacts>) =>
      stateOf(customer({ subscriptions: [subscription()], ...more }), null).subscription?.hold;
    for (const open of ['needs_response', 'under_review', 'appeal_under_review', 'brand_new']) {
      expect(hold({ disputes: [dispute(open)] })).toBe('dispute');
    }
    for (const over of ['won', 'lost', 'warning_closed', 'prevented']) {
      expect(hold({ disputes: [dispute(over)] })).toBeNull();
    }
    const warning = (subscriptionId: string | null) => ({
      openWarnings: [{ id: 'issfr_1', subscriptionId }],
    });
    expect(hold(warning('sub_1'))).toBe('dispute');
    // What was paid for a top-up, or for a subscription that ended since, holds nothing.
    for (const other of [null, 'sub_0']) {
      expect(hold(warning(other))).toBeNull();
      expect(hold({ disputes: [dispute('needs_response', other)] })).toBeNull();
    }
  });

  test('says that it is held for a warning, and not for a dispute', () => {
    const openWarnings = [{ id: 'issfr_1', subscriptionId: 'sub_1' }];
    const oddity = (more: Partial<CustomerFacts>, own: Partial<SubscriptionFacts> = {}) =>
      stateOf(customer({ subscriptions: [subscription(own)], openWarnings, ...more }), null).oddity;
    expect(oddity({})).toBe('fraud-warning:sub_1');
    expect(oddity({}, { taxOff: true })).toBe('fraud-warning:sub_1');
    expect(oddity({}, { priceKey: null })).toBe('fraud-warning:sub_1');
    expect(oddity({ disputes: [dispute('needs_response')] })).toBeNull();
    expect(oddity({}, { status: 'canceled', endedAt: 5 })).toBeNull();
  });

  describe('of what is held', () => {
    const changes = (own: Partial<SubscriptionFacts>, more: Partial<CustomerFacts>) =>
      holdChangesOf(
        customer({ subscriptions: [subscription(own), subscription({ id: 'sub_2' })], ...more }),
      );
    const about = (status: string, more: Partial<DisputeFacts> = {}) => ({
      disputes: [dispute(status, 'sub_1', more)],
    });
    const warned = { openWarnings: [{ id: 'issfr_1', subscriptionId: 'sub_1' }] };
    const change = (
      ends: boolean | null,
      mark: string | null,
      scheduleId: string | null = null,
    ) => [{ subscriptionId: 'sub_1', scheduleId, ends, mark }];
    const ending = { cancelAtPeriodEnd: true };

    test('the end is planned, and taken back only once a dispute is won', () => {
      expect(changes({}, about('needs_response'))).toEqual(change(true, 'dispute'));
      expect(changes({ status: 'incomplete' }, about('needs_response'))).toEqual([]);
      const held = { ...ending, holdMark: 'dispute' };
      expect(changes(held, about('needs_response'))).toEqual([]);
      for (const over of ['won', 'warning_closed']) {
        expect(changes(held, about(over))).toEqual(change(false, null));
        expect(changes(held, about(over, { refunded: true }))).toEqual([]);
      }
      expect(changes(held, about('prevented'))).toEqual([]);
      expect(changes(held, {})).toEqual([]);
      expect(changes({ ...held, status: 'canceled' }, about('won'))).toEqual([]);
      // An older one that was won says nothing of the newest.
      const disputes = [dispute('prevented', 'sub_1', { at: 9 }), dispute('won')];
      expect(changes(held, { disputes })).toEqual([]);
      expect(changes(held, { disputes: disputes.toReversed() })).toEqual([]);
    });

    test('a warning that was paid back, or that nothing followed, leaves the end to the creator', () => {
      expect(changes({}, warned)).toEqual(change(true, 'fraud-warning'));
      const held = { ...ending, holdMark: 'fraud-warning' };
      expect(changes(held, warned)).toEqual([]);
      expect(changes(held, {})).toEqual([]);
      // It became a dispute, and that may be won.
      expect(changes(held, about('needs_response'))).toEqual(change(null, 'dispute'));
      // The creator goes on: the next end is theirs.
      expect(changes({ holdMark: 'fraud-warning' }, {})).toEqual(change(null, null));
    });

    test('a change of price that was planned falls away, and nothing goes on by itself without it', () => {
      const planned = { scheduleId: 'sub_sched_1', isChangePlanned: true };
      expect(changes(planned, about('needs_response'))).toEqual(
        change(true, 'plan-change', 'sub_sched_1'),
      );
      expect(changes({ ...ending, holdMark: 'plan-change' }, about('won'))).toEqual([]);
      // A crash came between: the change has fallen away, and the end is not planned yet.
      const begun = { holdMark: 'plan-change-begun' };
      expect(changes(begun, about('needs_response'))).toEqual(change(true, 'plan-change'));
      // It was won meanwhile: the dear price is not gone on with all the same.
      expect(changes(begun, about('won'))).toEqual(change(true, 'plan-change'));
      expect(changes(begun, {})).toEqual(change(true, 'plan-change'));
      // The crash came before the change fell away.
      const before = { ...begun, ...planned };
      expect(changes(before, about('needs_response'))).toEqual(
        change(true, 'plan-change', 'sub_sched_1'),
      );
      expect(changes(before, about('won'))).toEqual(change(null, null, 'sub_sched_1'));
      // Somebody else planned the end meanwhile: it is theirs.
      expect(changes({ ...begun, ...ending }, about('needs_response'))).toEqual(change(null, null));
      // Somebody took our end back while it is held, and once it is not.
      expect(changes({ holdMark: 'plan-change' }, about('needs_response'))).toEqual(
        change(true, 'plan-change'),
      );
      expect(changes({ holdMark: 'plan-change' }, about('won'))).toEqual(change(null, null));
    });

    test('a change of price that has begun is none that falls away', () => {
      const runs = { scheduleId: 'sub_sched_1' };
      expect(changes(runs, about('needs_response'))).toEqual(
        change(true, 'dispute', 'sub_sched_1'),
      );
      const begun = { ...runs, holdMark: 'plan-change-begun' };
      expect(changes(begun, about('needs_response'))).toEqual(
        change(true, 'dispute', 'sub_sched_1'),
      );
      expect(changes(begun, {})).toEqual(change(null, null, 'sub_sched_1'));
    });

    test('an end that the creator chose is theirs', () => {
      expect(changes({ cancelAt: 9_000 }, about('needs_response'))).toEqual([]);
      expect(changes({ cancelAt: 9_000 }, about('won'))).toEqual([]);
    });
  });

  test('of a deleted customer ends once, and stays ended when there is nothing', () => {
    const ended = endedState({ ...before, hold: 'dispute' }, 5_000);
    expect(ended).toMatchObject({ status: 'canceled', endedAt: 5_000, hold: null });
    expect(endedState(ended, 6_000)).toBe(ended);
    expect(endedState(null, 6_000)).toBeNull();
    expect(stateOf(customer(), ended).subscription).toBe(ended);
    expect(stateOf(customer(), before).subscription).toBeNull();
  });
});

describe('small rules', () => {
  test('a price that gave its lookup key away is still known by its metadata', () => {
    expect(priceKeyOf({ lookup_key: 'pro_yearly', metadata: {} })).toBe('pro_yearly');
    const metadata = { fanline_price: 'pro_yearly' };
    expect(priceKeyOf({ lookup_key: null, metadata })).toBe('pro_yearly');
    expect(priceKeyOf({ lookup_key: 'gold', metadata })).toBe('pro_yearly');
    expect(priceKeyOf({ lookup_key: 'gold', metadata: { fanline_price: 'gold' } })).toBeNull();
  });

  test('whatever JSON comes, reading an event neither throws nor keeps what is no id', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (whole, object) => {
        readEvent(whole);
        const read = readEvent({
          id: 'evt_1',
          object: 'event',
          type: 'invoice.paid',
          created: 5,
          livemode: true,
          data: { object: { customer: object, id: object, charge: object } },
        });
        for (const id of [read?.customerId, read?.objectId, read?.chargeId]) {
          if (id) expect(id).toMatch(/^\w{1,255}$/);
        }
      }),
    );
  });

  test('events of a customer, an object that names one, and a charge are found', () => {
    const read = (type: string, object: object) =>
      readEvent({ id: 'evt_1', object: 'event', type, created: 5, data: { object } });
    expect(read('customer.deleted', { object: 'customer', id: 'cus_1' })?.customerId).toBe('cus_1');
    expect(read('invoice.paid', { customer: { id: 'cus_2' } })?.customerId).toBe('cus_2');
    expect(read('charge.dispute.created', { id: 'dp_1', charge: 'ch_1' })).toMatchObject({
      customerId: null,
      objectId: 'dp_1',
      chargeId: 'ch_1',
      createdAt: 5_000,
    });
    expect(new Set(enabledEvents).size).toBe(enabledEvents.length);
  });

  test('night comes within a day, after three, at the same minute each time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.string(), (now, seed) => {
        const minutes = jitterMinutes(seed);
        const wait = msUntilNight(now, minutes);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(86_400_000);
        const at = new Date(now + wait);
        expect([at.getUTCHours(), at.getUTCMinutes()]).toEqual([3, minutes]);
      }),
    );
  });
});
