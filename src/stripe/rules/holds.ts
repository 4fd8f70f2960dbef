import type { CustomerFacts } from '../facts.ts';
import { isOpenDispute, isRunning } from './statuses.ts';

/** Field of a subscription's metadata by which we know an end that we planned ourselves. Stripe's people see it, too. */
export const holdField = 'fanline_hold';

/**
 * How long an early fraud warning holds, from its event on, in ms: 14 days. Stripe calls it actionable until the payment is
 * refunded in full or disputed, so one that nothing follows would hold for ever. (API reference, "Early fraud warning".)
 */
export const warningHoldMs = 14 * 86_400_000;

/** Why a subscription is held: a payment for it is disputed, or its card's issuer warns of fraud. */
export type HoldReason = 'dispute' | 'fraud-warning';

/**
 * What stands in `holdField` from before a planned change of price falls away until the end is planned, which comes with the mark
 * `plan-change`. Where it still stands in a look, we were cut off in between.
 */
export const changeBegunMark = 'plan-change-begun';

/**
 * What stands in `holdField`: why its end was planned. `plan-change`: a change of price that was planned before fell away with
 * it, so that it must not go on by itself at a price that the creator had left.
 */
export type HoldMark = HoldReason | 'plan-change';

/**
 * Why a subscription is held while nobody has decided yet; null: it is not. A dispute about something else holds nothing: a top-up
 * was paid by itself, and whoever subscribed anew after a disputed subscription ended has paid anew.
 */
export function holdOf(
  subscriptionId: string,
  { disputes, openWarnings }: Pick<CustomerFacts, 'disputes' | 'openWarnings'>,
): HoldReason | null {
  const isAbout = (each: { readonly subscriptionId: string | null }) =>
    each.subscriptionId === subscriptionId;
  if (disputes.some((each) => isAbout(each) && isOpenDispute(each.status))) return 'dispute';
  return openWarnings.some(isAbout) ? 'fraud-warning' : null;
}

/** What is to become of a subscription when its period ends. */
export interface EndChange {
  readonly subscriptionId: string;
  /** What has the subscription in its hand, which Stripe wants away before the end can be planned. */
  readonly scheduleId: string | null;
  /** True: its end is planned. False: that is taken back. Null: it stays as it is. */
  readonly ends: boolean | null;
  /** What is to stand in `holdField`; null: nothing. */
  readonly mark: HoldMark | null;
}

/**
 * Changes that holds call for: what is held is not charged again, and goes on by itself only after a dispute that is won. After a
 * warning that nothing followed it ends with its period, unless the creator wants it to go on. An end that was planned
 * by somebody else before stays theirs. Once a planned change of price fell away the end is planned in any case, also where the hold
 * was over before we came to it.
 */
export function holdChangesOf(facts: CustomerFacts): EndChange[] {
  return facts.subscriptions
    .filter(({ status }) => isRunning(status))
    .flatMap((subscription): EndChange[] => {
      const { id, scheduleId, isChangePlanned, cancelAt, cancelAtPeriodEnd, holdMark } =
        subscription;
      const change = { subscriptionId: id, scheduleId };
      const isEnding = cancelAt !== null || cancelAtPeriodEnd;
      const hold = holdOf(id, facts);
      const isCutOff = holdMark === changeBegunMark;
      // Somebody else planned the end since; our own comes with its mark.
      if (isCutOff && isEnding) return [{ ...change, ends: null, mark: null }];
      const hasFallenAway = isCutOff && scheduleId === null;
      if (hold !== null && !isEnding) {
        const isLeft = isChangePlanned || hasFallenAway || holdMark === 'plan-change';
        return [{ ...change, ends: true, mark: isLeft ? 'plan-change' : hold }];
      }
      if (hasFallenAway) return [{ ...change, ends: true, mark: 'plan-change' }];
      if (hold !== null) {
        // The warning became a dispute, which may be won.
        const isFollowed = hold === 'dispute' && holdMark === 'fraud-warning';
        return isFollowed ? [{ ...change, ends: null, mark: hold }] : [];
      }
      if (holdMark === null) return [];
      // Somebody took the end back; the next one is theirs.
      if (!isEnding) return [{ ...change, ends: null, mark: null }];
      const goesOn = holdMark === 'dispute' && isLastDisputeWon(id, facts);
      return goesOn ? [{ ...change, ends: false, mark: null }] : [];
    });
}

/** Whether the newest dispute about a subscription was decided for us, and its payment is still there. */
function isLastDisputeWon(subscriptionId: string, { disputes }: CustomerFacts): boolean {
  const last = disputes
    .filter((dispute) => dispute.subscriptionId === subscriptionId)
    .toSorted((a, b) => b.at - a.at)[0];
  if (!last || last.refunded) return false;
  return last.status === 'won' || last.status === 'warning_closed';
}
