import type { Stripe } from 'stripe';
import { describe, expect, test } from 'vitest';
import { topupFacts } from './read-facts.ts';

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
