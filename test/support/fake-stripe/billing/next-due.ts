import type { Due } from '../fake-clock.ts';
import type { Invoice } from '../objects/invoice.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { endSubscription, endedStatuses, periodEndOf } from './end-subscription.ts';
import { expireSession } from './expire-session.ts';
import { voidInvoice } from './invoices.ts';
import { billInvoice, payInvoice } from './pay-invoice.ts';
import { dropPendingUpdate } from './pending-update.ts';
import { endTrial, renew } from './renew.ts';

const day = 86_400;
const patience = 23 * 3600;

/** What happens next by itself; of several at one time the one that Stripe does first. */
export function nextDue(world: World): Due | undefined {
  let next: Due | undefined;
  for (const due of allDue(world)) if (next === undefined || due.at < next.at) next = due;
  return next;
}

function* allDue(world: World): Generator<Due> {
  for (const session of world.book.sessions.values())
    if (session.status === 'open')
      yield { at: session.expires_at, run: () => expireSession(world, session) };
  for (const subscription of world.book.subscriptions.values())
    if (!endedStatuses.has(subscription.status)) yield* dueOf(world, subscription);
  for (const invoice of world.book.invoices.values()) yield* dueOfInvoice(world, invoice);
}

function* dueOf(world: World, subscription: Subscription): Generator<Due> {
  const { trial_end: trialEnd, status } = subscription;
  if (status === 'incomplete') {
    const at = subscription.created + patience;
    return yield { at, run: () => giveUp(world, subscription) };
  }
  // An end that is planned comes before the renewal of the same second.
  if (subscription.cancel_at !== null)
    yield { at: subscription.cancel_at, run: () => endSubscription(world, subscription, null) };
  if (subscription.cancel_at_period_end) {
    const at = periodEndOf(subscription);
    yield { at, run: () => endSubscription(world, subscription, null) };
  }
  if (subscription.pending_update !== null) {
    const at = subscription.pending_update.expires_at;
    yield { at, run: () => dropPendingUpdate(world, subscription) };
  }
  if (status === 'paused') return;
  if (status === 'trialing' && trialEnd !== null) {
    if (!world.book.trialEndTold.has(subscription.id))
      yield { at: trialEnd - 3 * day, run: () => tellTrialEnd(world, subscription) };
    return yield { at: trialEnd, run: () => endTrial(world, subscription) };
  }
  const ends = subscription.items.data.map((item) => item.current_period_end);
  if (ends.length > 0) yield { at: Math.min(...ends), run: () => renew(world, subscription) };
}

function* dueOfInvoice(world: World, invoice: Invoice): Generator<Due> {
  const subscription = world.book.subscriptions.get(
    invoice.parent?.subscription_details.subscription ?? '',
  );
  if (subscription === undefined) return;
  if (invoice.status === 'draft' && invoice.automatically_finalizes_at !== null)
    yield {
      at: invoice.automatically_finalizes_at,
      run: () => void billInvoice(world, invoice, subscription),
    };
  if (invoice.status === 'open' && invoice.next_payment_attempt !== null)
    yield {
      at: invoice.next_payment_attempt,
      run: () => void payInvoice(world, invoice, subscription),
    };
}

function tellTrialEnd(world: World, subscription: Subscription): void {
  world.book.trialEndTold.add(subscription.id);
  world.emit('customer.subscription.trial_will_end', subscription);
}

function giveUp(world: World, subscription: Subscription): void {
  for (const invoice of world.book.invoicesOf(subscription.id))
    if (invoice.status === 'open') voidInvoice(world, invoice);
  world.change('customer.subscription.updated', subscription, () => {
    subscription.status = 'incomplete_expired';
    subscription.ended_at = world.seconds;
  });
}
