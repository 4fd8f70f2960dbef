import type { StripeEvent } from '#src/core/stripe-book.ts';

/**
 * Events that the endpoint asks for: those after which a customer's state may be another one. They only wake: what they say
 * is never taken over. Names: Events.d.ts of the client.
 */
export const enabledEvents = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'customer.subscription.created',
  'customer.subscription.updated',
  'customer.subscription.deleted',
  'customer.subscription.paused',
  'customer.subscription.resumed',
  'customer.subscription.trial_will_end',
  'customer.subscription.pending_update_applied',
  'customer.subscription.pending_update_expired',
  'invoice.paid',
  'invoice.payment_failed',
  'invoice.payment_action_required',
  'invoice.finalization_failed',
  'invoice.marked_uncollectible',
  'invoice.voided',
  'customer.deleted',
  'charge.dispute.created',
  'charge.dispute.closed',
  'charge.refunded',
  'radar.early_fraud_warning.created',
] as const;

const wanted: ReadonlySet<string> = new Set(enabledEvents);

/** Whether an event of this type is kept. */
export function isWanted(type: string): boolean {
  return wanted.has(type);
}

/** What is kept of an event, from its verified JSON or Stripe's list; undefined: it is no event of the API's v1. */
export function readEvent(json: unknown): StripeEvent | undefined {
  const event = fieldsOf(json);
  const object = fieldsOf(fieldsOf(event?.['data'])?.['object']);
  const { id, type, created, livemode, api_version: apiVersion } = event ?? {};
  if (event?.['object'] !== 'event' || !object) return undefined;
  const eventId = idOf(id);
  if (!eventId || typeof type !== 'string' || typeof created !== 'number') return undefined;
  return {
    eventId,
    type,
    customerId: idOf(object['object'] === 'customer' ? object['id'] : object['customer']),
    objectId: idOf(object['id']),
    chargeId: idOf(object['charge']),
    apiVersion: typeof apiVersion === 'string' ? apiVersion.slice(0, 60) : null,
    livemode: livemode === true,
    createdAt: created * 1000,
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

/** An id of Stripe's, given as such or as the object that has it. */
function idOf(value: unknown): string | null {
  const id = typeof value === 'object' ? fieldsOf(value)?.['id'] : value;
  return typeof id === 'string' && /^[A-Za-z0-9_]{1,255}$/.test(id) ? id : null;
}
