import type { TenantId, UserId } from '#src/core/ids.ts';

/** What is kept of an event of Stripe's: it only says whose state is to be read anew. */
export interface StripeEvent {
  readonly eventId: string;
  readonly type: string;
  /** Null: it names a charge only, or nobody. */
  readonly customerId: string | null;
  /** What it is about. */
  readonly objectId: string | null;
  /** The charge of a dispute or warning. */
  readonly chargeId: string | null;
  readonly apiVersion: string | null;
  readonly livemode: boolean;
  /** Epoch ms, by Stripe's clock. */
  readonly createdAt: number;
}

/** An event whose customer has not been looked at since. */
export interface OpenStripeEvent
  extends Pick<StripeEvent, 'eventId' | 'type' | 'customerId' | 'chargeId'> {
  /** Tries that failed. */
  readonly attempts: number;
}

/** A delivery that is later than this will not come, or Stripe tries it again meanwhile; in ms. */
export const lateEventMs = 3_600_000;

/** How events stand; times in epoch ms, null where there is none. */
export interface StripeEventCounts {
  readonly open: number;
  readonly oldestOpenAt: number | null;
  /** When Stripe last delivered one. */
  readonly deliveredAt: number | null;
  /** When the newest one was made that should have been delivered long before it was found in the list. */
  readonly missedAt: number | null;
}

/** A customer of Stripe's that is a tenant's. */
export interface MappedCustomer {
  readonly tenantId: TenantId;
  readonly customerId: string;
  readonly createdAt: number;
  /** When ending what it pays failed last, its tenant being purged; null: it was not tried, or it worked. */
  readonly endFailedAt: number | null;
}

/** A checkout that was begun. Written down before Stripe is asked for its page. */
export interface BegunCheckout {
  readonly nonce: string;
  readonly tenantId: TenantId;
  readonly userId: UserId;
  readonly priceKey: string;
  readonly trial: boolean;
  /** When its page ends, epoch ms. */
  readonly expiresAt: number;
}

/** A checkout whose page may still be used. */
export interface OpenCheckout extends BegunCheckout {
  readonly sessionId: string;
}

/** What entering a mode changed. */
export interface ModeEntered {
  /** The file was in the other mode before. */
  readonly changed: boolean;
  /** Plans' rows that lost the subscription of the other mode. */
  readonly cleared: number;
}

/** In which mode the file is; `livemode` null: none was entered yet. */
export interface ModeStanding {
  readonly livemode: boolean | null;
  /** Customers of the other mode, who do not count. */
  readonly others: number;
}

/**
 * What this installation knows of Stripe beside the plans' rows; kept in the control file. Stripe's test mode and live mode
 * are two worlds, and the file is in one of them at a time: customers, checkouts and trials of the other are kept, and
 * nothing here finds them.
 */
export interface StripeBook {
  /**
   * Puts the file into a mode, before anybody asks for plans. Another one than before takes what a subscription of the former
   * mode gives out of the plans' rows (it is read anew from Stripe) and sets aside what is left of its top-ups until it comes back.
   */
  enterMode(livemode: boolean): Promise<ModeEntered>;
  modeStanding(): Promise<ModeStanding>;

  /** Stores an event; on the disk when it resolves. False: it was there. */
  storeEvent(event: StripeEvent, how: 'delivered' | 'listed'): Promise<boolean>;
  /** Oldest first, after so many that are left out (none unless given). */
  openEvents(limit: number, skip?: number): Promise<OpenStripeEvent[]>;
  /** Notes whose an event is, found by its charge. */
  nameCustomer(eventId: string, customerId: string): Promise<void>;
  /** These are done; `remark` says why where nothing was to be done. */
  settleEvents(eventIds: readonly string[], remark?: string): Promise<void>;
  /** One more try of these failed with this code. */
  failEvents(eventIds: readonly string[], code: string): Promise<void>;
  /** Forgets events that were done, and checkouts that were over, before this time; gives how many events. */
  purgeEvents(before: number): Promise<number>;
  eventCounts(): Promise<StripeEventCounts>;
  /** Ids of the early fraud warnings that events told of for this customer since this time (epoch ms). */
  fraudWarnings(customerId: string, since: number): Promise<string[]>;

  customerOf(tenantId: TenantId): Promise<string | null>;
  /** Null: no tenant's, or one that was deleted at Stripe. */
  tenantOf(customerId: string): Promise<TenantId | null>;
  /** Counts what makes the idempotency key of the tenant's next customer a new one: customers made in either mode, and spent keys. */
  customerTries(tenantId: TenantId): Promise<number>;
  /** Stripe keeps a failure of its own under the present key, so the next try has another. */
  spendCustomerKey(tenantId: TenantId): Promise<void>;
  /** A tenant has one customer at a time; gives the one that it has. */
  addCustomer(tenantId: TenantId, customerId: string): Promise<string>;
  /** The customer was deleted at Stripe, or its tenant is purged and nothing of it goes on. */
  forgetCustomer(customerId: string): Promise<void>;
  /** Its tenant is purged, and what it pays could not be ended now. */
  noteEndFailed(customerId: string): Promise<void>;
  /** Those that are not deleted, oldest first. */
  customers(): Promise<MappedCustomer[]>;

  /** Writes a checkout down; the same nonce again gives what was written first. */
  beginCheckout(checkout: BegunCheckout): Promise<BegunCheckout>;
  nameSession(nonce: string, sessionId: string): Promise<void>;
  /** Pages of the tenant, and those with a trial of this person at any tenant, that have not expired. */
  openCheckouts(tenantId: TenantId, userId: UserId | null): Promise<OpenCheckout[]>;
  /** Its page cannot be used any more. */
  closeCheckout(nonce: string): Promise<void>;

  trialUsed(tenantId: TenantId, userId: UserId): Promise<boolean>;
  /** The tenant has a trial, and so has whoever began its last checkout with one. In test mode a trial that was had in live mode stays noted instead. */
  useTrial(tenantId: TenantId): Promise<void>;

  /** Until when (epoch ms) Stripe's list of events was gone through. */
  listedUntil(): Promise<number | null>;
  setListedUntil(at: number): Promise<void>;
}
