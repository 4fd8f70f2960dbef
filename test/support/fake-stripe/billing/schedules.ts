import type { Price } from '../objects/catalog.ts';
import type { Subscription } from '../objects/subscription.ts';
import {
  newSchedulePhase,
  newSubscriptionSchedule,
  phaseTimes,
  type ScheduleStatus,
  type SubscriptionSchedule,
} from '../objects/subscription-schedule.ts';
import type { World } from '../world.ts';
import { periodAt } from './periods.ts';

/**
 * Puts a change of price off to the period's end, as the portal does it with downgrades: the phase that runs and one with the new
 * price, of one period. A schedule that is there already gets these phases.
 */
export function planPrice(world: World, subscription: Subscription, price: Price): void {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error('The subscription has no price.');
  const { quantity, current_period_start: start, current_period_end: end } = item;
  const every = price.recurring ?? { interval: 'month', interval_count: 1 };
  const { currency } = subscription;
  const phases = [
    newSchedulePhase({ start, end, price: item.price.id, currency, quantity }),
    newSchedulePhase({
      start: end,
      end: periodAt(subscription.billing_cycle_anchor, every, end).end,
      price: price.id,
      currency,
      quantity,
    }),
  ];
  const schedule =
    world.book.schedules.get(subscription.schedule ?? '') ??
    newSubscriptionSchedule(world.ids.next('sub_sched_', 24), world.seconds, {
      customer: subscription.customer,
      subscription: subscription.id,
      phases,
    });
  schedule.phases = phases;
  schedule.current_phase = phaseTimes(phases[0]);
  world.book.schedules.set(schedule.id, schedule);
  world.book.changesAtPeriodEnd.set(subscription.id, price.id);
  world.change('customer.subscription.updated', subscription, () => {
    subscription.schedule = schedule.id;
  });
}

/** Goes on to the phase of this time. After the last one the schedule is done, and lets go of the subscription. */
export function enterPhase(world: World, subscription: Subscription): void {
  const schedule = world.book.schedules.get(subscription.schedule ?? '');
  if (schedule === undefined) return;
  const phase = schedule.phases.find(
    ({ start_date: start, end_date: end }) => start <= world.seconds && world.seconds < end,
  );
  if (phase === undefined) endSchedule(world, subscription, 'completed');
  else schedule.current_phase = phaseTimes(phase);
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
