import { cardDeclined } from '../http/stripe-error.ts';
import type { Invoice } from '../objects/invoice.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { draftInvoice, voidInvoice } from './invoices.ts';
import { billInvoice } from './pay-invoice.ts';
import { putOff } from './pending-update.ts';
import { endSchedule } from './schedules.ts';
import { type ItemChange, type PlanChange, workOutChange, workOutTrialEnd } from './plan-change.ts';

/** How a change is paid for. */
export interface ChangeTerms {
  readonly proration: 'none' | 'create_prorations' | 'always_invoice';
  readonly payment:
    | 'allow_incomplete'
    | 'default_incomplete'
    | 'pending_if_incomplete'
    | 'error_if_incomplete';
  /** What the portal does with a subscription on trial; absent: the trial goes on. */
  readonly trial?: 'end_trial' | 'continue_trial';
}

/** Changes prices or quantities of a subscription now. Throws 402 where the terms ask for it and the card is refused. */
export function changePlan(
  world: World,
  subscription: Subscription,
  changes: readonly ItemChange[],
  terms: ChangeTerms,
): void {
  const endsTrial = subscription.status === 'trialing' && terms.trial === 'end_trial';
  const planned = (endsTrial ? workOutTrialEnd : workOutChange)(
    world,
    subscription,
    changes,
    world.seconds,
  );
  const lines = planned.lines.filter(
    (line) => terms.proration !== 'none' || !line.parent?.subscription_item_details.proration,
  );
  world.book.changesAtPeriodEnd.delete(subscription.id);
  const billed = terms.proration === 'always_invoice' || planned.anchor !== null;
  if (!billed || lines.length === 0) {
    const waiting = world.book.pendingLines.get(subscription.id) ?? [];
    if (lines.length > 0) world.book.pendingLines.set(subscription.id, [...waiting, ...lines]);
    return apply(world, subscription, planned);
  }
  const period = { start: world.seconds, end: world.seconds };
  const invoice = draftInvoice(world, subscription, {
    reason: 'subscription_update',
    lines,
    period,
  });
  if (terms.payment === 'allow_incomplete' || terms.payment === 'default_incomplete') {
    apply(world, subscription, planned);
    billInvoice(world, invoice, subscription);
  } else payFirst(world, subscription, planned, invoice, terms);
}

function payFirst(
  world: World,
  subscription: Subscription,
  planned: PlanChange,
  invoice: Invoice,
  terms: ChangeTerms,
): void {
  world.book.updateInvoices.set(subscription.id, invoice.id);
  const outcome = billInvoice(world, invoice, subscription);
  if (outcome === 'paid') {
    world.book.updateInvoices.delete(subscription.id);
    return apply(world, subscription, planned);
  }
  if (terms.payment === 'pending_if_incomplete')
    return putOff(world, subscription, planned.items, invoice);
  world.book.updateInvoices.delete(subscription.id);
  if (invoice.status === 'open') voidInvoice(world, invoice);
  throw cardDeclined();
}

function apply(world: World, subscription: Subscription, planned: PlanChange): void {
  world.change('customer.subscription.updated', subscription, () => {
    subscription.items.data = planned.items;
    subscription.billing_cycle_anchor = planned.anchor ?? subscription.billing_cycle_anchor;
    if (subscription.status === 'trialing' && planned.anchor !== null) {
      subscription.status = 'active';
      subscription.trial_end = planned.anchor;
    }
    endSchedule(world, subscription, 'released');
  });
}
