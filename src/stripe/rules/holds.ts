import type { CustomerFacts } from '../facts.ts';
import { isOpenDispute, isRunning } from './statuses.ts';

/** Field of a subscription's metadata by which we know an end that we planned ourselves. Stripe's people see it, too. */
export const holdField = 'fanline_hold';

/**
 * Whether a subscription is held: a payment for it is disputed, or its card's issuer warned of fraud, and nobody has decided yet.
 * A dispute about something else holds nothing: a top-up was paid by itself, and whoever subscribed anew after a disputed
 * subscription ended has paid anew.
 */
export function isHeld(
  subscriptionId: string,
  { disputes, openWarnings }: Pick<CustomerFacts, 'disputes' | 'openWarnings'>,
): boolean {
  return (
    openWarnings.some((warning) => warning.subscriptionId === subscriptionId) ||
    disputes.some(
      (dispute) => dispute.subscriptionId === subscriptionId && isOpenDispute(dispute.status),
    )
  );
}

/** What is to become of a subscription when its period ends. */
export interface HoldChange {
  readonly subscriptionId: string;
  /** True: its end is planned. False: the end that we planned is taken back. */
  readonly ends: boolean;
}

/**
 * Changes that holds call for: what is disputed is not charged again, and goes on once that is settled. An end that was planned
 * by somebody else before stays theirs.
 */
export function holdChangesOf(facts: CustomerFacts): HoldChange[] {
  return facts.subscriptions
    .filter(({ status }) => isRunning(status))
    .flatMap(({ id, cancelAt, cancelAtPeriodEnd, endsForHold }): HoldChange[] => {
      const isEnding = cancelAt !== null || cancelAtPeriodEnd;
      if (isHeld(id, facts)) return isEnding ? [] : [{ subscriptionId: id, ends: true }];
      return endsForHold ? [{ subscriptionId: id, ends: false }] : [];
    });
}
