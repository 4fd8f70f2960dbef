import { composeInvoice, periodLine } from '../billing/invoices.ts';
import { periodAt } from '../billing/periods.ts';
import { workOutChange } from '../billing/plan-change.ts';
import { Params } from '../http/params.ts';
import { StripeRefusal } from '../http/stripe-error.ts';
import type { Invoice } from '../objects/invoice.ts';
import type { World } from '../world.ts';
import { subscriptionOf } from './subscriptions.ts';
import { itemChanges } from './update-subscription.ts';

/** Parameters of a preview that are played. */
export const previewParams = [
  'customer',
  'subscription',
  'subscription_details.items.id',
  'subscription_details.items.price',
  'subscription_details.items.quantity',
  'subscription_details.proration_behavior',
  'subscription_details.proration_date',
] as const;

/** What the next invoice of a subscription would be, with or without a change. Nothing is kept. */
export function previewInvoice(world: World, params: Params): Invoice {
  const subscription = subscriptionOf(world, params.need('subscription'), 'subscription');
  const planned = subscription.cancel_at !== null || subscription.cancel_at_period_end;
  const details = params.group('subscription_details') ?? new Params({});
  const changes = itemChanges(world, subscription, details);
  if (changes.length === 0 && (planned || subscription.ended_at !== null))
    throw new StripeRefusal(404, 'No upcoming invoices for customer', {
      code: 'invoice_upcoming_none',
    });
  const at = details.number('proration_date') ?? world.seconds;
  const change = workOutChange(world, subscription, changes, at);
  const behavior = details.text('proration_behavior') ?? 'create_prorations';
  const prorations = change.lines.filter(
    (line) => behavior !== 'none' || !line.parent?.subscription_item_details.proration,
  );
  // Billed at once: what is due now. Otherwise: the next period with what has gathered until then.
  const atOnce = changes.length > 0 && (behavior === 'always_invoice' || change.anchor !== null);
  const next = change.items.map((item) => {
    const every = item.price.recurring ?? { interval: 'month', interval_count: 1 };
    const end = item.current_period_end;
    return periodLine(world, item, periodAt(subscription.billing_cycle_anchor, every, end));
  });
  const period = { start: at, end: atOnce ? at : (change.items[0]?.current_period_end ?? at) };
  const invoice = composeInvoice(
    world,
    subscription,
    { reason: 'upcoming', lines: atOnce ? prorations : [...prorations, ...next], period },
    world.ids.next('upcoming_in_', 24),
  );
  const credit = Math.min(0, world.book.customers.get(subscription.customer)?.balance ?? 0);
  invoice.starting_balance = credit;
  invoice.amount_due = Math.max(0, invoice.total + credit);
  invoice.amount_remaining = invoice.amount_due;
  return invoice;
}
