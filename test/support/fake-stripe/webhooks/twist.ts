import type { FakeEvent } from '../objects/event.ts';
import { sign } from './sign.ts';

/**
 * What befalls a delivery. `drop`: it never arrives. `duplicate`: it arrives twice. `delay`: after `ms`. The others
 * arrive as they should not: with a signature by another secret, signed ten minutes ago, as a thin event, in the shape of
 * an old API version, with half the body.
 */
export type TwistName =
  | 'drop'
  | 'duplicate'
  | 'delay'
  | 'bad-signature'
  | 'old-timestamp'
  | 'thin'
  | 'other-version'
  | 'cut-body';

/** A twist for the next deliveries that fit. */
export interface DeliveryTwist {
  readonly twist: TwistName;
  /** Event type, or the beginning of some. Absent: any. */
  readonly type?: string;
  /** How many deliveries it befalls; 1 unless given. */
  readonly times?: number;
  readonly ms?: number;
}

/** A version whose subscriptions still have their period on top, and whose invoices their subscription. */
export const oldVersion = '2025-02-24.acacia';

const tenMinutes = 600_000;

/** The body and signature of a delivery as the twist makes them. `now` is epoch ms. */
export function bodyAndSignature(
  event: FakeEvent,
  secrets: readonly string[],
  now: number,
  twist: TwistName | undefined,
): { body: string; signature: string } {
  const body = JSON.stringify(shapeOf(event, twist));
  switch (twist) {
    case 'bad-signature':
      return { body, signature: sign(body, ['whsec_of_somebody_else'], now) };
    case 'old-timestamp':
      return { body, signature: sign(body, secrets, now - tenMinutes) };
    case 'cut-body':
      return { body: body.slice(0, body.length / 2), signature: sign(body, secrets, now) };
    default:
      return { body, signature: sign(body, secrets, now) };
  }
}

/** Versions before the one named basil have other shapes. */
const basil = '2025-03-31';

function shapeOf(event: FakeEvent, twist: TwistName | undefined): object {
  if (twist === 'thin') return thin(event);
  const version = twist === 'other-version' ? oldVersion : event.api_version;
  if (version >= basil) return { ...event, api_version: version };
  const data = { ...event.data, object: oldShapeOf(event.data.object) };
  return { ...event, api_version: version, data };
}

/** A resource as it was before basil: periods on top of a subscription, what an invoice is for on top of the invoice. */
function oldShapeOf(object: Readonly<Record<string, unknown>>): object {
  switch (object['object']) {
    case 'subscription': {
      const items = object['items'] as { data: Period[] };
      const { current_period_start, current_period_end } = items.data[0] ?? {};
      const data = items.data.map(withoutPeriod);
      return { ...object, current_period_start, current_period_end, items: { ...items, data } };
    }
    case 'invoice': {
      const { parent, ...rest } = object;
      const of = parent as { subscription_details?: { subscription?: string } } | null;
      const subscription = of?.subscription_details?.subscription ?? null;
      return { ...rest, subscription, paid: object['status'] === 'paid' };
    }
    default:
      return object;
  }
}

interface Period {
  readonly current_period_start: number;
  readonly current_period_end: number;
}

function withoutPeriod({
  current_period_start: _start,
  current_period_end: _end,
  ...rest
}: Period): object {
  return rest;
}

function thin(event: FakeEvent): object {
  const { object } = event.data;
  return {
    id: event.id,
    object: 'v2.core.event',
    created: new Date(event.created * 1000).toISOString(),
    livemode: false,
    related_object: {
      id: object['id'],
      type: object['object'],
      url: `/v1/${String(object['object'])}s/${String(object['id'])}`,
    },
    type: `v1.${event.type}`,
  };
}
