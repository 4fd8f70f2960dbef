import type { Stripe } from 'stripe';
import type { ChangePreview } from '#src/core/stripe.ts';

/** A price as far as it matters here; `amount` is of the whole item, null where it has none that is fixed. */
export interface ItemPrice {
  readonly amount: number | null;
  /** Stripe's word. */
  readonly interval: string | undefined;
  readonly count: number;
}

const monthsOf: Readonly<Record<string, number>> = { month: 1, year: 12 };

/**
 * What the portal does with a change of price, by its settings (API reference, "Customer portal configuration",
 * `features.subscription_update`). Null: that is not certain, since they are not as set-up makes them, a price is of a kind that we do
 * not sell, or what would wait for the period's end is on trial.
 */
export function changeBegins(
  changes: Stripe.BillingPortal.Configuration.Features.SubscriptionUpdate,
  status: string,
  from: ItemPrice,
  to: ItemPrice,
): ChangePreview['begins'] | null {
  const [fromMonths, toMonths] = [lengthOf(from), lengthOf(to)];
  if (
    !changes.enabled ||
    changes.proration_behavior !== 'always_invoice' ||
    changes.billing_cycle_anchor === 'now' ||
    from.amount === null ||
    to.amount === null ||
    fromMonths === null ||
    toMonths === null
  ) {
    return null;
  }
  const isMet: Readonly<Record<string, boolean>> = {
    decreasing_item_amount: to.amount < from.amount,
    shortening_interval: toMonths < fromMonths,
  };
  const { conditions } = changes.schedule_at_period_end;
  if (conditions.some(({ type }) => isMet[type] === undefined)) return null;
  const waits = conditions.some(({ type }) => isMet[type]);
  if (status !== 'trialing') return waits ? 'period-end' : 'now';
  if (waits) return null;
  switch (changes.trial_update_behavior) {
    case 'end_trial':
      return 'trial-ends';
    case 'continue_trial':
      return 'trial-goes-on';
    default:
      return null;
  }
}

function lengthOf({ interval, count }: ItemPrice): number | null {
  const months = monthsOf[interval ?? ''];
  return months === undefined ? null : months * count;
}
