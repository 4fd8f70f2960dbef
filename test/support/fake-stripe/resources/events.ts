import { createdWithin, listing, listParams } from '../http/listing.ts';
import type { Route } from '../http/route.ts';
import { missing } from '../http/stripe-error.ts';

const kept = 30 * 86_400;

/** Events of the last 30 days. */
export const eventRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/events',
    takes: [...listParams, 'created', 'type', 'types', 'delivery_success'],
    run(world, params) {
      const since = world.seconds - kept;
      const type = params.text('type');
      const types = params.has('types') ? params.texts('types') : undefined;
      const delivered = params.flag('delivery_success');
      const all = createdWithin(world.book.events.values(), params).filter(
        (each) =>
          each.created > since &&
          (type === undefined || fits(type, each.type)) &&
          (types === undefined || types.some((one) => fits(one, each.type))) &&
          (delivered === undefined || delivered === (each.pending_webhooks === 0)),
      );
      return listing(all, params, '/v1/events');
    },
  },
  {
    method: 'GET',
    path: '/v1/events/{id}',
    takes: [],
    run(world, _params, id) {
      const event = world.book.events.get(id);
      if (event === undefined || event.created <= world.seconds - kept) throw missing('event', id);
      return event;
    },
  },
];

/** `customer.*` stands for all that begin so. */
function fits(wanted: string, type: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type;
}
