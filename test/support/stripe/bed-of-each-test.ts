import { afterEach, beforeEach, expect } from 'vitest';
import type { TenantId, UserId } from '#src/core/ids.ts';
import type { SubscriptionState } from '#src/core/plans.ts';
import type { CheckoutWish, StripePort } from '#src/core/stripe.ts';
import type { StripeConfig } from '#src/stripe/stripe-config.ts';
import { type HttpBed, openHttpBed } from './http-bed.ts';

/** A tenant of the bed. */
export const luna = 't-luna' as TenantId;
/** Another tenant of the bed. */
export const mars = 't-mars' as TenantId;
/** Who asks for pages, unless somebody else is named. */
export const ada = 101 as UserId;

/** The bed of the test that runs, and what creators do on it. */
export interface BedOfEachTest extends Omit<HttpBed, typeof Symbol.asyncDispose> {
  readonly port: StripePort;
  /** A wish that nobody had before: Pro by the month, without a trial. */
  readonly wish: (more?: Partial<CheckoutWish>) => CheckoutWish;
  readonly checkout: (
    tenantId: TenantId,
    more?: Partial<CheckoutWish>,
  ) => ReturnType<StripePort['checkout']>;
  /** A page of Checkout's. Throws where there is none. */
  readonly opened: (tenantId?: TenantId, more?: Partial<CheckoutWish>) => Promise<string>;
  /** A page where drafts are bought on top. */
  readonly topup: (tenantId: TenantId) => Promise<string>;
  /** From a page of Checkout's to the row. */
  readonly subscribed: (
    tenantId?: TenantId,
    more?: Partial<CheckoutWish>,
  ) => Promise<{ readonly customer: string; readonly state: SubscriptionState }>;
  /** A tenant's customer, who is made where there is none. */
  readonly customerOf: (tenantId?: TenantId) => Promise<string>;
  /** What is known of a tenant's subscription. */
  readonly stateOf: (tenantId?: TenantId) => SubscriptionState | null;
}

/**
 * Opens a bed before each test of the file or the `describe` that calls it, and closes it after. A test fails, too, where Stripe
 * would not have taken a request.
 */
export function bedOfEachTest(config: Partial<StripeConfig> = {}): BedOfEachTest {
  let bed: HttpBed;
  let nonces = 0;
  beforeEach(async () => {
    bed = await openHttpBed(config);
  });
  afterEach(async () => {
    const { violations } = bed.fake;
    await bed[Symbol.asyncDispose]();
    expect(violations).toEqual([]);
  });

  const wish: BedOfEachTest['wish'] = (more = {}) => {
    nonces += 1;
    return {
      priceKey: 'pro_monthly',
      userId: ada,
      trial: false,
      successUrl: 'https://bots.example.com/account/back',
      cancelUrl: 'https://bots.example.com/account',
      nonce: `nonce-number-${nonces}`,
      ...more,
    };
  };
  const checkout: BedOfEachTest['checkout'] = (tenantId, more) =>
    bed.side.port.checkout(tenantId, wish(more));
  const opened: BedOfEachTest['opened'] = async (tenantId = luna, more = {}) => {
    const page = await checkout(tenantId, more);
    if (!page.ok) throw new Error(page.reason);
    return page.url;
  };
  const stateOf: BedOfEachTest['stateOf'] = (tenantId = luna) =>
    bed.plans.of(tenantId)?.subscription ?? null;

  return {
    get fake() {
      return bed.fake;
    },
    get storage() {
      return bed.storage;
    },
    get clock() {
      return bed.clock;
    },
    get book() {
      return bed.book;
    },
    get plans() {
      return bed.plans;
    },
    get side() {
      return bed.side;
    },
    get config() {
      return bed.config;
    },
    get lines() {
      return bed.lines;
    },
    get url() {
      return bed.url;
    },
    get port() {
      return bed.side.port;
    },
    settled: () => bed.settled(),
    advance: (ms) => bed.advance(ms),
    wish,
    checkout,
    opened,
    async topup(tenantId) {
      const { trial: _, ...rest } = wish();
      const page = await bed.side.port.topupCheckout(tenantId, {
        ...rest,
        priceKey: 'drafts_topup_500',
      });
      if (!page.ok) throw new Error(page.reason);
      return page.url;
    },
    async subscribed(tenantId = luna, more = {}) {
      bed.fake.checkout.pay(await opened(tenantId, more));
      await bed.settled();
      const state = stateOf(tenantId);
      const customer = await bed.book.customerOf(tenantId);
      if (!state || customer === null) throw new Error('no subscription came');
      return { state, customer };
    },
    async customerOf(tenantId = luna) {
      const made = await bed.side.port.ensureCustomer(tenantId);
      if (!made.ok) throw new Error(made.reason);
      return made.customerId;
    },
    stateOf,
  };
}
