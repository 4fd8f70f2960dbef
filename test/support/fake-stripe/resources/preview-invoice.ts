import { composeInvoice, periodLine } from '../billing/invoices.ts';
import { periodAt } from '../billing/periods.ts';
import { workOutChange, workOutTrialEnd } from '../billing/plan-change.ts';
import { Params } from '../http/params.ts';
import { invalid, StripeRefusal } from '../http/stripe-error.ts';
import type { Invoice, LineTax } from '../objects/invoice.ts';
import type { Subscription } from '../objects/subscription.ts';
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
  'subscription_details.trial_end',
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
  const behavior =
    details.word('proration_behavior', ['none', 'create_prorations', 'always_invoice']) ??
    'create_prorations';
  const at = prorationDate(world, subscription, details, behavior);
  const endsTrial = details.word('trial_end', ['now']) === 'now';
  if (endsTrial && subscription.status !== 'trialing')
    throw invalid('Trials are ended only while they run; else it is not played.', 'trial_end');
  const change = endsTrial
    ? workOutTrialEnd(world, subscription, changes, at)
    : workOutChange(world, subscription, changes, at);
  const prorations = change.lines.filter(
    (line) => behavior !== 'none' || !line.parent?.subscription_item_details.proration,
  );
  // Billed at once: what is due now. Otherwise: the next period with what has gathered until then.
  const atOnce = change.anchor !== null || (changes.length > 0 && behavior === 'always_invoice');
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
  addTaxes(world, invoice);
  const credit = Math.min(0, world.book.customers.get(subscription.customer)?.balance ?? 0);
  invoice.starting_balance = credit;
  invoice.amount_due = Math.max(0, invoice.total + credit);
  invoice.amount_remaining = invoice.amount_due;
  return invoice;
}

/** As the schema describes `subscription_details.proration_date`. */
function prorationDate(
  world: World,
  subscription: Subscription,
  details: Params,
  behavior: string,
): number {
  const at = details.number('proration_date');
  if (at === undefined) return world.seconds;
  const refuse = (why: string) => invalid(why, 'subscription_details[proration_date]');
  if (behavior === 'none')
    throw refuse('You cannot specify `proration_date` when `proration_behavior=none`.');
  if (!details.has('items') && !details.has('trial_end'))
    throw refuse('`proration_date` needs `items` or `trial_end`.');
  for (const item of subscription.items.data)
    if (at < item.current_period_start || at > item.current_period_end)
      throw refuse('Invalid timestamp: must be within the current subscription period.');
  return at;
}

function addTaxes(world: World, invoice: Invoice): void {
  const tax = world.settings.taxOfPreviews;
  if (tax === null) return;
  const { percent, behavior } = tax;
  const taxOf = (amount: number): LineTax => {
    const inside = behavior === 'inclusive' ? amount - amount / (1 + percent / 100) : 0;
    return {
      amount: Math.round(inside || (amount * percent) / 100),
      tax_behavior: behavior,
      tax_rate_details: { tax_rate: 'txr_of_fake' },
      taxability_reason: 'standard_rated',
      taxable_amount: Math.round(amount - inside),
      type: 'tax_rate_details',
    };
  };
  for (const line of invoice.lines.data) line.taxes = [taxOf(line.amount)];
  // Rounded as a whole, which may differ from the sum of the lines.
  const whole = taxOf(invoice.total);
  invoice.total_taxes = [whole];
  if (behavior === 'exclusive') invoice.total += whole.amount;
  invoice.total_excluding_tax = invoice.total - whole.amount;
}
