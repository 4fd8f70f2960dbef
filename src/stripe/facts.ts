/** What is read of a customer at Stripe, in our own words. Times are epoch ms. */
export interface CustomerFacts {
  /** It was deleted there; then nothing else is known. */
  readonly deleted: boolean;
  readonly subscriptions: readonly SubscriptionFacts[];
  readonly invoices: readonly InvoiceFacts[];
  readonly disputes: readonly DisputeFacts[];
  /** Early fraud warnings that are young enough to hold, and after which nothing was refunded or disputed. */
  readonly openWarnings: readonly WarningFacts[];
  /** Payments of which something was given back, as far back as the present periods of subscriptions go. */
  readonly refunds: readonly RefundFacts[];
  readonly topups: readonly TopupFacts[];
}

/** One subscription. */
export interface SubscriptionFacts {
  readonly id: string;
  /** Stripe's word, whatever it may be. */
  readonly status: string;
  /** Lookup key of the first item whose price is one of ours; null: none is. */
  readonly priceKey: string | null;
  readonly periodStart: number;
  readonly periodEnd: number;
  readonly cancelAt: number | null;
  readonly cancelAtPeriodEnd: boolean;
  /** What stands in `holdField`: we planned its end. Null: we did not. */
  readonly holdMark: string | null;
  /** The schedule that has it in its hand, so that Stripe takes no end for it. Null: none. */
  readonly scheduleId: string | null;
  /** That schedule has something planned that has not begun; it stays for a while after its last change. */
  readonly isChangePlanned: boolean;
  /** What somebody paused there (SubscriptionState.pause). */
  readonly pause: 'operator' | 'collection' | null;
  /** We ended it, since it was one too many, and what was paid for it became credit. */
  readonly isCreditedDuplicate: boolean;
  /** Stripe no longer computes its taxes, since it does not know where the customer is. */
  readonly taxOff: boolean;
  readonly trialEnd: number | null;
  readonly endedAt: number | null;
  readonly createdAt: number;
}

/** An invoice. */
export interface InvoiceFacts {
  readonly subscriptionId: string | null;
  readonly is: InvoiceStanding;
  /** When it was made final, and tried at once; of a draft when it was made. */
  readonly at: number;
}

/**
 * How an invoice stands. `paid`: with money or credit; `free`: there was nothing to pay. `failed`: it was tried, and is open.
 * `skipped`: nobody is to pay it (void, uncollectible). `no-address`, `not-final`: a draft that Stripe could not make final, since it
 * does not know where the customer is, or for another reason. `waits`: a draft or an open one whose time comes.
 */
export type InvoiceStanding =
  | 'paid'
  | 'free'
  | 'failed'
  | 'skipped'
  | 'no-address'
  | 'not-final'
  | 'waits';

/** A dispute of one of the customer's payments. */
export interface DisputeFacts {
  readonly id: string;
  /** Stripe's word, whatever it may be. */
  readonly status: string;
  /** The subscription that the payment was for; null: something else. */
  readonly subscriptionId: string | null;
  /** When it was opened. */
  readonly at: number;
  /** The whole payment was given back. */
  readonly refunded: boolean;
}

/** A payment of which something was given back. */
export interface RefundFacts {
  /** The subscription that the payment was for; null: something else. */
  readonly subscriptionId: string | null;
  /** When it was paid. */
  readonly paidAt: number;
  /** All of it was given back. */
  readonly whole: boolean;
  /** An early fraud warning was about it, that is young enough to hold. */
  readonly warned: boolean;
}

/** An early fraud warning about one of the customer's payments. */
export interface WarningFacts {
  readonly id: string;
  /** The subscription that the payment was for; null: something else. */
  readonly subscriptionId: string | null;
}

/** A top-up that was paid. */
export interface TopupFacts {
  /** Of the payment; of the checkout where a promotion left nothing to pay. */
  readonly paymentId: string;
  readonly drafts: number;
}
