import { closeDispute, openDispute, warnOfFraud } from '../billing/disputes.ts';
import { deleteCustomer } from '../billing/delete-customer.ts';
import { refundCharge } from '../billing/refunds.ts';
import type { CheckoutActs, CustomerActs, DashboardActs, PortalActs } from '../contract.ts';
import type { Price } from '../objects/catalog.ts';
import type { CheckoutSession } from '../objects/checkout-session.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { abandonSession, authenticate, paySession } from './checkout-acts.ts';
import { endLatePayment, payLater } from './late-payment.ts';
import { collectByHand, goOnByHand, pauseByHand } from './dashboard-acts.ts';
import { lastCharge, lastDispute, removeCards, subscribeCustomer } from './customer-acts.ts';
import {
  cancelInPortal,
  changeInPortal,
  payOpenInvoices,
  putNewCard,
  resumeInPortal,
} from './portal-acts.ts';

/** Everything that people and banks can do, for tests that need no browser. */
export function actsOf(world: World): {
  checkout: CheckoutActs;
  portal: PortalActs;
  dashboard: DashboardActs;
  customers: CustomerActs;
} {
  const session = (idOrUrl: string) => sessionNamed(world, idOrUrl);
  const subscription = (id: string) => subscriptionNamed(world, id);
  return {
    checkout: {
      pay: (id, form) => paySession(world, session(id), form),
      pay3ds: (id, form) => paySession(world, session(id), { ...form, card: 'needs-3ds' }),
      confirm3ds: (id) => authenticate(world, session(id), true),
      fail3ds: (id) => authenticate(world, session(id), false),
      decline: (id) => paySession(world, session(id), { card: 'declines' }),
      abandon: (id) => abandonSession(world, session(id)),
      payLater: (id) => payLater(world, session(id)),
      endLatePayment: (id, how) => endLatePayment(world, session(id), how),
    },
    portal: {
      cancel: (id, why) => cancelInPortal(world, subscription(id), why),
      cancelNow: (id) => cancelInPortal(world, subscription(id), { now: true }),
      resume: (id) => resumeInPortal(world, subscription(id)),
      change: (id, price, how) =>
        changeInPortal(world, subscription(id), priceNamed(world, price), how),
      newCard: (customer, kind) => void putNewCard(world, customer, kind ?? 'good'),
      payOpen: (customer) => payOpenInvoices(world, customer),
    },
    dashboard: {
      pause: (id) => pauseByHand(world, subscription(id)),
      goOn: (id) => goOnByHand(world, subscription(id)),
      pauseCollection: (id) => collectByHand(world, subscription(id), false),
      collect: (id) => collectByHand(world, subscription(id), true),
    },
    customers: {
      subscribe: (customer, price, how) =>
        subscribeCustomer(world, customer, priceNamed(world, price), how),
      failPayments: (customer) => void world.book.failing.add(customer),
      recover(customer) {
        world.book.failing.delete(customer);
        for (const card of world.book.paymentMethods.values())
          if (card.customer === customer) world.book.cards.set(card.id, 'good');
        payOpenInvoices(world, customer);
      },
      removeCards: (customer) => removeCards(world, customer),
      dispute: (customer) => openDispute(world, lastCharge(world, customer)),
      closeDispute: (customer, how) => closeDispute(world, lastDispute(world, customer), how),
      refund(customer, amount) {
        const charge = lastCharge(world, customer);
        const left = charge.amount - charge.amount_refunded;
        return refundCharge(world, charge, amount ?? left, 'requested_by_customer');
      },
      warnOfFraud: (customer) => warnOfFraud(world, lastCharge(world, customer)),
      delete(customer) {
        const held = world.book.customers.get(customer);
        if (held !== undefined) deleteCustomer(world, held);
      },
    },
  };
}

/** A price by its id or its lookup key. Throws where there is none. */
export function priceNamed(world: World, idOrKey: string): Price {
  const price =
    world.book.prices.get(idOrKey) ??
    [...world.book.prices.values()].find((each) => each.lookup_key === idOrKey);
  if (price === undefined) throw new Error(`There is no price ${idOrKey}.`);
  return price;
}

function sessionNamed(world: World, idOrUrl: string): CheckoutSession {
  const session = world.book.sessions.get(idOrUrl.split('/').at(-1) ?? '');
  if (session === undefined) throw new Error(`There is no session ${idOrUrl}.`);
  return session;
}

function subscriptionNamed(world: World, id: string): Subscription {
  const subscription = world.book.subscriptions.get(id);
  if (subscription === undefined) throw new Error(`There is no subscription ${id}.`);
  return subscription;
}
