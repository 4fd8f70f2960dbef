import type { StripeEvent } from '#src/core/stripe-book.ts';
import type {
  CustomerFacts,
  DisputeFacts,
  InvoiceFacts,
  RefundFacts,
  SubscriptionFacts,
} from '#src/stripe/facts.ts';
import type { FaultReason } from '#src/stripe/fault-of-error.ts';
import type { EndChange } from '#src/stripe/rules/holds.ts';
import type { Ending, StripeApi } from '#src/stripe/stripe-api.ts';
import type { Asked } from '#src/stripe/stripe-client.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Customer = {
  deleted: boolean;
  subscriptions: Mutable<SubscriptionFacts>[];
  invoices: InvoiceFacts[];
  disputes: Mutable<DisputeFacts>[];
  refunds: Omit<RefundFacts, 'warned'>[];
  warnings: { id: string; open: boolean; subscriptionId: string | null; at: number }[];
  topups: { paymentId: string; drafts: number }[];
};

const dayMs = 86_400_000;
/** How long Stripe waits for a first payment. */
const patienceMs = 23 * 3_600_000;
/** Statuses in which a payment may fail. */
const failing: ReadonlySet<string> = new Set(['active', 'trialing', 'past_due']);

/**
 * What a Stripe account holds, as far as the mirror reads it, in memory: for tests that play thousands of stories. The fake over
 * HTTP is in test/support/fake-stripe.
 */
export class SmallStripe implements StripeApi {
  readonly customers = new Map<string, Customer>();
  readonly events: StripeEvent[] = [];
  readonly charges = new Map<string, string>();
  readonly cancelled: string[] = [];
  /** Of these, those whose rest became credit. */
  readonly credited: string[] = [];
  readonly expired: string[] = [];
  /** Calls that are made while it is not null end so. */
  fault: FaultReason | null = null;
  /** Its key may read, and not end anything. */
  refusesCancels = false;
  /** Reading this customer fails as if Stripe was away. */
  unreadable: string | null = null;
  /** Customers that were read, in their order. */
  readonly read: string[] = [];
  now: number;
  #made = 0;

  constructor(now: number) {
    this.now = now;
  }

  /** How often a customer was read. */
  get reads(): number {
    return this.read.length;
  }

