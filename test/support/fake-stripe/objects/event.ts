import type { Metadata } from '../http/params.ts';

/** An event as the API lists it and as webhooks carry it. */
export type FakeEvent = ReturnType<typeof newEvent>;

/** Where events are delivered. */
export type WebhookEndpoint = ReturnType<typeof newWebhookEndpoint>;

/** A new event; `object` is the resource as it is at that moment. */
export function newEvent(
  id: string,
  created: number,
  given: {
    type: string;
    apiVersion: string;
    object: Record<string, unknown>;
    previous: Record<string, unknown> | undefined;
    request: { id: string | null; idempotency_key: string | null };
  },
) {
  return {
    id,
    object: 'event' as const,
    api_version: given.apiVersion,
    created,
    data: {
      object: given.object,
      ...(given.previous === undefined ? {} : { previous_attributes: given.previous }),
    },
    livemode: false,
    pending_webhooks: 0,
    request: given.request,
    type: given.type,
  };
}

/** A new endpoint. Its secret is shown once, in the answer that made it. */
export function newWebhookEndpoint(
  id: string,
  created: number,
  given: { url: string; events: string[]; apiVersion: string | null },
) {
  return {
    id,
    object: 'webhook_endpoint' as const,
    api_version: given.apiVersion,
    application: null,
    created,
    description: null as string | null,
    enabled_events: given.events,
    livemode: false,
    metadata: {} as Metadata,
    status: 'enabled',
    url: given.url,
  };
}
