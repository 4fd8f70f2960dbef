import { composeInvoice } from '../billing/invoices.ts';
import { workOutChange, workOutTrialEnd } from '../billing/plan-change.ts';
import type { Price } from '../objects/catalog.ts';
import type { PortalConfiguration } from '../objects/portal.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { day, escape, money } from './html.ts';

type Update = PortalConfiguration['features']['subscription_update'];

/** Whether the portal puts a change off to the period's end. */
export function putsOff(
  subscription: Subscription,
  price: Price,
  { schedule_at_period_end: schedule }: Update,
): boolean {
  const conditions = schedule.conditions.map((each) => each.type);
  const held = subscription.items.data[0]?.price;
  const smaller = (price.unit_amount ?? 0) < (held?.unit_amount ?? 0);
  const shorter = held?.recurring?.interval === 'year' && price.recurring?.interval === 'month';
  return (
    (smaller && conditions.includes('decreasing_item_amount')) ||
    (shorter && conditions.includes('shortening_interval'))
  );
}

/** What a change costs, as the portal shows it to whoever is to confirm it: by the invoice that it would write. */
export function planSums(
  world: World,
  subscription: Subscription,
  price: Price,
  update: Update,
): string {
  const [item] = subscription.items.data;
  if (item === undefined) return '';
  const amount = money(price.unit_amount ?? 0, price.currency);
  if (putsOff(subscription, price, update))
    return `<p>Due today: ${money(0, price.currency)}. Then ${amount} on ${day(item.current_period_end)}.</p>`;
  const ends = subscription.status === 'trialing' && update.trial_update_behavior === 'end_trial';
  const { lines, items } = (ends ? workOutTrialEnd : workOutChange)(
    world,
    subscription,
    [{ item: item.id, price, quantity: 1 }],
    world.seconds,
  );
  const period = { start: world.seconds, end: world.seconds };
  const invoice = composeInvoice(
    world,
    subscription,
    { reason: 'subscription_update', lines, period },
    world.ids.next('upcoming_in_', 24),
  );
  const credit = Math.min(0, world.book.customers.get(subscription.customer)?.balance ?? 0);
  const due = Math.max(0, invoice.total + credit);
  const rows = lines.map(
    (line) => `<li>${escape(line.description)}: ${money(line.amount, line.currency)}</li>`,
  );
  const next = items[0]?.current_period_end ?? world.seconds;
  return `<ul>${rows.join('')}</ul><p>Due today: ${money(due, invoice.currency)}. Then ${amount} on ${day(next)}.</p>`;
}
