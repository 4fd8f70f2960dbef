import { endSchedule } from '../billing/schedules.ts';
import type { Route } from '../http/route.ts';
import { invalid, missing } from '../http/stripe-error.ts';
import type { SubscriptionSchedule } from '../objects/subscription-schedule.ts';
import type { World } from '../world.ts';

/** Subscription schedules: read and released. They are made in the portal. */
export const subscriptionScheduleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/subscription_schedules/{id}',
    takes: [],
    run: (world, _params, id) => scheduleOf(world, id),
  },
  {
    method: 'POST',
    path: '/v1/subscription_schedules/{id}/release',
    takes: [],
    run(world, _params, id) {
      const schedule = scheduleOf(world, id);
      const subscription = world.book.subscriptions.get(schedule.subscription ?? '');
      if (subscription === undefined)
        throw invalid(
          `You cannot release a subscription schedule that is currently in the \`${schedule.status}\` status. You can only release a schedule if it is in the following states: \`not_started\`, \`active\`.`,
        );
      world.change('customer.subscription.updated', subscription, () => {
        endSchedule(world, subscription, 'released');
      });
      return schedule;
    },
  },
];

function scheduleOf(world: World, id: string): SubscriptionSchedule {
  const schedule = world.book.schedules.get(id);
  if (schedule === undefined) throw missing('subscription schedule', id);
  return schedule;
}
