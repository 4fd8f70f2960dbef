import { type Coupon, type Discount, newDiscount } from '../objects/catalog.ts';
import type { Invoice, InvoiceLine } from '../objects/invoice.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { addInterval } from './periods.ts';

/** What a coupon takes off an amount, in cents. */
export function discountOf(coupon: Coupon, amount: number): number {
  const off =
    coupon.percent_off === null
      ? (coupon.amount_off ?? 0)
      : Math.round((amount * coupon.percent_off) / 100);
  return Math.min(Math.max(off, 0), Math.max(amount, 0));
}

/** Gives a subscription a coupon, by a promotion code or without one. */
export function giveDiscount(
  world: World,
  subscription: Subscription,
  given: { coupon: string; promotionCode: string | null; session: string | null },
): void {
  const coupon = world.book.coupons.get(given.coupon);
  if (coupon === undefined) return;
  const months = coupon.duration === 'repeating' ? (coupon.duration_in_months ?? 1) : undefined;
  const discount = newDiscount(world.ids.next('di_', 24), world.seconds, {
    ...given,
    customer: subscription.customer,
    subscription: subscription.id,
    end: months === undefined ? null : addInterval(world.seconds, 'month', months),
  });
  world.book.discounts.set(discount.id, discount);
  subscription.discounts = [...subscription.discounts, discount.id];
  coupon.times_redeemed += 1;
  const code = world.book.promotionCodes.get(given.promotionCode ?? '');
  if (code !== undefined) code.times_redeemed += 1;
  world.emit('customer.discount.created', discount);
}

/** Sums up an invoice's lines and takes off what the subscription's discounts give. */
export function sumUp(world: World, invoice: Invoice, subscription: Subscription): void {
  const subtotal = sum(invoice.lines.data.map((line) => line.amount));
  const used: { amount: number; discount: string }[] = [];
  for (const discount of validDiscounts(world, subscription)) {
    const coupon = world.book.coupons.get(discount.source.coupon);
    if (coupon === undefined) continue;
    const open = invoice.lines.data.filter((line) => line.discountable && line.amount > 0);
    const amount = discountOf(coupon, sum(open.map(leftOf)));
    if (amount > 0) used.push({ amount, discount: discount.id });
    spread(open, amount, discount.id);
  }
  const total = subtotal - sum(used.map((each) => each.amount));
  Object.assign(invoice, {
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_excluding_tax: total,
    total_discount_amounts: used,
    discounts: used.map((each) => each.discount),
    amount_due: Math.max(total, 0),
    amount_remaining: Math.max(total, 0),
  });
}

/** Takes away what holds once only, after an invoice that used it. */
export function useUpDiscounts(world: World, invoice: Invoice, subscription: Subscription): void {
  const once = invoice.discounts.filter((id) => {
    const discount = world.book.discounts.get(id);
    return world.book.coupons.get(discount?.source.coupon ?? '')?.duration === 'once';
  });
  if (once.length === 0) return;
  subscription.discounts = subscription.discounts.filter((id) => !once.includes(id));
}

function validDiscounts(world: World, subscription: Subscription): Discount[] {
  return subscription.discounts
    .map((id) => world.book.discounts.get(id))
    .filter((each) => each !== undefined)
    .filter((each) => each.end === null || each.end > world.seconds);
}

const leftOf = (line: InvoiceLine) =>
  line.amount - sum(line.discount_amounts.map((each) => each.amount));

/** Lines take their share in order, which is all that a test needs to see. */
function spread(lines: InvoiceLine[], amount: number, discount: string): void {
  let left = amount;
  for (const line of lines) {
    const share = Math.min(left, leftOf(line));
    if (share <= 0) continue;
    line.discount_amounts = [...line.discount_amounts, { amount: share, discount }];
    left -= share;
  }
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, each) => total + each, 0);
}
