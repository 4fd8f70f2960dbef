/** What is read of a customer at Stripe, in our own words. Times are epoch ms. */
export interface CustomerFacts {
  /** It was deleted there; then nothing else is known. */
  readonly deleted: boolean;
  readonly subscriptions: readonly SubscriptionFacts[];
  readonly openInvoices: readonly InvoiceFacts[];
  readonly disputes: readonly DisputeFacts[];
  /** Early fraud warnings after which nothing was refunded or disputed. */
  readonly openWarnings: readonly string[];
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
  readonly trialEnd: number | null;
  readonly endedAt: number | null;
  readonly createdAt: number;
}

/** An invoice that is open after a try to pay it. */
export interface InvoiceFacts {
  readonly subscriptionId: string | null;
  /** When it was first tried: it is made final and tried at once. */
  readonly failedAt: number;
}

/** A dispute of one of the customer's payments. */
export interface DisputeFacts {
  readonly id: string;
  /** Stripe's word, whatever it may be. */
  readonly status: string;
  /** The subscription that the payment was for; null: something else. */
  readonly subscriptionId: string | null;
}

/** A top-up that was paid. */
export interface TopupFacts {
  /** Of the payment; of the checkout where a promotion left nothing to pay. */
  readonly paymentId: string;
  readonly drafts: number;
}
