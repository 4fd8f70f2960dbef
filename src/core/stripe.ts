import type { TenantId, UserId } from '#src/core/ids.ts';
import type { Result } from '#src/core/result.ts';

/** Lookup keys of the prices that make a plan. */
export const planPriceKeys = [
  'pro_monthly',
  'pro_yearly',
  'studio_monthly',
  'studio_yearly',
] as const;
/** One of them. */
export type PlanPriceKey = (typeof planPriceKeys)[number];

/** Drafts that one of each top-up brings, by the lookup key of its price. */
export const topupDrafts = { drafts_topup_500: 500 } as const;
/** Lookup key of a top-up's price. */
export type TopupPriceKey = keyof typeof topupDrafts;

/** Lookup key of any price that is sold. */
export type PriceKey = PlanPriceKey | TopupPriceKey;

/** Lookup keys of all prices that are sold. */
export const priceKeys: readonly PriceKey[] = [
  ...planPriceKeys,
  ...(Object.keys(topupDrafts) as TopupPriceKey[]),
];

/** A price as Stripe has it. */
export interface PriceOffer {
  readonly key: PriceKey;
  /** Small letters, ISO 4217. */
  readonly currency: string;
  /** In the currency's smallest unit (cents; for JPY and the like whole yen). */
  readonly amount: number;
  /** Null: paid once. */
  readonly interval: 'month' | 'year' | null;
}

/**
 * Why Stripe could not be asked. `unreachable`: it or the network is down, or it has too much to do: later it may work.
 * `misconfigured`: it refused the key or what was asked for, which only an operator can mend (the log says more).
 */
export type StripeTrouble = 'unreachable' | 'misconfigured';

/** Where a page of Stripe's leads back to, and what makes a repeated request the same one. */
export interface CheckoutWay {
  readonly successUrl: string;
  readonly cancelUrl: string;
  /** New for each tap, 8 to 64 characters of `A-Za-z0-9_-`; the same again gives the same page. */
  readonly nonce: string;
}

/** A subscription that somebody wants. */
export interface CheckoutWish extends CheckoutWay {
  readonly priceKey: PlanPriceKey;
  /** Who pays: a trial is had once by each Telegram account. */
  readonly userId: UserId;
  readonly trial: boolean;
}

/** A top-up that somebody wants. */
export interface TopupWish extends CheckoutWay {
  readonly priceKey: TopupPriceKey;
  readonly userId: UserId;
}

/** What is to be done in the customer portal; nothing of it shows its first page. */
export type PortalFlow =
  | { readonly kind: 'payment-method' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'change-plan' }
  /** Shows what the change costs now, and asks once. */
  | { readonly kind: 'confirm-plan'; readonly priceKey: PlanPriceKey };

/** A page of the portal that somebody wants. */
export interface PortalWish {
  readonly returnUrl: string;
  readonly flow?: PortalFlow | undefined;
}

/**
 * What a change of plan would do and cost, as Stripe works it out for one moment; nothing is changed. Amounts are in the currency's
 * smallest unit, not negative, less discounts and with all taxes. Times are epoch ms.
 */
export interface ChangePreview {
  /** `trial-ends`: at once, and the free days end with it. `trial-goes-on`: at once, and they stay. */
  readonly begins: 'now' | 'period-end' | 'trial-ends' | 'trial-goes-on';
  readonly beginsAt: number;
  /** Small letters, ISO 4217. */
  readonly currency: string;
  readonly today: {
    /** What the new plan costs from today until the next full invoice. */
    readonly charged: number;
    /** For what is paid and not used. */
    readonly credited: number;
    /** Taken from credit that Stripe holds. */
    readonly fromCredit: number;
    /** `charged` without `credited` and `fromCredit`. */
    readonly due: number;
    /** What is credited beyond what is charged: it pays for next invoices. */
    readonly kept: number;
  };
  /** The first invoice for a whole period that is not paid today; `amount` null: it cannot be told from here. */
  readonly next: { readonly at: number; readonly amount: number | null };
  /** There are taxes in the amounts. */
  readonly taxed: boolean;
}

/**
 * Why a subscription's plan cannot be changed. `no-change`: it has this price already. `not-changeable`: Stripe's portal cannot
 * change this one, which somebody made by hand. `held`: a payment is disputed, or its issuer warned. `payment-open`: something is to be
 * paid first. `paused-subscription`: it has to be resumed first. `paused-by-operator`: it, or
 * the taking of its payments, was paused at Stripe by hand, and goes on by who did that. `ending`: it is to end, which must be taken back first. `planned`: a
 * change was planned before, or waits for its payment.
 */
