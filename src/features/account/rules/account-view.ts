import type { SubscriptionState } from '#src/core/plans.ts';
import type { PriceOffer } from '#src/core/stripe.ts';
import type { PlanWording } from '#src/features/billing/index.ts';
import type { PlanView } from '#src/features/usage/index.ts';

/** What the account page shows. */
export interface AccountView {
  readonly name: string;
  /** Without @. */
  readonly botUsername: string;
  readonly plan: PlanView;
  readonly subscription: SubscriptionState | null;
  /** Null: Stripe cannot be asked now. */
  readonly offers: readonly PriceOffer[] | null;
  /** Days of the trial that may still be had; 0: none. */
  readonly trialDays: number;
  readonly wording: PlanWording;
  /** What every form carries. */
  readonly formToken: string;
}
