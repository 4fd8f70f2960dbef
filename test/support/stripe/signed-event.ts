import { Stripe } from 'stripe';
import type { StripeEvent } from '#src/core/stripe-book.ts';

/** The body that Stripe would send for an event; `more` goes into its object. */
export function eventBody(event: StripeEvent, more: object = {}): string {
  const isCustomer = event.type.startsWith('customer.deleted');
  return JSON.stringify({
    id: event.eventId,
    object: 'event',
    api_version: event.apiVersion,
    created: Math.floor(event.createdAt / 1000),
    livemode: event.livemode,
    type: event.type,
    data: {
      object: isCustomer
        ? { id: event.customerId, object: 'customer' }
        : {
            id: event.objectId ?? 'obj_1',
            object: 'thing',
            customer: event.customerId,
            charge: event.chargeId,
            ...more,
          },
    },
  });
}

/** A delivery of this body, signed at this time (epoch ms) as Stripe does. */
export function delivery(body: string, secret: string, at: number) {
  return {
    body: new TextEncoder().encode(body),
    signature: Stripe.webhooks.generateTestHeaderString({
      payload: body,
      secret,
      timestamp: Math.floor(at / 1000),
    }),
  };
}
