import type { SubscriptionState } from '#src/core/plans.ts';
import type { PriceOffer } from '#src/core/stripe.ts';
import type { PlanWording } from '#src/features/billing/index.ts';
import type { PlanView } from '#src/features/usage/index.ts';

/** Why a bot is switched off; `purgeAt`: when its data is destroyed (epoch ms), null while that is not known. */
export type OffState =
  | { readonly why: 'suspended' }
  | { readonly why: 'deleted'; readonly purgeAt: number | null };

/** What the account page shows. */
export interface AccountView {
  readonly name: string;
  /** Without @. */
  readonly botUsername: string;
  readonly plan: PlanView;
  readonly subscription: SubscriptionState | null;
  /** Whether anything was ever paid, so that there may be invoices. */
  readonly hasPaid: boolean;
  /** What happened to a bot that is switched off; nothing can be bought for it. */
  readonly off: OffState | null;
  /** Null: Stripe cannot be asked now, or nothing can be bought. */
  readonly offers: readonly PriceOffer[] | null;
  /** Days of the trial that may still be had; 0: none. */
  readonly trialDays: number;
  readonly wording: PlanWording;
  /** What every form carries. */
  readonly formToken: string;
}
