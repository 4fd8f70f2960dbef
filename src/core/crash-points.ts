/**
 * Steps between which the process may die. A test's own entry program ends the process at one of them; the real program
 * passes over all of them.
 *
 * - `update-inserted`: an update is committed, its sender has not been told.
 * - `update-acknowledged`: its sender has been told (webhook: 200 was sent; polling: the next offset was asked for).
 * - `inside-transaction`: a handler has run, its transaction is not committed.
 * - `update-handled`: that transaction is committed, the sender of the outbox does not know yet.
 * - `before-call`: a row is committed as `sending`, its call has not been made.
 * - `after-call`: the call was answered, the answer has not been taken up.
 * - `before-mark`: the answer is written down, not committed.
 * - `stripe-event-stored`: an event of Stripe's is committed, 200 has not been sent.
 * - `stripe-read`: what Stripe says of a customer was read, nothing of it is stored.
 * - `stripe-row-stored`: it is stored, its events are not marked as done.
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
  | 'stripe-row-stored';

/** A port that only tests fill. */
export interface CrashPoints {
  /** The program passes this step. */
  reach(point: CrashPoint): void;
}
