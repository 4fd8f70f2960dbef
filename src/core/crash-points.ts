/**
 * Steps between which the process may die. A test's own entry program ends the process at one of them; the real program
 * passes over all of them.
 *
 * - `update-inserted`: an update is committed (webhook: in the journal of arrivals; polling: in its tenant's file), its sender has not been
 *   told.
 * - `update-acknowledged`: its sender has been told (webhook: 200 was sent; polling: the next offset was asked for).
 * - `inside-transaction`: a handler has run, its transaction is not committed; nor is what it stored of what came by webhook.
 * - `update-handled`: that transaction is committed, with what the sender of the outbox claimed in it; the journal of arrivals has not
 *   forgotten the update.
 * - `before-call`: a row is committed as `sending`, its call has not been made.
 * - `after-call`: the call was answered, the answer has not been taken up.
 * - `before-mark`: the answer is written down, not committed.
 * - `stripe-event-stored`: an event of Stripe's is committed, 200 has not been sent.
 * - `stripe-read`: what Stripe says of a customer was read, nothing of it is stored.
 * - `stripe-row-stored`: it is stored, its events are not marked as done.
 * - `stripe-subscription-cancelled`: one that must not go on was ended at Stripe, nothing of it is stored.
 * - `stripe-hold-marked`, `stripe-schedule-released`: of what a hold changes at Stripe where a change of price is planned, it is marked
 *   as begun; the planned change fell away, the subscription's end is not planned.
 * - `stripe-end-changed`: the end of what is held was planned or taken back at Stripe, nothing of it is stored.
 * - `stripe-duplicate-added`: that one too many was ended and credited is stored, and so is the state; its events are not marked.
 * - `stripe-trial-used`, `stripe-topup-added`: that is stored, the state of the subscription is not.
 * - `stripe-end-stored`: the end of a deleted customer's subscription is stored, the customer is still mapped.
 * - `stripe-customer-made`: Stripe has made a customer, whose it is does not stand anywhere here.
 * - `stripe-checkout-begun`: a checkout is written down, Stripe was not asked for its page.
 * - `stripe-page-made`: Stripe has made its page, the page's id is not written down.
 */
export type CrashPoint =
  | 'update-inserted'
  | 'update-acknowledged'
  | 'inside-transaction'
  | 'update-handled'
  | 'before-call'
  | 'after-call'
  | 'before-mark'
  | 'stripe-event-stored'
  | 'stripe-read'
  | 'stripe-row-stored'
  | 'stripe-customer-made'
  | 'stripe-checkout-begun'
  | 'stripe-page-made'
  | 'stripe-subscription-cancelled'
  | 'stripe-hold-marked'
  | 'stripe-schedule-released'
  | 'stripe-end-changed'
  | 'stripe-trial-used'
  | 'stripe-topup-added'
  | 'stripe-duplicate-added'
  | 'stripe-end-stored';

/** A port that only tests fill. */
export interface CrashPoints {
  /** The program passes this step. */
  reach(point: CrashPoint): void;
}
