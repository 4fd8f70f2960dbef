import { type Charge, newCharge, type PaymentIntent } from '../objects/payment.ts';
import type { World } from '../world.ts';

/** How a try to take money ends. */
export type PaymentOutcome = 'paid' | 'declined' | 'needs-action';

const declined = {
  type: 'card_error',
  code: 'card_declined',
  message: 'Your card was declined.',
};

/** Tries to take the money of a payment intent from a card. `authenticated`: the person is there and proved who they are. */
export function tryPayment(
  world: World,
  intent: PaymentIntent,
  card: string | null,
  authenticated = false,
): PaymentOutcome {
  intent.payment_method = card;
  if (card === null) return refused(world, intent, null);
  const kind = world.book.cards.get(card) ?? 'declines';
  if (kind === 'needs-3ds' && !authenticated) {
    intent.status = 'requires_action';
    intent.next_action = { type: 'use_stripe_sdk' };
    world.emit('payment_intent.requires_action', intent);
    return 'needs-action';
  }
  if (kind === 'declines' || world.book.failing.has(intent.customer))
    return refused(world, intent, charge(world, intent, card, false));
  // Once authenticated, a card may be charged while its owner is away.
  if (kind === 'needs-3ds') world.book.cards.set(card, 'good');
  const made = charge(world, intent, card, true);
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  intent.next_action = null;
  intent.last_payment_error = null;
  world.emit('charge.succeeded', made);
  world.emit('payment_intent.succeeded', intent);
  return 'paid';
}

function charge(world: World, intent: PaymentIntent, paymentMethod: string, paid: boolean): Charge {
  const made = newCharge(world.ids.next('ch_', 24), world.seconds, { intent, paymentMethod, paid });
  world.book.charges.set(made.id, made);
  intent.latest_charge = made.id;
  return made;
}

function refused(world: World, intent: PaymentIntent, made: Charge | null): 'declined' {
  intent.status = 'requires_payment_method';
  intent.next_action = null;
  intent.last_payment_error = declined;
  if (made !== null) world.emit('charge.failed', made);
  world.emit('payment_intent.payment_failed', intent);
  return 'declined';
}
