import { makeDefault } from '../billing/cards.ts';
import { closeDispute } from '../billing/disputes.ts';
import { refundCharge } from '../billing/refunds.ts';
import { createdWithin, type Listed, listing, listParams } from '../http/listing.ts';
import type { Params } from '../http/params.ts';
import type { Route } from '../http/route.ts';
import { invalid, missing } from '../http/stripe-error.ts';
import type { Charge } from '../objects/payment.ts';
import type { World } from '../world.ts';

/** What money does: charges, payment intents, refunds, disputes, cards. */
export const paymentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/charges',
    takes: [...listParams, 'created', 'customer', 'payment_intent'],
    run: (world, params) =>
      filtered(world.book.charges.values(), params, ['customer', 'payment_intent'], '/v1/charges'),
  },
  reader('/v1/charges/{id}', 'charge', (world) => world.book.charges),
  {
    method: 'GET',
    path: '/v1/payment_intents',
    takes: [...listParams, 'created', 'customer'],
    run: (world, params) =>
      filtered(world.book.paymentIntents.values(), params, ['customer'], '/v1/payment_intents'),
  },
  reader('/v1/payment_intents/{id}', 'payment_intent', (world) => world.book.paymentIntents),
  {
    method: 'POST',
    path: '/v1/refunds',
    takes: ['amount', 'charge', 'metadata', 'payment_intent', 'reason'],
    run(world, params) {
      const charge = chargeToRefund(world, params);
      const left = charge.amount - charge.amount_refunded;
      const amount = params.number('amount') ?? left;
      if (left === 0)
        throw invalid(
          `Charge ${charge.id} has already been refunded.`,
          undefined,
          'charge_already_refunded',
        );
      if (amount > left)
        throw invalid(`Refund amount is greater than unrefunded amount on charge.`, 'amount');
      const refund = refundCharge(world, charge, amount, params.text('reason') ?? null);
      refund.metadata = params.metadata();
      return refund;
    },
  },
  {
    method: 'GET',
    path: '/v1/refunds',
    takes: [...listParams, 'charge', 'created', 'payment_intent'],
    run: (world, params) =>
      filtered(world.book.refunds.values(), params, ['charge', 'payment_intent'], '/v1/refunds'),
  },
  reader('/v1/refunds/{id}', 'refund', (world) => world.book.refunds),
  {
    method: 'GET',
    path: '/v1/disputes',
    takes: [...listParams, 'charge', 'created', 'payment_intent'],
    run: (world, params) =>
      filtered(world.book.disputes.values(), params, ['charge', 'payment_intent'], '/v1/disputes'),
  },
  reader('/v1/disputes/{id}', 'dispute', (world) => world.book.disputes),
  {
    method: 'POST',
    path: '/v1/disputes/{id}/close',
    takes: [],
    run(world, _params, id) {
      const dispute = world.book.disputes.get(id);
      if (dispute === undefined) throw missing('dispute', id);
      closeDispute(world, dispute, 'lost');
      return dispute;
    },
  },
  {
    method: 'GET',
    path: '/v1/radar/early_fraud_warnings',
    takes: [...listParams, 'charge', 'created', 'payment_intent'],
    beyondSchema: true,
    run: (world, params) =>
      filtered(
        world.book.fraudWarnings.values(),
        params,
        ['charge', 'payment_intent'],
        '/v1/radar/early_fraud_warnings',
      ),
  },
  {
    ...reader(
      '/v1/radar/early_fraud_warnings/{id}',
      'early fraud warning',
      (world) => world.book.fraudWarnings,
    ),
    beyondSchema: true,
  },
  {
    method: 'GET',
    path: '/v1/payment_methods',
    takes: [...listParams, 'customer', 'type'],
    run: (world, params) =>
      filtered(world.book.paymentMethods.values(), params, ['customer'], '/v1/payment_methods'),
  },
  reader('/v1/payment_methods/{id}', 'PaymentMethod', (world) => world.book.paymentMethods),
  {
    method: 'POST',
    path: '/v1/payment_methods/{id}/attach',
    takes: ['customer'],
    run(world, params, id) {
      const card = world.book.paymentMethods.get(id);
      if (card === undefined) throw missing('PaymentMethod', id);
      card.customer = params.need('customer');
      makeDefault(world, card);
      return card;
    },
  },
];

function reader(
  path: string,
  what: string,
  shelf: (world: World) => ReadonlyMap<string, object>,
): Route {
  return {
    method: 'GET',
    path,
    takes: [],
    run(world, _params, id) {
      const found = shelf(world).get(id);
      if (found === undefined) throw missing(what, id);
      return found;
    },
  };
}

function filtered<T extends Listed>(
  all: Iterable<T>,
  params: Params,
  fields: readonly (string & keyof T)[],
  url: string,
): object {
  const fitting = createdWithin(all, params).filter((each) =>
    fields.every((name) => !params.has(name) || each[name] === params.text(name)),
  );
  return listing(fitting, params, url);
}

function chargeToRefund(world: World, params: Params): Charge {
  const intent = world.book.paymentIntents.get(params.text('payment_intent') ?? '');
  const id = params.text('charge') ?? intent?.latest_charge ?? '';
  const charge = world.book.charges.get(id);
  if (charge === undefined || !charge.paid) throw missing('charge', id, 'charge');
  return charge;
}
