import { listing, listParams } from '../http/listing.ts';
import type { Route } from '../http/route.ts';
import { invalid, missing } from '../http/stripe-error.ts';
import { newWebhookEndpoint, type WebhookEndpoint } from '../objects/event.ts';
import type { World } from '../world.ts';

/** Where events go. The secret is told only to who makes the endpoint. */
export const webhookEndpointRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/webhook_endpoints',
    takes: ['api_version', 'description', 'enabled_events', 'metadata', 'url'],
    run(world, params) {
      const version = params.text('api_version');
      if (version !== undefined && !/^\d{4}-\d\d-\d\d(\.\w+)?$/.test(version))
        throw invalid(`Invalid API version: ${version}`, 'api_version');
      const endpoint = addEndpoint(world, {
        url: urlOf(params.need('url')),
        events: eventsOf(params.texts('enabled_events')),
        apiVersion: version ?? null,
      });
      endpoint.description = params.text('description') ?? null;
      endpoint.metadata = params.metadata();
      return { ...endpoint, secret: world.book.secrets.get(endpoint.id)?.[0] };
    },
  },
  {
    method: 'GET',
    path: '/v1/webhook_endpoints',
    takes: listParams,
    run: (world, params) => listing(world.book.endpoints.values(), params, '/v1/webhook_endpoints'),
  },
  {
    method: 'GET',
    path: '/v1/webhook_endpoints/{id}',
    takes: [],
    run: (world, _params, id) => endpointOf(world, id),
  },
  {
    method: 'POST',
    path: '/v1/webhook_endpoints/{id}',
    takes: ['description', 'disabled', 'enabled_events', 'metadata', 'url'],
    run(world, params, id) {
      const endpoint = endpointOf(world, id);
      if (params.has('url')) endpoint.url = urlOf(params.need('url'));
      if (params.has('enabled_events'))
        endpoint.enabled_events = eventsOf(params.texts('enabled_events'));
      if (params.has('description')) endpoint.description = params.text('description') ?? null;
      const disabled = params.flag('disabled');
      if (disabled !== undefined) endpoint.status = disabled ? 'disabled' : 'enabled';
      endpoint.metadata = params.metadata(endpoint.metadata);
      return endpoint;
    },
  },
  {
    method: 'DELETE',
    path: '/v1/webhook_endpoints/{id}',
    takes: [],
    run(world, _params, id) {
      endpointOf(world, id);
      world.book.endpoints.delete(id);
      return { id, object: 'webhook_endpoint', deleted: true };
    },
  },
];

/** Registers an endpoint with a new secret. */
export function addEndpoint(
  world: World,
  given: { url: string; events: string[]; apiVersion: string | null; secret?: string },
): WebhookEndpoint {
  const endpoint = newWebhookEndpoint(world.ids.next('we_', 24), world.seconds, given);
  world.book.endpoints.set(endpoint.id, endpoint);
  world.book.secrets.set(endpoint.id, [given.secret ?? world.ids.next('whsec_', 32)]);
  return endpoint;
}

function endpointOf(world: World, id: string): WebhookEndpoint {
  const endpoint = world.book.endpoints.get(id);
  if (endpoint === undefined) throw missing('webhook endpoint', id);
  return endpoint;
}

function urlOf(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw invalid(
      'Invalid URL: An explicit scheme (such as https) must be provided.',
      'url',
      'url_invalid',
    );
  return url;
}

function eventsOf(events: string[]): string[] {
  if (events.length === 0)
    throw invalid('Missing required param: enabled_events.', 'enabled_events', 'parameter_missing');
  const wrong = events.find((each) => each !== '*' && !/^[a-z_]+(\.[a-z_]+)+$/.test(each));
  if (wrong !== undefined)
    throw invalid(`Invalid enabled_events: must be one of ... (${wrong})`, 'enabled_events');
  return events;
}