export type ChangeRefusal =
  | 'no-customer'
  | 'no-subscription'
  | 'unknown-price'
  | 'no-change'
  | 'not-changeable'
  | 'held'
  | 'payment-open'
  | 'paused-subscription'
  | 'paused-by-operator'
  | 'ending'
  | 'planned'
  | StripeTrouble;

/** When the operator has a subscription end. */
export type SubscriptionEnd = 'period-end' | 'now';

/**
 * Why there is no checkout. `live-subscription`: there is one already: lead to the portal. `paused-subscription`: there is one that
 * can be resumed. `paused-by-operator`: as with changes. `unclear-subscription`: there is one of which nobody here knows whether it goes on; an operator is to look.
 */
export type CheckoutRefusal =
  | 'live-subscription'
  | 'paused-subscription'
  | 'paused-by-operator'
  | 'unclear-subscription'
  | 'unknown-price'
  | 'trial-used'
  | 'no-such-tenant'
  | StripeTrouble;

/**
 * Why a paused subscription does not go on. `no-way-to-pay`: Stripe has nothing to take the first payment from. `payment-open`: that
 * payment, or an earlier one, did not come. `held`, `paused-by-operator`: as with changes. `unclear`: Stripe was asked and did not answer: it may go on.
 */
export type ResumeRefusal =
  | 'no-customer'
  | 'no-subscription'
  | 'held'
  | 'paused-by-operator'
  | 'no-way-to-pay'
  | 'payment-open'
  | 'unclear'
  | StripeTrouble;

/** Why there is no page of the portal. What is to end or planned can be taken back on its first page, which opens then. */
export type PortalRefusal = Exclude<ChangeRefusal, 'ending' | 'planned'>;

/**
 * Stripe, as features and the account page see it. Pages are made when somebody taps and are never kept or logged: who has
 * their address may use them. Nothing here says what a plan allows.
 */
export interface StripePort {
  /** Days of a trial; 0: there is none. */
  readonly trialDays: number;
  /** The tenant's customer at Stripe; made, and noted here, before it is first used. */
  ensureCustomer(
    tenantId: TenantId,
    options?: { readonly name?: string | undefined },
  ): Promise<Result<{ readonly customerId: string }, 'no-such-tenant' | StripeTrouble>>;
  /** A page where a subscription is bought. Asks Stripe first whether there is one. */
  checkout(
    tenantId: TenantId,
    wish: CheckoutWish,
  ): Promise<Result<{ readonly url: string }, CheckoutRefusal>>;
  /** A page where drafts are bought on top. */
  topupCheckout(
    tenantId: TenantId,
    wish: TopupWish,
  ): Promise<Result<{ readonly url: string }, 'unknown-price' | 'no-such-tenant' | StripeTrouble>>;
  /** A page of the customer portal: invoices, card, plan, cancelling. */
  portal(
    tenantId: TenantId,
    wish: PortalWish,
  ): Promise<Result<{ readonly url: string }, PortalRefusal>>;
  /**
   * What changing to this price would do and cost now. `change` null: Stripe cannot say, or it is not certain what its portal would do.
   * Asks Stripe first how the subscription stands.
   */
  previewChange(
    tenantId: TenantId,
    priceKey: PlanPriceKey,
  ): Promise<Result<{ readonly change: ChangePreview | null }, ChangeRefusal>>;
  /**
   * Lets a paused subscription go on: its first payment is taken at once, and the state that follows is stored. One that goes on
   * stays as it is.
   */
  resume(tenantId: TenantId): Promise<Result<object, ResumeRefusal>>;
  /**
   * Ends every subscription of the tenant that goes on: `now`, or when what is paid is over. What was paid for longer, and is neither
   * held nor was given back, becomes credit at Stripe. Again it changes nothing; a tenant without a customer has none. Stores the
   * state that follows, or leaves that to Stripe's events where it cannot be read just then: a refusal means that none or not all
   * were ended.
   */
  endSubscriptions(
    tenantId: TenantId,
    when: SubscriptionEnd,
  ): Promise<Result<object, StripeTrouble>>;
  /** Reads the tenant's state at Stripe anew and stores it; a tenant without a customer has none. */
  sync(tenantId: TenantId): Promise<Result<object, StripeTrouble>>;
  /** What is sold, as Stripe has it; read again after ten minutes. */
  prices(): Promise<Result<{ readonly offers: readonly PriceOffer[] }, StripeTrouble>>;
  /** Whether this tenant or this person has had a trial. */
  trialUsed(tenantId: TenantId, userId: UserId): Promise<boolean>;
}
