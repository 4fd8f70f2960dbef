import type { CardKind } from '../book.ts';
import { newPaymentMethod, type PaymentMethod } from '../objects/payment.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';

const numbers: Record<CardKind, string> = { good: '4242', declines: '0341', 'needs-3ds': '3184' };

/** The kind of card that a typed number stands for, by its last four digits. Throws for a number that no kind has. */
export function kindOfNumber(number: string): CardKind {
  const kinds = Object.keys(numbers) as CardKind[];
  const found = kinds.find((kind) => number.replaceAll(/\D/g, '').endsWith(numbers[kind]));
  if (found === undefined) throw new Error('Your card number is invalid.');
  return found;
}

/** Puts a card on file for a customer, without making it anybody's default. */
export function addCard(world: World, customer: string, kind: CardKind): PaymentMethod {
  const card = newPaymentMethod(world.ids.next('pm_', 24), world.seconds, customer, numbers[kind]);
  world.book.paymentMethods.set(card.id, card);
  world.book.cards.set(card.id, kind);
  world.emit('payment_method.attached', card);
  return card;
}

/** Makes a card the one that invoices of this customer are paid with. */
export function makeDefault(world: World, card: PaymentMethod): void {
  const customer = world.book.customers.get(card.customer ?? '');
  if (customer === undefined) return;
  world.change('customer.updated', customer, () => {
    customer.invoice_settings = {
      ...customer.invoice_settings,
      default_payment_method: card.id,
    };
  });
}

/** The card that a subscription is paid with: its own before the customer's. Null: there is none. */
export function cardFor(world: World, subscription: Subscription): string | null {
  return (
    subscription.default_payment_method ??
    world.book.customers.get(subscription.customer)?.invoice_settings.default_payment_method ??
    null
  );
}