  #id(prefix: string): string {
    this.#made += 1;
    return `${prefix}_${this.#made}`;
  }

  addCustomer(): string {
    const id = this.#id('cus');
    this.customers.set(id, {
      deleted: false,
      subscriptions: [],
      invoices: [],
      disputes: [],
      refunds: [],
      warnings: [],
      topups: [],
    });
    return id;
  }

  of(customerId: string): Customer {
    const customer = this.customers.get(customerId);
    if (!customer) throw new Error(`no ${customerId}`);
    return customer;
  }

  /** The subscription that was made last. */
  last(customerId: string): Mutable<SubscriptionFacts> | undefined {
    return this.of(customerId).subscriptions.at(-1);
  }

  tell(customerId: string | null, type: string, more: Partial<StripeEvent> = {}): StripeEvent {
    const event = {
      eventId: this.#id('evt'),
      type,
      customerId,
      objectId: null,
      chargeId: null,
      apiVersion: '2026-10-28.endive',
      livemode: false,
      createdAt: this.now,
      ...more,
    };
    this.events.push(event);
    return event;
  }

  subscribe(customerId: string, priceKey: string | null, trialDays = 0): SubscriptionFacts {
    const trialEnd = trialDays > 0 ? this.now + trialDays * dayMs : null;
    const subscription = {
      id: this.#id('sub'),
      status: trialEnd === null ? 'active' : 'trialing',
      priceKey,
      periodStart: this.now,
      periodEnd: trialEnd ?? this.now + 30 * dayMs,
      cancelAt: null,
      cancelAtPeriodEnd: false,
      holdMark: null,
      scheduleId: null,
      isChangePlanned: false,
      pause: null,
      isCreditedDuplicate: false,
      taxOff: false,
      trialEnd,
      endedAt: null,
      createdAt: this.now,
    };
    this.of(customerId).subscriptions.push(subscription);
    const is = trialEnd === null ? 'paid' : 'free';
    this.of(customerId).invoices.push({ subscriptionId: subscription.id, is, at: this.now });
    this.tell(customerId, 'customer.subscription.created');
    this.tell(customerId, 'checkout.session.completed');
    return subscription;
  }

  fail(customerId: string): void {
    const subscription = this.last(customerId);
    if (!subscription || !failing.has(subscription.status)) return;
    subscription.status = 'past_due';
    this.of(customerId).invoices.push({
      subscriptionId: subscription.id,
      is: 'failed',
      at: this.now,
    });
    this.tell(customerId, 'invoice.payment_failed');
    this.tell(customerId, 'customer.subscription.updated');
  }

  /** What was open for the subscription that was made last is paid, if this is its status. */
  recover(customerId: string, from = 'past_due'): void {
    const subscription = this.last(customerId);
    if (subscription?.status !== from) return;
    subscription.status = 'active';
    this.#closeOpen(customerId, subscription.id, 'paid');
    this.tell(customerId, 'customer.subscription.updated');
    this.tell(customerId, 'invoice.paid');
  }

  /** Nobody said to the bank who they are: 23 hours after it was made the subscription that was made last is over. */
  giveUp(customerId: string): void {
    const subscription = this.last(customerId);
    if (subscription?.status !== 'incomplete' || subscription.createdAt > this.now - patienceMs)
      return;
    subscription.endedAt = this.now;
    this.#closeOpen(customerId, subscription.id, 'skipped');
    this.setStatus(customerId, { from: 'incomplete', to: 'incomplete_expired' });
    this.tell(customerId, 'invoice.voided');
  }

  /** The subscription that was made last goes from this status to that one, if it has it. */
  setStatus(customerId: string, { from, to }: { from: string; to: string }): void {
    const subscription = this.last(customerId);
    if (subscription?.status !== from) return;
    subscription.status = to;
    this.tell(customerId, 'customer.subscription.updated');
  }

  #closeOpen(customerId: string, subscriptionId: string, is: InvoiceFacts['is']): void {
    const { invoices } = this.of(customerId);
    const closed = invoices.map((each) =>
      each.subscriptionId === subscriptionId && each.is === 'failed' ? { ...each, is } : each,
    );
    invoices.splice(0, invoices.length, ...closed);
  }

  end(customerId: string, subscription = this.last(customerId)): void {
    if (!subscription || subscription.endedAt !== null) return;
    subscription.status = 'canceled';
    subscription.endedAt = this.now;
    this.tell(customerId, 'customer.subscription.deleted');
  }

  cancelLater(customerId: string, how: 'cancel_at' | 'at_period_end'): void {
    const subscription = this.last(customerId);
    if (!subscription || subscription.endedAt !== null) return;
    if (how === 'cancel_at') subscription.cancelAt = subscription.periodEnd;
    else subscription.cancelAtPeriodEnd = true;
    this.tell(customerId, 'customer.subscription.updated');
  }

  resume(customerId: string): void {
    const subscription = this.last(customerId);
    if (!subscription) return;
    subscription.cancelAt = null;
    subscription.cancelAtPeriodEnd = false;
    this.tell(customerId, 'customer.subscription.updated');
  }

  change(customerId: string, priceKey: string | null): void {
    const subscription = this.last(customerId);
    if (!subscription || subscription.endedAt !== null) return;
    subscription.priceKey = priceKey;
    this.tell(customerId, 'customer.subscription.updated');
  }

  dispute(customerId: string, subscriptionId: string | null): { id: string; status: string } {
    const dispute = {
      id: this.#id('dp'),
      status: 'needs_response',
      subscriptionId,
      at: this.now,
      refunded: false,
    };
    const chargeId = this.#id('ch');
    this.charges.set(chargeId, customerId);
    this.of(customerId).disputes.push(dispute);
    this.tell(null, 'charge.dispute.created', { objectId: dispute.id, chargeId });
    return dispute;
  }

  closeDisputes(customerId: string, status: 'won' | 'lost'): void {
    for (const dispute of this.of(customerId).disputes) {
      if (dispute.status !== 'needs_response') continue;
      dispute.status = status;
      const chargeId = [...this.charges].findLast(([, whose]) => whose === customerId)?.[0] ?? null;
      this.tell(null, 'charge.dispute.closed', { objectId: dispute.id, chargeId });
    }
  }

  warn(
    customerId: string,
    subscriptionId: string | null = this.last(customerId)?.id ?? null,
  ): { open: boolean } {
    const warning = { id: this.#id('issfr'), open: true, subscriptionId, at: this.now };
    const chargeId = this.#id('ch');
    this.charges.set(chargeId, customerId);
    this.of(customerId).warnings.push(warning);
    this.tell(null, 'radar.early_fraud_warning.created', { objectId: warning.id, chargeId });
    return warning;
  }

  /** Gives back in full what was paid for the present period of the subscription that was made last. */
  refund(customerId: string): void {
    const subscription = this.last(customerId);
    if (!subscription) return;
    const { id: subscriptionId, periodStart: paidAt } = subscription;
    const { refunds, warnings } = this.of(customerId);
    refunds.push({ subscriptionId, paidAt, whole: true });
    for (const each of warnings) if (each.subscriptionId === subscriptionId) each.open = false;
    this.tell(customerId, 'charge.refunded');
  }

  topup(customerId: string): void {
    this.of(customerId).topups.push({ paymentId: this.#id('pi'), drafts: 500 });
    this.tell(customerId, 'checkout.session.completed');
  }

  deleteCustomer(customerId: string): void {
    const customer = this.of(customerId);
    for (const subscription of customer.subscriptions) this.end(customerId, subscription);
    customer.deleted = true;
    this.tell(customerId, 'customer.deleted');
  }

  #answer<T>(value: () => T): Promise<Asked<T>> {
    const { fault } = this;
    return Promise.resolve(
      fault === null
        ? { ok: true, value: value() }
        : { ok: false, reason: fault, code: null, requestId: null },
    );
  }

  readCustomer(customerId: string, warnings: readonly string[]): Promise<Asked<CustomerFacts>> {
    this.read.push(customerId);
    if (customerId === this.unreadable) {
      return Promise.resolve({ ok: false, reason: 'down', code: null, requestId: null });
    }
    return this.#answer(() => {
      const { deleted, subscriptions, invoices, disputes, refunds, topups, ...rest } =
        this.of(customerId);
      const heard = rest.warnings.filter(({ id }) => warnings.includes(id));
      const open = heard.filter((warning) => warning.open);
      const isWarned = (id: string | null) => heard.some((each) => each.subscriptionId === id);
      return structuredClone(
        deleted
          ? {
              deleted,
              subscriptions: [],
              invoices: [],
              disputes: [],
              openWarnings: [],
              refunds: [],
              topups: [],
            }
          : {
              deleted,
              subscriptions,
              invoices,
              disputes,
              openWarnings: open.map(({ id, subscriptionId }) => ({ id, subscriptionId })),
              refunds: refunds.map((each) => ({ ...each, warned: isWarned(each.subscriptionId) })),
              topups,
            },
      );
    });
  }

  customerOfCharge(chargeId: string): Promise<Asked<string | null>> {
    return this.#answer(() => this.charges.get(chargeId) ?? null);
  }

  cancel({ subscriptionId, credit, why }: Ending): Promise<Asked<unknown>> {
    if (this.refusesCancels) {
      const code = 'more_permissions_required';
      return Promise.resolve({ ok: false, reason: 'refused', code, requestId: null });
    }
    return this.#answer(() => {
      for (const [customerId, { subscriptions }] of this.customers) {
        const found = subscriptions.find(({ id }) => id === subscriptionId);
        if (!found || found.endedAt !== null) continue;
        this.cancelled.push(subscriptionId);
        if (credit) this.credited.push(subscriptionId);
        found.isCreditedDuplicate = credit && why === 'duplicate';
        this.end(customerId, found);
      }
    });
  }

  changeEnd({ subscriptionId, ends, mark }: EndChange): Promise<Asked<unknown>> {
    return this.#answer(() => {
      for (const [customerId, { subscriptions }] of this.customers) {
        const found = subscriptions.find(({ id }) => id === subscriptionId);
        if (!found || found.endedAt !== null) continue;
        found.holdMark = mark;
        found.cancelAtPeriodEnd = ends ?? found.cancelAtPeriodEnd;
        if (ends === false) found.cancelAt = null;
        this.tell(customerId, 'customer.subscription.updated');
      }
    });
  }

  expireSession(sessionId: string): Promise<Asked<unknown>> {
    return this.#answer(() => this.expired.push(sessionId));
  }

  eventsSince(since: number, after: string | null) {
    return this.#answer(() => {
      const newestFirst = this.events.filter(({ createdAt }) => createdAt >= since).toReversed();
      const begin = newestFirst.findIndex(({ eventId }) => eventId === after) + 1;
      const events = newestFirst.slice(begin, begin + 7);
      const more = begin + 7 < newestFirst.length;
      return { events, next: more ? (events.at(-1)?.eventId ?? null) : null };
    });
  }
}
