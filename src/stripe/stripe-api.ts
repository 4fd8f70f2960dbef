import type { CrashPoints } from '#src/core/crash-points.ts';
import type { StripeEvent } from '#src/core/stripe-book.ts';
import type { CustomerFacts } from './facts.ts';
import { readCustomer } from './read-customer.ts';
import { idOf } from './read-facts.ts';
import { isWanted, readEvent } from './rules/read-event.ts';
import { type Cancellation, creditedMark } from './rules/cancellations.ts';
import { changeBegunMark, type EndChange, holdField } from './rules/holds.ts';
import type { Asked, StripeClient } from './stripe-client.ts';

/** What keeping the mirror asks of Stripe. Every outcome is a value. */
export interface StripeApi {
  readCustomer(customerId: string, warnings: readonly string[]): Promise<Asked<CustomerFacts>>;
  /** Null: the payment has no customer. */
  customerOfCharge(chargeId: string): Promise<Asked<string | null>>;
  /** Ends a subscription now; one that is over stays so. */
  cancel(cancellation: Ending): Promise<Asked<unknown>>;
  /**
   * Plans a subscription's end, or takes that back. Stripe refuses it while a schedule has the subscription in its hand, as after a
   * change of price was planned for the period's end, so that one is released first and what it has still planned falls away.
   */
  changeEnd(change: EndChange): Promise<Asked<unknown>>;
  /** Ends a checkout's page; one that is used or over already stays so. */
  expireSession(sessionId: string): Promise<Asked<unknown>>;
  /** Events of the kinds that we ask for, since this time (epoch ms), one page at a time, newest first. */
  eventsSince(since: number, after: string | null): Promise<Asked<EventPage>>;
}

/** An end; without `why` the operator wants it. */
export type Ending = Omit<Cancellation, 'why'> & Partial<Pick<Cancellation, 'why'>>;

/** A page of Stripe's list of events. */
export interface EventPage {
  readonly events: readonly StripeEvent[];
  /** Where the next page begins; null: there is none. */
  readonly next: string | null;
}

/** The calls behind it, by Stripe's client. */
export function createStripeApi(client: StripeClient, crashPoints?: CrashPoints): StripeApi {
  return {
    readCustomer: (customerId, warnings) =>
      client.ask((stripe) => readCustomer(stripe, customerId, warnings)),

    customerOfCharge: (chargeId) =>
      client.ask(async (stripe) => idOf((await stripe.charges.retrieve(chargeId)).customer)),

    async cancel({ subscriptionId, credit, why }) {
      const asked = await client.ask((stripe) =>
        // A second call finds it over: a DELETE needs no idempotency key, and Stripe minds none.
        stripe.subscriptions.cancel(subscriptionId, {
          invoice_now: credit,
          prorate: credit,
          ...(credit && why === 'duplicate'
            ? { cancellation_details: { comment: creditedMark } }
            : {}),
        }),
      );
      // It is over already.
      return !asked.ok && asked.reason === 'no-such-object' ? { ok: true, value: null } : asked;
    },

    changeEnd: ({ subscriptionId, scheduleId, ends, mark }) =>
      client.ask(async (stripe) => {
        // An empty value takes the field away.
        const metadata = { [holdField]: mark ?? '' };
        if (ends !== null && scheduleId !== null) {
          if (mark === 'plan-change') {
            // First: after a crash in between it alone says that there was a change.
            await stripe.subscriptions.update(subscriptionId, {
              metadata: { [holdField]: changeBegunMark },
            });
            crashPoints?.reach('stripe-hold-marked');
          }
          // The mark of an end that is taken back goes with the end: without it nobody would know whose that was.
          await stripe.subscriptionSchedules.release(scheduleId);
          crashPoints?.reach('stripe-schedule-released');
        }
        await stripe.subscriptions.update(subscriptionId, {
          ...(ends === null ? {} : { cancel_at_period_end: ends }),
          metadata,
        });
      }),

    async expireSession(sessionId) {
      const asked = await client.ask((stripe) => stripe.checkout.sessions.expire(sessionId));
      return !asked.ok && asked.reason === 'refused' ? { ok: true, value: null } : asked;
    },

    eventsSince: (since, after) =>
      client.ask(async (stripe) => {
        const listed = await stripe.events.list({
          created: { gte: Math.floor(since / 1000) },
          limit: 100,
          ...(after === null ? {} : { starting_after: after }),
        });
        // The list's own filter takes 20 types at most.
        const events = listed.data
          .flatMap((event) => readEvent(event) ?? [])
          .filter(({ type }) => isWanted(type));
        return { events, next: listed.has_more ? (listed.data.at(-1)?.id ?? null) : null };
      }),
  };
}
