import type { CardKind } from '../book.ts';
import { addCard, makeDefault } from '../billing/cards.ts';
import { startSubscription } from '../billing/start-subscription.ts';
import type { Price } from '../objects/catalog.ts';
import type { Charge, Dispute } from '../objects/payment.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';

/** The newest paid charge of a customer. Throws where there is none. */
export function lastCharge(world: World, customer: string): Charge {
  const charge = [...world.book.charges.values()].findLast(
    (each) => each.customer === customer && each.paid,
  );
  if (charge === undefined) throw new Error('The customer has paid nothing.');
  return charge;
}

/** The newest dispute of a customer. Throws where there is none. */
export function lastDispute(world: World, customer: string): Dispute {
  const dispute = [...world.book.disputes.values()].findLast(
    (each) => world.book.charges.get(each.charge)?.customer === customer,
  );
  if (dispute === undefined) throw new Error('The customer disputes nothing.');
  return dispute;
}

/** Begins a subscription without Checkout, with a new card or without one. */
export function subscribeCustomer(
  world: World,
  customer: string,
  price: Price,
  how: { trialDays?: number; card?: CardKind | null; missingPaymentMethod?: string } = {},
): Subscription {
  const kind = how.card === undefined ? 'good' : how.card;
  if (kind !== null) makeDefault(world, addCard(world, customer, kind));
  const { subscription } = startSubscription(world, {
    customer,
    order: {
      lines: [{ price, quantity: 1 }],
      trialDays: how.trialDays,
      missingPaymentMethod: how.missingPaymentMethod ?? 'cancel',
      billingMode: 'flexible',
      metadata: {},
      description: null,
    },
    automaticTax: false,
    card: null,
  });
  return subscription;
}

/** Takes all cards away. */
export function removeCards(world: World, customer: string): void {
  for (const card of world.book.paymentMethods.values()) {
    if (card.customer !== customer) continue;
    card.customer = null;
    world.emit('payment_method.detached', card);
  }
  const held = world.book.customers.get(customer);
  if (held !== undefined)
    world.change('customer.updated', held, () => {
      held.invoice_settings = { ...held.invoice_settings, default_payment_method: null };
    });
  for (const subscription of world.book.subscriptionsOf(customer))
    subscription.default_payment_method = null;
}
