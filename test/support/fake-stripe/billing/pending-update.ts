import type { Invoice } from '../objects/invoice.ts';
import {
  newPendingUpdate,
  type Subscription,
  type SubscriptionItem,
} from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { voidInvoice } from './invoices.ts';

const patience = 23 * 3600;

/** Puts a change off until its invoice is paid; 23 hours at most. */
export function putOff(
  world: World,
  subscription: Subscription,
  items: SubscriptionItem[],
  invoice: Invoice,
): void {
  world.book.updateInvoices.set(subscription.id, invoice.id);
  world.change('customer.subscription.updated', subscription, () => {
    subscription.pending_update = newPendingUpdate(items, world.seconds + patience);
  });
}

/** Applies the change that waited for this invoice. False: none did. */
export function applyPendingUpdate(
  world: World,
  invoice: Invoice,
  subscription: Subscription,
): boolean {
  const update = subscription.pending_update;
  if (update === null || world.book.updateInvoices.get(subscription.id) !== invoice.id)
    return false;
  world.book.updateInvoices.delete(subscription.id);
  world.change('customer.subscription.updated', subscription, () => {
    subscription.items.data = update.subscription_items;
    subscription.pending_update = null;
  });
  world.emit('customer.subscription.pending_update_applied', subscription);
  return true;
}

/** Drops a change whose invoice nobody paid. */
export function dropPendingUpdate(world: World, subscription: Subscription): void {
  const invoice = world.book.invoices.get(world.book.updateInvoices.get(subscription.id) ?? '');
  world.book.updateInvoices.delete(subscription.id);
  if (invoice?.status === 'open') voidInvoice(world, invoice);
  world.change('customer.subscription.updated', subscription, () => {
    subscription.pending_update = null;
  });
  world.emit('customer.subscription.pending_update_expired', subscription);
}
