import { expireSession } from '../billing/expire-session.ts';
import { createdWithin, listing, listParams } from '../http/listing.ts';
import type { Route } from '../http/route.ts';
import { invalid, missing } from '../http/stripe-error.ts';
import type { CheckoutSession } from '../objects/checkout-session.ts';
import type { World } from '../world.ts';
import { createSession, sessionParams } from './create-session.ts';

/** Checkout Sessions. */
export const checkoutSessionRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/checkout/sessions', takes: sessionParams, run: createSession },
  {
    method: 'GET',
    path: '/v1/checkout/sessions',
    takes: [...listParams, 'created', 'customer', 'payment_intent', 'status', 'subscription'],
    run(world, params) {
      const wanted = ['customer', 'payment_intent', 'status', 'subscription'] as const;
      const all = createdWithin(world.book.sessions.values(), params).filter((each) =>
        wanted.every((name) => !params.has(name) || each[name] === params.text(name)),
      );
      return listing(all, params, '/v1/checkout/sessions');
    },
  },
  {
    method: 'GET',
    path: '/v1/checkout/sessions/{id}',
    takes: [],
    run: (world, _params, id) => sessionOf(world, id),
  },
  {
    method: 'GET',
    path: '/v1/checkout/sessions/{id}/line_items',
    takes: listParams,
    run(world, params, id) {
      const items = world.book.orders.get(sessionOf(world, id).id)?.items ?? [];
      return listing([...items].reverse(), params, `/v1/checkout/sessions/${id}/line_items`);
    },
  },
  {
    method: 'POST',
    path: '/v1/checkout/sessions/{id}/expire',
    takes: [],
    run(world, _params, id) {
      const session = sessionOf(world, id);
      if (session.status !== 'open')
        throw invalid(
          `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}`,
        );
      expireSession(world, session);
      return session;
    },
  },
];

/** A session that exists. */
export function sessionOf(world: World, id: string): CheckoutSession {
  const session = world.book.sessions.get(id);
  if (session === undefined) throw missing('checkout.session', id);
  return session;
}
