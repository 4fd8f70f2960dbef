import type { CheckoutSession } from '../objects/checkout-session.ts';
import type { World } from '../world.ts';

/** Ends a session that nobody paid. */
export function expireSession(world: World, session: CheckoutSession): void {
  session.status = 'expired';
  session.url = null;
  world.emit('checkout.session.expired', session);
}
