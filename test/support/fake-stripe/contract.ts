import type { CheckoutForm } from './acts/checkout-acts.ts';
import type { CardKind } from './book.ts';
import type { Book } from './book.ts';
import type { ChangeTerms } from './billing/change-plan.ts';
import type { PaymentOutcome } from './billing/try-payment.ts';
import type { FakeClock } from './fake-clock.ts';
import type { StripeFault } from './http/faults.ts';
import type { StripeCall } from './http/stripe-api.ts';
import type { Price } from './objects/catalog.ts';
import type { FakeEvent, WebhookEndpoint } from './objects/event.ts';
import type { Dispute, FraudWarning, Refund } from './objects/payment.ts';
import type { Subscription } from './objects/subscription.ts';
import type { Deliveries } from './webhooks/deliveries.ts';
import type { FakeSettings } from './world.ts';

/** How a fake Stripe is started. Everything has a default. */
export interface FakeStripeOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Seeds ids; two fakes with one seed hand out the same ones. */
  readonly seed?: number;
  /** What its clock stands on, epoch ms. Date.now unless given; a constant makes it stand still. */
  readonly now?: () => number;
  /** With what time deliveries are signed, epoch ms; what checks them must have about the same. Date.now unless given. */
  readonly signedAt?: () => number;
  /** The only version that is taken without a violation. The SDK's unless given. */
  readonly apiVersion?: string;
  /** One of live mode (`sk_live_…`) makes it play live mode. */
  readonly secretKey?: string;
  /** False: check requests as where the schema file is missing. */
  readonly useSchema?: boolean;
  /** An endpoint that is there from the start and wants everything. */
  readonly webhook?: { readonly url: string; readonly secret?: string };
}

/** What people do on the Checkout page. A session is named by its id or its URL. */
export interface CheckoutActs {
  pay(session: string, form?: CheckoutForm): PaymentOutcome;
  /** With a card that asks for authentication: the subscription is incomplete until `confirm3ds`. */
  pay3ds(session: string, form?: CheckoutForm): PaymentOutcome;
  confirm3ds(session: string): PaymentOutcome;
  fail3ds(session: string): PaymentOutcome;
  /** With a card that is refused. The session stays open. */
  decline(session: string): PaymentOutcome;
  /** The person leaves and never comes back: the session has expired. */
  abandon(session: string): void;
  /** In a way that takes days, until `endLatePayment`; what is paid once alone. */
  payLater(session: string): void;
  endLatePayment(session: string, how: 'arrives' | 'fails'): void;
}

/** What people do in the portal. A price is named by its id or its lookup key. */
export interface PortalActs {
  /** At the end of the period; `cancel_at` only in flexible billing mode. */
  cancel(subscription: string, why?: { comment?: string; feedback?: string }): void;
  cancelNow(subscription: string): void;
  resume(subscription: string): void;
  change(
    subscription: string,
    price: string,
    how?: { atPeriodEnd?: boolean; terms?: Partial<ChangeTerms> },
  ): void;
  /** Open invoices wait for their next try, or for `payOpen`. */
  newCard(customer: string, kind?: CardKind): void;
  payOpen(customer: string): PaymentOutcome[];
}

/** What the operator does in Stripe's Dashboard. */
export interface DashboardActs {
  /** The subscription itself: its status is `paused` then. */
  pause(subscription: string): void;
  goOn(subscription: string): void;
  /** Its payments: its status stays, and invoices stay drafts. */
  pauseCollection(subscription: string): void;
  collect(subscription: string): void;
}

/** What befalls a customer. */
export interface CustomerActs {
  /** Begins a subscription without Checkout; `card: null` begins it without one. */
  subscribe(
    customer: string,
    price: string,
    how?: { trialDays?: number; card?: CardKind | null; missingPaymentMethod?: string },
  ): Subscription;
  /** From now on every payment is refused. */
  failPayments(customer: string): void;
  /** Payments work again, and what is open is paid at once. */
  recover(customer: string): void;
  removeCards(customer: string): void;
  /** Of the newest paid charge, as are refunds and warnings. */
  dispute(customer: string): Dispute;
  closeDispute(customer: string, how: 'won' | 'lost'): void;
  refund(customer: string, amount?: number): Refund;
  warnOfFraud(customer: string): FraudWarning;
  delete(customer: string): void;
}

/** A running fake of Stripe. */
export interface FakeStripe extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly secretKey: string;
  readonly apiVersion: string;
  /** Secrets of the newest endpoint, the newest first; none where there is no endpoint. */
  readonly webhookSecrets: readonly string[];
  readonly clock: FakeClock;
  readonly settings: FakeSettings;
  /** Everything it remembers, to look at. */
  readonly book: Book;
  readonly calls: readonly StripeCall[];
  /** What did not fit the schema, the version or what is played. A test should end with none. */
  readonly violations: readonly string[];
  /** Whether requests, answers and events are checked against the schema. */
  readonly checked: boolean;
  readonly checkout: CheckoutActs;
  readonly portal: PortalActs;
  readonly dashboard: DashboardActs;
  readonly customers: CustomerActs;
  readonly webhooks: Deliveries;
  /** Types of all events so far, oldest first. */
  eventTypes(): string[];
  /** The newest event, of this type if one is given. */
  lastEvent(type?: string): FakeEvent;
  /** A product with a price, made as if in the Dashboard. Amount in cents; without `every` it is paid once. */
  sell(given: {
    key: string;
    name: string;
    amount: number;
    every?: 'month' | 'year';
    currency?: string;
  }): Price;
  /** A price by its id or lookup key. */
  price(key: string): Price;
  /** An endpoint made as if in the Dashboard. */
  addEndpoint(
    url: string,
    given?: { events?: string[]; apiVersion?: string; secret?: string },
  ): WebhookEndpoint;
  /** A new secret for an endpoint (the newest one unless named); the old ones sign, too, until `dropOldSecrets`. */
  rollSecret(endpoint?: string): string;
  dropOldSecrets(endpoint?: string): void;
  fault(fault: StripeFault): void;
  clearFaults(): void;
  /** Lets time pass and waits until what followed has been delivered. */
  advance(ms: number): Promise<void>;
  /** Resolves once nothing is to be delivered but what is held back. */
  settled(timeoutMs?: number): Promise<void>;
}
