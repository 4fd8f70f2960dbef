import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { endSchedule } from './schedules.ts';

/** Statuses from which nothing comes any more. */
export const endedStatuses: ReadonlySet<string> = new Set(['canceled', 'incomplete_expired']);

/** Ends a subscription now. `reason`: cancellation_requested, payment_failed, payment_disputed; null: none is known. */
export function endSubscription(
  world: World,
  subscription: Subscription,
  reason: string | null,
): void {
  if (endedStatuses.has(subscription.status)) return;
  subscription.status = 'canceled';
  subscription.canceled_at ??= world.seconds;
  subscription.ended_at = world.seconds;
  subscription.pending_update = null;
  if (reason !== null)
    subscription.cancellation_details = { ...subscription.cancellation_details, reason };
  endSchedule(world, subscription, 'canceled');
  for (const invoice of world.book.invoicesOf(subscription.id)) {
    // What is open stays open, but nobody tries to take it any more.
    if (invoice.status === 'draft' || invoice.status === 'open') {
      invoice.auto_advance = false;
      invoice.automatically_finalizes_at = null;
      invoice.next_payment_attempt = null;
    }
  }
  world.emit('customer.subscription.deleted', subscription);
}

/** Plans the end as the portal does: a flexible subscription gets `cancel_at` only, a classic one both fields. */
export function planEnd(
  world: World,
  subscription: Subscription,
  why: { comment?: string; feedback?: string } = {},
): void {
  const end = periodEndOf(subscription);
  world.change('customer.subscription.updated', subscription, () => {
    subscription.cancel_at = end;
    subscription.cancel_at_period_end = subscription.billing_mode.type === 'classic';
    subscription.canceled_at = world.seconds;
    subscription.cancellation_details = {
      comment: why.comment ?? null,
      feedback: why.feedback ?? null,
      feedback_option: null,
      reason: 'cancellation_requested',
    };
  });
}

/** Takes a planned end back. */
export function unplanEnd(world: World, subscription: Subscription): void {
  world.change('customer.subscription.updated', subscription, () => {
    subscription.cancel_at = null;
    subscription.cancel_at_period_end = false;
    subscription.canceled_at = null;
    subscription.cancellation_details = {
      comment: null,
      feedback: null,
      feedback_option: null,
      reason: null,
    };
  });
}

/** The latest end of its items' periods, epoch seconds. */
export function periodEndOf(subscription: Subscription): number {
  return Math.max(...subscription.items.data.map((item) => item.current_period_end));
}
