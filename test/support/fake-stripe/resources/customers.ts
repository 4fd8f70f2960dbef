import { listing, listParams, createdWithin } from '../http/listing.ts';
import type { Params } from '../http/params.ts';
import type { Route } from '../http/route.ts';
import { missing } from '../http/stripe-error.ts';
import { type Customer, newCustomer } from '../objects/customer.ts';
import type { World } from '../world.ts';
import { deleteCustomer } from '../billing/delete-customer.ts';

const fields = [
  'address',
  'description',
  'email',
  'invoice_settings.default_payment_method',
  'metadata',
  'name',
  'phone',
  'preferred_locales',
] as const;

/** Customers: made, read, changed, listed, deleted. */
export const customerRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/customers',
    takes: fields,
    run(world, params) {
      const customer = newCustomer(world.ids.next('cus_'), world.seconds);
      fill(world, customer, params);
      world.book.customers.set(customer.id, customer);
      world.emit('customer.created', customer);
      return customer;
    },
  },
  {
    method: 'GET',
    path: '/v1/customers',
    takes: [...listParams, 'created', 'email'],
    run(world, params) {
      const email = params.text('email');
      const all = createdWithin(world.book.customers.values(), params).filter(
        (each) => email === undefined || each.email === email,
      );
      return listing(all, params, '/v1/customers');
    },
  },
  {
    method: 'GET',
    path: '/v1/customers/{id}',
    takes: [],
    run(world, _params, id) {
      if (world.book.deletedCustomers.has(id)) return deleted(id);
      return customerOf(world, id);
    },
  },
  {
    method: 'POST',
    path: '/v1/customers/{id}',
    takes: fields,
    run(world, params, id) {
      const customer = customerOf(world, id);
      world.change('customer.updated', customer, () => fill(world, customer, params));
      return customer;
    },
  },
  {
    method: 'DELETE',
    path: '/v1/customers/{id}',
    takes: [],
    run(world, _params, id) {
      deleteCustomer(world, customerOf(world, id));
      return deleted(id);
    },
  },
  {
    method: 'GET',
    path: '/v1/customers/{id}/payment_methods',
    takes: [...listParams, 'type'],
    run(world, params, id) {
      const cards = [...world.book.paymentMethods.values()].filter((each) => each.customer === id);
      return listing(cards, params, `/v1/customers/${id}/payment_methods`);
    },
  },
];

/** A customer who is there. `param` names the parameter that holds the id; without it the id stands in the path. */
export function customerOf(world: World, id: string, param?: string): Customer {
  const customer = world.book.customers.get(id);
  if (customer === undefined) throw missing('customer', id, param);
  return customer;
}

function fill(world: World, customer: Customer, params: Params): void {
  for (const name of ['description', 'email', 'name', 'phone'] as const)
    if (params.has(name)) customer[name] = params.text(name) ?? null;
  customer.metadata = params.metadata(customer.metadata);
  if (params.has('preferred_locales'))
    customer.preferred_locales = params.texts('preferred_locales');
  const address = params.group('address');
  if (address !== undefined)
    customer.address = {
      city: address.text('city') ?? null,
      country: address.text('country') ?? null,
      line1: address.text('line1') ?? null,
      line2: address.text('line2') ?? null,
      postal_code: address.text('postal_code') ?? null,
      state: address.text('state') ?? null,
    };
  const card = params.group('invoice_settings')?.text('default_payment_method');
  if (card === undefined) return;
  if (world.book.paymentMethods.get(card)?.customer !== customer.id)
    throw missing('PaymentMethod', card, 'invoice_settings[default_payment_method]');
  customer.invoice_settings = { ...customer.invoice_settings, default_payment_method: card };
}

const deleted = (id: string) => ({ id, object: 'customer', deleted: true });
