import type { Customer } from '../objects/customer.ts';
import type { World } from '../world.ts';
import { endSubscription } from './end-subscription.ts';

/** Deletes a customer for good; their subscriptions end at once. */
export function deleteCustomer(world: World, customer: Customer): void {
  for (const subscription of world.book.subscriptionsOf(customer.id))
    endSubscription(world, subscription, null);
  for (const card of world.book.paymentMethods.values())
    if (card.customer === customer.id) card.customer = null;
  world.book.customers.delete(customer.id);
  world.book.deletedCustomers.add(customer.id);
  world.emit('customer.deleted', customer);
}
