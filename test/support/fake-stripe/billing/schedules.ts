import type { Price } from '../objects/catalog.ts';
import type { Subscription } from '../objects/subscription.ts';
import {
  newSubscriptionSchedule,
  type ScheduleStatus,
  type SubscriptionSchedule,
} from '../objects/subscription-schedule.ts';
import type { World } from '../world.ts';

/** Puts a change of price off to the period's end, as the portal does it with downgrades. */
export function planPrice(world: World, subscription: Subscription, price: Price): void {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error('The subscription has no price.');
  const schedule = newSubscriptionSchedule(world.ids.next('sub_sched_', 24), world.seconds, {
    customer: subscription.customer,
    subscription: subscription.id,
    start: item.current_period_start,
    end: item.current_period_end,
  });
  world.book.schedules.set(schedule.id, schedule);
  world.book.changesAtPeriodEnd.set(subscription.id, price.id);
  world.change('customer.subscription.updated', subscription, () => {
    subscription.schedule = schedule.id;
  });
}

/** Lets go of the subscription: what was planned falls away, or was done. The subscription's own event is the caller's. */
export function endSchedule(
  world: World,
  subscription: Subscription,
  status: Exclude<ScheduleStatus, 'not_started' | 'active'>,
): SubscriptionSchedule | undefined {
  world.book.changesAtPeriodEnd.delete(subscription.id);
  const schedule = world.book.schedules.get(subscription.schedule ?? '');
  subscription.schedule = null;
  if (schedule === undefined) return undefined;
  schedule.status = status;
  schedule.current_phase = null;
  schedule.subscription = null;
  if (status === 'released') {
    schedule.released_at = world.seconds;
    schedule.released_subscription = subscription.id;
  } else if (status === 'completed') schedule.completed_at = world.seconds;
  else schedule.canceled_at = world.seconds;
  return schedule;
}
