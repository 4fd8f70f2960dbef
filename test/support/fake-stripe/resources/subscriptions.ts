import { creditRest } from '../billing/credit-rest.ts';
import { endSubscription, endedStatuses } from '../billing/end-subscription.ts';
import { resumeSubscription } from '../billing/renew.ts';
import { startSubscription } from '../billing/start-subscription.ts';
import { createdWithin, listing, listParams } from '../http/listing.ts';
import type { Params } from '../http/params.ts';
import type { Route } from '../http/route.ts';
import { invalid, missing, StripeRefusal } from '../http/stripe-error.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { priceOf } from './catalog.ts';
import { customerOf } from './customers.ts';
import { updateParams, updateSubscription } from './update-subscription.ts';

/** Subscriptions: begun, read, listed, changed, ended, resumed. */
export const subscriptionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/subscriptions',
    takes: [
      'billing_mode.type',
      'customer',
      'items.price',
      'items.quantity',
      'metadata',
      'payment_behavior',
      'trial_period_days',
      'trial_settings.end_behavior.missing_payment_method',
    ],
    run: createSubscription,
  },
  {
    method: 'GET',
    path: '/v1/subscriptions',
    takes: [...listParams, 'created', 'customer', 'price', 'status'],
    run: listSubscriptions,
  },
  {
    method: 'GET',
    path: '/v1/subscriptions/{id}',
    takes: [],
    run: (world, _params, id) => subscriptionOf(world, id),
  },
  {
    method: 'POST',
    path: '/v1/subscriptions/{id}',
    takes: updateParams,
    run(world, params, id) {
      const subscription = subscriptionOf(world, id);
      updateSubscription(world, subscription, params);
      return subscription;
    },
  },
  {
    method: 'DELETE',
    path: '/v1/subscriptions/{id}',
    takes: ['cancellation_details', 'invoice_now', 'prorate'],
    run(world, params, id) {
      const subscription = subscriptionOf(world, id);
      if (endedStatuses.has(subscription.status)) throw missing('subscription', id);
      const details = params.group('cancellation_details');
      subscription.cancellation_details = {
        comment: details?.text('comment') ?? null,
        feedback: details?.text('feedback') ?? null,
        feedback_option: null,
        reason: 'cancellation_requested',
      };
      if (params.flag('prorate') === true && params.flag('invoice_now') === true)
        creditRest(world, subscription);
      endSubscription(world, subscription, 'cancellation_requested');
      return subscription;
    },
  },
  {
    method: 'POST',
    path: '/v1/subscriptions/{id}/resume',
    takes: ['billing_cycle_anchor.type', 'payment_behavior', 'proration_behavior'],
    run(world, params, id) {
      // Without it Stripe makes the invoice and leaves it to somebody to pay it, which is not played.
      if (params.text('payment_behavior') !== 'resume_on_payment_success')
        throw invalid('Only resume_on_payment_success is played.', 'payment_behavior');
      const subscription = subscriptionOf(world, id);
      if (subscription.status !== 'paused')
        throw invalid('Only paused subscriptions can be resumed.');
      resumeSubscription(world, subscription);
      return subscription;
    },
  },
];

/** A subscription that exists. `param` names the parameter that holds the id; without it the id stands in the path. */
export function subscriptionOf(world: World, id: string, param?: string): Subscription {
  const subscription = world.book.subscriptions.get(id);
  if (subscription === undefined) throw missing('subscription', id, param);
  return subscription;
}

function createSubscription(world: World, params: Params): Subscription {
  const customer = customerOf(world, params.need('customer'), 'customer');
  const lines = params.groups('items').map((item) => ({
    price: priceOf(world, item.need('price'), 'items[0][price]'),
    quantity: item.number('quantity') ?? 1,
  }));
  if (lines.length === 0)
    throw invalid('Missing required param: items.', 'items', 'parameter_missing');
  const trialDays = params.number('trial_period_days');
  const behavior = params.text('payment_behavior') ?? 'allow_incomplete';
  const hasCard = customer.invoice_settings.default_payment_method !== null;
  if (!hasCard && trialDays === undefined && behavior === 'allow_incomplete')
    throw new StripeRefusal(
      400,
      'This customer has no attached payment source or default payment method.',
      { code: 'resource_missing' },
    );
  const end = params.group('trial_settings')?.group('end_behavior');
  const { subscription } = startSubscription(world, {
    customer: customer.id,
    order: {
      lines,
      trialDays,
      missingPaymentMethod: end?.text('missing_payment_method') ?? 'create_invoice',
      billingMode:
        params.group('billing_mode')?.word('type', ['classic', 'flexible']) ?? 'flexible',
      metadata: params.metadata(),
      description: null,
    },
    automaticTax: false,
    card: null,
  });
  return subscription;
}

function listSubscriptions(world: World, params: Params): object {
  const customer = params.text('customer');
  const price = params.text('price');
  const status = params.text('status');
  const all = createdWithin(world.book.subscriptions.values(), params).filter(
    (each) =>
      (customer === undefined || each.customer === customer) &&
      (price === undefined || each.items.data.some((item) => item.price.id === price)) &&
      hasStatus(each, status),
  );
  return listing(all, params, '/v1/subscriptions');
}

/** Without a status canceled ones are left out. */
function hasStatus(subscription: Subscription, status: string | undefined): boolean {
  if (status === undefined) return subscription.status !== 'canceled';
  if (status === 'all') return true;
  if (status === 'ended') return endedStatuses.has(subscription.status);
  return subscription.status === status;
}
