import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { draftInvoice } from './invoices.ts';
import { billInvoice } from './pay-invoice.ts';
import { prorated } from './plan-change.ts';

/** Gives credit for the time that is left of what ends now, by an invoice below zero. */
export function creditRest(world: World, subscription: Subscription): void {
  if (subscription.status !== 'active') return;
  const now = world.seconds;
  const lines = subscription.items.data.map((item) =>
    prorated(world, item, { start: now, end: item.current_period_end }, -1),
  );
  const period = { start: now, end: now };
  const invoice = draftInvoice(world, subscription, {
    reason: 'subscription_update',
    lines,
    period,
  });
  billInvoice(world, invoice, subscription);
}
