import type { Coupon, Discount, Price, Product, PromotionCode } from './objects/catalog.ts';
import type { CheckoutSession, Order } from './objects/checkout-session.ts';
import type { Customer } from './objects/customer.ts';
import type { FakeEvent, WebhookEndpoint } from './objects/event.ts';
import type { Invoice, InvoiceLine, InvoicePayment } from './objects/invoice.ts';
import type {
  Charge,
  Dispute,
  FraudWarning,
  PaymentIntent,
  PaymentMethod,
  Refund,
} from './objects/payment.ts';
import type { PortalConfiguration, PortalSession } from './objects/portal.ts';
import type { SubscriptionSchedule } from './objects/subscription-schedule.ts';
import type { Subscription } from './objects/subscription.ts';

/** How a card behaves when it is charged. */
export type CardKind = 'good' | 'declines' | 'needs-3ds';

/** Everything the fake remembers. Objects are as the API shows them, in the order in which they were made. */
export class Book {
  readonly customers = new Map<string, Customer>();
  readonly deletedCustomers = new Set<string>();
  readonly products = new Map<string, Product>();
  readonly prices = new Map<string, Price>();
  readonly coupons = new Map<string, Coupon>();
  readonly promotionCodes = new Map<string, PromotionCode>();
  readonly discounts = new Map<string, Discount>();
  readonly sessions = new Map<string, CheckoutSession>();
  readonly subscriptions = new Map<string, Subscription>();
  readonly schedules = new Map<string, SubscriptionSchedule>();
  readonly invoices = new Map<string, Invoice>();
  readonly invoicePayments = new Map<string, InvoicePayment>();
  readonly paymentMethods = new Map<string, PaymentMethod>();
  readonly paymentIntents = new Map<string, PaymentIntent>();
  readonly charges = new Map<string, Charge>();
  readonly refunds = new Map<string, Refund>();
  readonly disputes = new Map<string, Dispute>();
  readonly fraudWarnings = new Map<string, FraudWarning>();
  readonly portalConfigurations = new Map<string, PortalConfiguration>();
  readonly portalSessions = new Map<string, PortalSession>();
  readonly endpoints = new Map<string, WebhookEndpoint>();
  readonly events = new Map<string, FakeEvent>();

  // What the API does not show:
  /** What sessions make once they are paid. */
  readonly orders = new Map<string, Order>();
  /** Subscription or payment intent that waits for its owner's authentication, by session. */
  readonly authentications = new Map<string, string>();
  /** By id of the payment method. */
  readonly cards = new Map<string, CardKind>();
  /** Customers of whom no card can be charged for now. */
  readonly failing = new Set<string>();
  /** Secrets of endpoints, the newest first; more than one while they are being changed. */
  readonly secrets = new Map<string, string[]>();
  /** Subscriptions whose owner was told that the trial will end. */
  readonly trialEndTold = new Set<string>();
  /** Lines that go on the next invoice of a subscription. */
  readonly pendingLines = new Map<string, InvoiceLine[]>();
  /** Price that a subscription gets when its period ends. */
  readonly changesAtPeriodEnd = new Map<string, string>();
  /** Invoice that must be paid before a pending update holds, by subscription. */
  readonly updateInvoices = new Map<string, string>();

  /** Any resource that may stand as an id in another one. */
  find(id: string): object | undefined {
    if (this.deletedCustomers.has(id)) return { id, object: 'customer', deleted: true };
    for (const shelf of this.#shelves()) {
      const found = shelf.get(id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  subscriptionsOf(customer: string): Subscription[] {
    return [...this.subscriptions.values()].filter((each) => each.customer === customer);
  }

  invoicesOf(subscription: string): Invoice[] {
    return [...this.invoices.values()].filter(
      (each) => each.parent?.subscription_details.subscription === subscription,
    );
  }

  paymentsOf(invoice: string): InvoicePayment[] {
    return [...this.invoicePayments.values()].filter((each) => each.invoice === invoice);
  }

  #shelves(): ReadonlyMap<string, object>[] {
    return [
      this.customers,
      this.products,
      this.prices,
      this.coupons,
      this.promotionCodes,
      this.discounts,
      this.sessions,
      this.subscriptions,
      this.schedules,
      this.invoices,
      this.paymentMethods,
      this.paymentIntents,
      this.charges,
      this.refunds,
      this.portalConfigurations,
    ];
  }
}
