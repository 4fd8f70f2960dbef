import type { CardKind } from '../book.ts';
import { addCard, makeDefault } from '../billing/cards.ts';
import { type ChangeTerms, changePlan } from '../billing/change-plan.ts';
import { endSubscription, planEnd, unplanEnd } from '../billing/end-subscription.ts';
import { payInvoice } from '../billing/pay-invoice.ts';
import { resumeSubscription } from '../billing/renew.ts';
import { planPrice } from '../billing/schedules.ts';
import type { PaymentOutcome } from '../billing/try-payment.ts';
import type { Price } from '../objects/catalog.ts';
import type { PaymentMethod } from '../objects/payment.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';

/** What the portal does when somebody ends a subscription. */
export function cancelInPortal(
  world: World,
  subscription: Subscription,
  how: { now?: boolean; comment?: string; feedback?: string } = {},
): void {
  if (how.now === true) endSubscription(world, subscription, 'cancellation_requested');
  else planEnd(world, subscription, how);
}

/** Takes a planned end back, or goes on with a paused subscription. */
export function resumeInPortal(world: World, subscription: Subscription): void {
  if (subscription.status === 'paused') resumeSubscription(world, subscription);
  else unplanEnd(world, subscription);
}

/** Changes to another price: now, or at the end of the period where the portal puts downgrades off. */
export function changeInPortal(
  world: World,
  subscription: Subscription,
  price: Price,
  how: { atPeriodEnd?: boolean; terms?: Partial<ChangeTerms> } = {},
): void {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error('The subscription has no price.');
  if (how.atPeriodEnd === true) {
    return planPrice(world, subscription, price);
  }
  changePlan(world, subscription, [{ item: item.id, price, quantity: item.quantity }], {
    proration: how.terms?.proration ?? 'always_invoice',
    payment: how.terms?.payment ?? 'pending_if_incomplete',
    trial: how.terms?.trial ?? 'continue_trial',
  });
}

/** A new card for all that the customer pays. Open invoices wait for their next try, or for `payOpenInvoices`. */
export function putNewCard(world: World, customer: string, kind: CardKind): PaymentMethod {
  const card = addCard(world, customer, kind);
  if (kind === 'good') world.book.failing.delete(customer);
  makeDefault(world, card);
  for (const subscription of world.book.subscriptionsOf(customer)) {
    // A subscription's own card outranks the customer's.
    if (subscription.default_payment_method === null || subscription.ended_at !== null) continue;
    world.change('customer.subscription.updated', subscription, () => {
      subscription.default_payment_method = card.id;
    });
  }
  return card;
}

/** Pays what is open, oldest first, while the customer is there. */
export function payOpenInvoices(world: World, customer: string): PaymentOutcome[] {
  const open = [...world.book.invoices.values()].filter(
    (each) => each.customer === customer && each.status === 'open',
  );
  return open.flatMap((invoice) => {
    const id = invoice.parent?.subscription_details.subscription;
    const subscription = world.book.subscriptions.get(id ?? '');
    return subscription === undefined
      ? []
      : [payInvoice(world, invoice, subscription, { authenticated: true })];
  });
}
