import { type ChangeTerms, changePlan } from '../billing/change-plan.ts';
import { endedStatuses, unplanEnd } from '../billing/end-subscription.ts';
import type { ItemChange } from '../billing/plan-change.ts';
import { endTrial } from '../billing/renew.ts';
import type { Params } from '../http/params.ts';
import { invalid } from '../http/stripe-error.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { priceOf } from './catalog.ts';

/** Parameters of a change that are played. */
export const updateParams = [
  'cancel_at',
  'cancel_at_period_end',
  'cancellation_details',
  'default_payment_method',
  'description',
  'items.id',
  'items.price',
  'items.quantity',
  'metadata',
  'payment_behavior',
  'proration_behavior',
  'trial_end',
] as const;

const behaviors = [
  'allow_incomplete',
  'default_incomplete',
  'pending_if_incomplete',
  'error_if_incomplete',
] as const;

/** Changes a subscription as a request asks. One that has ended takes cancellation details only. */
export function updateSubscription(world: World, subscription: Subscription, params: Params): void {
  const names = Object.keys(params.values);
  if (
    endedStatuses.has(subscription.status) &&
    names.some((name) => name !== 'cancellation_details')
  )
    throw invalid(
      'A canceled subscription can only update its cancellation_details.',
      names[0],
      'invalid_canceled_subscription_fields',
    );
  if (subscription.schedule !== null && names.some((name) => name.startsWith('cancel_at')))
    throw invalid(
      `The subscription is managed by the subscription schedule \`${subscription.schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
      names.find((name) => name.startsWith('cancel_at')),
    );
  const terms: ChangeTerms = {
    proration:
      params.word('proration_behavior', ['none', 'create_prorations', 'always_invoice']) ??
      'create_prorations',
    payment: params.word('payment_behavior', behaviors) ?? 'allow_incomplete',
  };
  if (terms.payment === 'pending_if_incomplete' && params.has('metadata'))
    throw invalid(
      'You cannot update metadata when payment_behavior is pending_if_incomplete.',
      'metadata',
    );
  const changes = itemChanges(world, subscription, params);
  if (changes.length > 0) changePlan(world, subscription, changes, terms);
  setFields(world, subscription, params);
  setEnd(world, subscription, params);
  setTrialEnd(world, subscription, params);
}

/** What `items` asks for; also used by previews. */
export function itemChanges(
  world: World,
  subscription: Subscription,
  params: Params,
): ItemChange[] {
  return params.groups('items').map((item) => {
    const id = item.text('id');
    const held = subscription.items.data.find((each) => each.id === id);
    if (held === undefined)
      throw invalid(`Items without an id would add a price, which is not played.`, 'items[0][id]');
    const price = item.text('price');
    return {
      item: held.id,
      price: price === undefined ? held.price : priceOf(world, price, 'items[0][price]'),
      quantity: item.number('quantity') ?? held.quantity,
    };
  });
}

function setFields(world: World, subscription: Subscription, params: Params): void {
  const card = params.text('default_payment_method');
  if (card !== undefined && world.book.paymentMethods.get(card)?.customer !== subscription.customer)
    throw invalid(`No such PaymentMethod: '${card}'`, 'default_payment_method', 'resource_missing');
  world.change('customer.subscription.updated', subscription, () => {
    subscription.metadata = params.metadata(subscription.metadata);
    subscription.default_payment_method = card ?? subscription.default_payment_method;
    if (params.has('description')) subscription.description = params.text('description') ?? null;
    const details = params.group('cancellation_details');
    if (details !== undefined)
      subscription.cancellation_details = {
        ...subscription.cancellation_details,
        comment: details.text('comment') ?? subscription.cancellation_details.comment,
        feedback: details.text('feedback') ?? subscription.cancellation_details.feedback,
      };
  });
}

/** Through the API a flexible subscription gets the field that was asked for, and that one only. */
function setEnd(world: World, subscription: Subscription, params: Params): void {
  const atPeriodEnd = params.flag('cancel_at_period_end');
  const at = params.text('cancel_at');
  if (atPeriodEnd !== undefined && params.has('cancel_at'))
    throw invalid('You may only specify one of these parameters: cancel_at, cancel_at_period_end.');
  if (atPeriodEnd === false || params.unsets('cancel_at')) return unplanEnd(world, subscription);
  if (atPeriodEnd === undefined && at === undefined) return;
  const ends = subscription.items.data.map((item) => item.current_period_end);
  world.change('customer.subscription.updated', subscription, () => {
    if (atPeriodEnd === true) {
      subscription.cancel_at_period_end = true;
      if (subscription.billing_mode.type === 'classic') subscription.cancel_at = Math.max(...ends);
    } else if (at === 'min_period_end') subscription.cancel_at = Math.min(...ends);
    else if (at === 'max_period_end') subscription.cancel_at = Math.max(...ends);
    else subscription.cancel_at = params.number('cancel_at') ?? null;
    subscription.canceled_at = world.seconds;
    subscription.cancellation_details = {
      ...subscription.cancellation_details,
      reason: 'cancellation_requested',
    };
  });
}

function setTrialEnd(world: World, subscription: Subscription, params: Params): void {
  if (!params.has('trial_end')) return;
  if (subscription.status !== 'trialing')
    throw invalid('Trials are changed only while they run; else it is not played.', 'trial_end');
  const now = params.text('trial_end') === 'now';
  const at = now ? world.seconds : (params.number('trial_end') ?? world.seconds);
  world.change('customer.subscription.updated', subscription, () => {
    subscription.trial_end = at;
    subscription.billing_cycle_anchor = at;
    for (const item of subscription.items.data) item.current_period_end = at;
  });
  if (now) endTrial(world, subscription);
}
