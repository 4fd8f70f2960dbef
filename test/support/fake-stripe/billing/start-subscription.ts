import type { Order } from '../objects/checkout-session.ts';
import type { Invoice } from '../objects/invoice.ts';
import {
  newSubscription,
  newSubscriptionItem,
  type Subscription,
} from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { giveDiscount } from './discounts.ts';
import { draftInvoice, periodLine } from './invoices.ts';
import { billInvoice } from './pay-invoice.ts';
import { periodAt } from './periods.ts';
import type { PaymentOutcome } from './try-payment.ts';

/** Who begins a subscription, and with what. */
export interface Start {
  readonly customer: string;
  readonly order: Omit<Order, 'items' | 'savesCard' | 'updates'>;
  readonly automaticTax: boolean;
  /** The subscription's own card. Null: the customer's is used, if there is one. */
  readonly card: string | null;
  readonly discount?: { coupon: string; promotionCode: string | null };
  readonly session?: string;
  /** The person is there and proves who they are. */
  readonly authenticated?: boolean;
}

/** Begins a subscription: a trial at once, anything else with the first payment. */
export function startSubscription(
  world: World,
  start: Start,
): { subscription: Subscription; invoice: Invoice; outcome: PaymentOutcome } {
  const now = world.seconds;
  const { order } = start;
  const trialEnd = order.trialDays === undefined ? null : now + order.trialDays * 86_400;
  const subscription = newSubscription(world.ids.next('sub_', 24), now, {
    customer: start.customer,
    currency: order.lines[0]?.price.currency ?? 'eur',
    anchor: trialEnd ?? now,
    billingMode: order.billingMode,
    automaticTax: start.automaticTax,
    missingPaymentMethod: order.missingPaymentMethod,
  });
  world.book.subscriptions.set(subscription.id, subscription);
  subscription.metadata = { ...order.metadata };
  subscription.description = order.description;
  subscription.default_payment_method = start.card;
  subscription.items.data = order.lines.map(({ price, quantity }) => {
    const every = price.recurring ?? { interval: 'month', interval_count: 1 };
    const period = trialEnd === null ? periodAt(now, every, now) : { start: now, end: trialEnd };
    return newSubscriptionItem(world.ids.next('si_', 14), {
      subscription: subscription.id,
      price,
      quantity,
      created: now,
      ...period,
    });
  });
  if (trialEnd !== null) {
    subscription.status = 'trialing';
    subscription.trial_start = now;
    subscription.trial_end = trialEnd;
  }
  if (start.discount !== undefined)
    giveDiscount(world, subscription, { ...start.discount, session: start.session ?? null });
  const invoice = draftInvoice(world, subscription, {
    reason: 'subscription_create',
    lines: subscription.items.data.map((item) =>
      periodLine(
        world,
        item,
        { start: item.current_period_start, end: item.current_period_end },
        trialEnd !== null,
      ),
    ),
    period: { start: now, end: now },
  });
  world.emit('customer.subscription.created', subscription);
  const outcome = billFirst(world, invoice, subscription, start.authenticated);
  return { subscription, invoice, outcome };
}

function billFirst(
  world: World,
  invoice: Invoice,
  subscription: Subscription,
  authenticated: boolean | undefined,
): PaymentOutcome {
  const outcome = billInvoice(
    world,
    invoice,
    subscription,
    authenticated === undefined ? {} : { authenticated },
  );
  if (outcome === 'stuck') throw new Error('The first invoice is never without a place.');
  return outcome;
}
