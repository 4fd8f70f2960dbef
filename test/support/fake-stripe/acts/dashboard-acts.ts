import { resumeSubscription } from '../billing/renew.ts';
import { pausedSince, type Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';

/** The operator pauses a subscription by hand: its status says so, and nothing of it goes on (`POST …/pause`). */
export function pauseByHand(world: World, subscription: Subscription): void {
  world.change('customer.subscription.updated', subscription, () => {
    subscription.status = 'paused';
    subscription.status_details = pausedSince(world.seconds, 'pause_requested');
  });
  world.emit('customer.subscription.paused', subscription);
}

/** The operator lets it go on. */
export function goOnByHand(world: World, subscription: Subscription): void {
  if (subscription.status === 'paused') resumeSubscription(world, subscription);
}

/** The operator pauses the collection of payments, or takes that back: invoices stay drafts meanwhile, and the status is as it was. */
export function collectByHand(world: World, subscription: Subscription, collects: boolean): void {
  world.change('customer.subscription.updated', subscription, () => {
    subscription.pause_collection = collects
      ? null
      : { behavior: 'keep_as_draft', resumes_at: null };
  });
}
