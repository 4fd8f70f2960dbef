import type { TenantId, UserId } from '#src/core/ids.ts';

/** What a tenant may do is decided by one of these; 'free' is what nobody pays for. */
export type PlanName = 'free' | 'pro' | 'studio';

/** The newest state of the one subscription of a tenant that counts, as Stripe told it. Times are epoch ms. */
export interface SubscriptionState {
  readonly subscriptionId: string;
  /** Stripe's word, whatever it may be (open enum). */
  readonly status: string;
  /** Lookup key of its price ('pro_monthly' …). Null: the price has none that we know. */
  readonly priceKey: string | null;
  /** The latest of its items. */
  readonly periodStart: number;
  readonly periodEnd: number;
  /** When it ends: cancel_at, or the period's end where cancel_at_period_end. Null: it goes on. */
  readonly cancelsAt: number | null;
  readonly trialEnd: number | null;
  /** Since when a payment is open (first failure of the open invoice). Null: none. */
  readonly pastDueSince: number | null;
  /** Everything premium is off while a dispute is open, or while an early fraud warning holds (`oddity` tells which). */
  readonly hold: 'dispute' | null;
  /**
   * What somebody paused at Stripe. `operator`: the subscription (status `paused`), by hand and not for lack of a way to pay.
   * `collection`: its payments; it goes on meanwhile. Null: nothing.
   */
  readonly pause: 'operator' | 'collection' | null;
  readonly endedAt: number | null;
  readonly createdAt: number;
}

/** A plan given by the operator. `until` is epoch ms; null: until it is taken back. */
export interface PlanGrant {
  readonly plan: PlanName;
  readonly until: number | null;
}

/** What a tenant's plan rests on. No row: nobody ever paid or granted. */
export interface PlanRow {
  readonly tenantId: TenantId;
  readonly grant: PlanGrant | null;
  readonly subscription: SubscriptionState | null;
  /**
   * What an operator is to look at since the last sync, as `what:id of the subscription`. `unknown-status`, `unknown-price`: the
   * state before is kept. `no-address`: Stripe does not know where the creator is, so that renewals are not made or have no
   * taxes. `invoice-not-final`: it cannot make one for another reason. `fraud-warning`: what is held is so because the card's
   * issuer warns of fraud, and nobody disputes it. Null: nothing.
   */
  readonly oddity: string | null;
  /** When `store` was last called, epoch ms. */
  readonly syncedAt: number | null;
  /**
   * Drafts bought on top, ever, in Stripe's mode of now; of the other mode only what was taken. What is left of them is in the
   * book of usage.
   */
  readonly topupDrafts: number;
  /** Drafts bought on top, ever, in either mode: the sum of all top-ups, which only grows. */
  readonly boughtDrafts: number;
  /** Subscriptions bought beside another one, ended, and their payment turned into credit, ever, in either mode. */
  readonly creditedDuplicates: number;
  /** Grows with every change of any row. */
  readonly revision: number;
}

/** The oddity that the creator can end, by an address. */
export const noAddress = 'no-address';
/** The oddity of what is held for an early fraud warning. */
export const fraudWarning = 'fraud-warning';
/** The oddity of a subscription of which nobody here knows whether it goes on. */
export const unknownStatus = 'unknown-status';

/** A paid top-up. */
export interface Topup {
  /** Stripe's id of the payment: the same one counts once. */
  readonly paymentId: string;
  readonly drafts: number;
}

/** What all tenants' plans rest on, kept in the control file and in memory. */
export interface PlanBook {
  /** Whether Stripe settings are there. Without them everything is allowed. */
  readonly billing: boolean;
  /** From memory: no query, for the hot path. */
  of(tenantId: TenantId): PlanRow | null;
  /** Every row, from memory. */
  all(): readonly PlanRow[];
  /** The operator's grant; null takes it back. */
  grant(tenantId: TenantId, grant: PlanGrant | null): Promise<PlanRow>;
  /** Stores what Stripe says now; gives the row before and after. An equal state changes nothing but `syncedAt`. */
  store(
    tenantId: TenantId,
    state: { readonly subscription: SubscriptionState | null; readonly oddity: string | null },
  ): Promise<{ readonly before: PlanRow | null; readonly after: PlanRow }>;
  /** False: this payment was added before, and nothing changed. */
  addTopup(tenantId: TenantId, topup: Topup): Promise<boolean>;
  /** A subscription that was one too many was ended, and its payment became credit. False: that was known. */
  addDuplicate(tenantId: TenantId, subscriptionId: string): Promise<boolean>;
  /**
   * Listens for tenants whose row changed, by this process or another, within about a second. Gives the function that
   * ends it. What changed while nobody listened is not told later: look at `all` at the start.
   */
  onChange(listener: (tenantId: TenantId) => void): () => void;
  /** Ends the looking for changes of other processes. */
  close(): void;
}

/** Makes a link to the account page that is for this person alone. */
export type AccountLink = (who: {
  readonly tenantId: TenantId;
  readonly userId: UserId;
}) => Promise<string>;
