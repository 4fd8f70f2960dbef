import { pausedSince, planOf, type Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { cardFor } from './cards.ts';
import { endSubscription } from './end-subscription.ts';
import { draftInvoice, periodLine } from './invoices.ts';
import { billInvoice } from './pay-invoice.ts';
import { periodAt } from './periods.ts';
import { enterPhase } from './schedules.ts';

const hour = 3600;

/** Begins the next period: the draft of its invoice is made now and paid an hour later, as Stripe does it. */
export function renew(world: World, subscription: Subscription): void {
  const ended = subscription.items.data.filter((item) => item.current_period_end <= world.seconds);
  const before = {
    start: Math.min(...ended.map((item) => item.current_period_start)),
    end: Math.max(...ended.map((item) => item.current_period_end)),
  };
  world.change('customer.subscription.updated', subscription, () => {
    if (subscription.status === 'trialing') subscription.status = 'active';
    applyPlannedPrice(world, subscription);
    enterPhase(world, subscription);
    for (const item of subscription.items.data) {
      if (!ended.includes(item)) continue;
      const every = item.price.recurring ?? { interval: 'month', interval_count: 1 };
      const period = periodAt(subscription.billing_cycle_anchor, every, item.current_period_end);
      item.current_period_start = period.start;
      item.current_period_end = period.end;
    }
  });
  const invoice = draftInvoice(world, subscription, {
    reason: 'subscription_cycle',
    lines: ended.map((item) =>
      periodLine(world, item, {
        start: item.current_period_start,
        end: item.current_period_end,
      }),
    ),
    period: before,
  });
  // Invoices of an unpaid subscription are written, but nobody tries to take their money.
  // Where their collection is paused they stay drafts.
  if (subscription.status === 'unpaid' || subscription.pause_collection !== null)
    invoice.auto_advance = false;
  else invoice.automatically_finalizes_at = world.seconds + hour;
}

/** Ends a trial: with a card the first period begins; without one the trial's settings decide. */
export function endTrial(world: World, subscription: Subscription): void {
  const missing = subscription.trial_settings.end_behavior.missing_payment_method;
  if (cardFor(world, subscription) !== null || missing === 'create_invoice')
    return renew(world, subscription);
  if (missing === 'cancel') return endSubscription(world, subscription, null);
  world.change('customer.subscription.updated', subscription, () => {
    subscription.status = 'paused';
    subscription.status_details = pausedSince(world.seconds, 'trial_end_without_payment_method');
  });
  world.emit('customer.subscription.paused', subscription);
}

/** Goes on with a paused subscription: a new cycle begins now and is billed at once. It stays paused until that is paid. */
export function resumeSubscription(world: World, subscription: Subscription): void {
  const now = world.seconds;
  subscription.billing_cycle_anchor = now;
  for (const item of subscription.items.data) {
    const every = item.price.recurring ?? { interval: 'month', interval_count: 1 };
    const period = periodAt(now, every, now);
    item.current_period_start = period.start;
    item.current_period_end = period.end;
  }
  const invoice = draftInvoice(world, subscription, {
    reason: 'subscription_cycle',
    lines: subscription.items.data.map((item) =>
      periodLine(world, item, {
        start: item.current_period_start,
        end: item.current_period_end,
      }),
    ),
    period: { start: now, end: now },
  });
  billInvoice(world, invoice, subscription);
}

function applyPlannedPrice(world: World, subscription: Subscription): void {
  const price = world.book.prices.get(world.book.changesAtPeriodEnd.get(subscription.id) ?? '');
  const [item] = subscription.items.data;
  if (price === undefined || item === undefined) return;
  item.price = price;
  item.plan = planOf(price);
  world.book.changesAtPeriodEnd.delete(subscription.id);
}
