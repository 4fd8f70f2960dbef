import { type Charge, newRefund, type Refund } from '../objects/payment.ts';
import type { World } from '../world.ts';
import { endWarnings } from './disputes.ts';

/** Gives back an amount (cents) of a paid charge. */
export function refundCharge(
  world: World,
  charge: Charge,
  amount: number,
  reason: string | null,
): Refund {
  const refund = newRefund(world.ids.next('re_', 24), world.seconds, { charge, amount, reason });
  world.book.refunds.set(refund.id, refund);
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  world.emit('refund.created', refund);
  world.emit('charge.refunded', charge);
  if (charge.refunded) endWarnings(world, charge);
  return refund;
}
