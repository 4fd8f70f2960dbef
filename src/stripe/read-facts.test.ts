import type { Stripe } from 'stripe';
import { describe, expect, test } from 'vitest';
import { subscriptionFacts, topupFacts } from './read-facts.ts';
import { creditedMark } from './rules/cancellations.ts';

type Session = Stripe.Checkout.Session;

const lines = (key: string, quantity: number | null = 1) => ({
  data: [{ price: { lookup_key: key, metadata: {} }, quantity }],
});
const session = (more: object): Session =>
  ({
    id: 'cs_1',
    mode: 'payment',
    status: 'complete',
    payment_status: 'paid',
    payment_intent: 'pi_1',
    line_items: lines('drafts_topup_500'),
    ...more,
  }) as unknown as Session;

describe('a session of Checkout', () => {
  test.each([
    ['that is paid', {}, { paymentId: 'pi_1', drafts: 500 }],
    [
      'whose payment comes as its object',
      { payment_intent: { id: 'pi_2' } },
      { paymentId: 'pi_2', drafts: 500 },
    ],
    [
      'with nothing to pay',
      { payment_status: 'no_payment_required', payment_intent: null },
      { paymentId: 'cs_1', drafts: 500 },
    ],
    [
      'of three',
      { line_items: lines('drafts_topup_500', 3) },
      { paymentId: 'pi_1', drafts: 1_500 },
    ],
    [
      'without a quantity',
      { line_items: lines('drafts_topup_500', null) },
      { paymentId: 'pi_1', drafts: 500 },
    ],
    [
      'of a price that lost its lookup key',
      {
        line_items: {
          data: [
            {
              price: { lookup_key: null, metadata: { fanline_price: 'drafts_topup_500' } },
              quantity: 1,
            },
          ],
        },
      },
      { paymentId: 'pi_1', drafts: 500 },
    ],
  ])('%s brings drafts', (_name, more, facts) => {
    expect(topupFacts(session(more))).toEqual(facts);
  });

  test.each([
    ['whose money is on the way', { payment_status: 'unpaid' }],
    ['with a word that nobody knows', { payment_status: 'half_paid' }],
    ['that is open', { status: 'open' }],
    ['that has expired', { status: 'expired' }],
    ['of a subscription', { mode: 'subscription', payment_intent: null }],
    [
      'that only keeps a card',
      { mode: 'setup', payment_status: 'no_payment_required', payment_intent: null },
    ],
    ['of something else', { line_items: lines('pro_monthly') }],
    ['without lines', { line_items: undefined }],
  ])('%s brings none', (_name, more) => {
    expect(topupFacts(session(more))).toBeUndefined();
  });
});

describe('a subscription', () => {
  const subscription = (more: object): Stripe.Subscription =>
    ({
      id: 'sub_1',
      status: 'active',
      created: 100,
      items: { data: [] },
      metadata: {},
      schedule: null,
      automatic_tax: {},
      pause_collection: null,
      trial_end: null,
      ended_at: null,
      cancellation_details: null,
      ...more,
    }) as unknown as Stripe.Subscription;
  const because = (type: string) => ({
    paused: { type: 'subscription', transitioned_at: 200, subscription: { type } },
  });
  const triedToPause = {
    trial_end: 150,
    trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
  };
  const triedToCancel = {
    trial_end: 150,
    trial_settings: { end_behavior: { missing_payment_method: 'cancel' } },
  };

  test.each([
    ['that goes on', {}, null],
    ['whose payments are paused', { pause_collection: { behavior: 'void' } }, 'collection'],
    [
      'paused by hand',
      { status: 'paused', status_details: because('pause_requested') },
      'operator',
    ],
    [
      'paused by hand that was tried out once',
      { status: 'paused', status_details: because('pause_requested'), ...triedToPause },
      'operator',
    ],
    [
      'whose trial ended without a card',
      { status: 'paused', status_details: because('trial_end_without_payment_method') },
      null,
    ],
    [
      'whose last try of a payment failed',
      { status: 'paused', status_details: because('final_payment_failure') },
      null,
    ],
    ['paused for a new reason', { status: 'paused', status_details: because('moon') }, null],
    ['paused without a reason', { status: 'paused' }, 'operator'],
    [
      'paused without a reason after a trial to end so',
      { status: 'paused', ...triedToPause },
      null,
    ],
    [
      'paused without a reason after a trial not to end so',
      { status: 'paused', ...triedToCancel },
      'operator',
    ],
  ])('%s says what somebody paused', (_name, more, pause) => {
    expect(subscriptionFacts(subscription(more)).pause).toBe(pause);
  });

  test.each([
    ['that we ended with credit', { ended_at: 200, comment: creditedMark }, true],
    ['that somebody else ended', { ended_at: 200, comment: 'too dear' }, false],
    ['that goes on, whatever is said of it', { ended_at: null, comment: creditedMark }, false],
  ])('%s was one too many, or was not', (_name, { comment, ...more }, is) => {
    const found = subscription({ ...more, cancellation_details: { comment } });
    expect(subscriptionFacts(found).isCreditedDuplicate).toBe(is);
  });
});
