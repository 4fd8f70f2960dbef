import type { SubscriptionState } from '#src/core/plans.ts';
import { planOf, type PlanStanding, type PlanWording } from '#src/features/billing/index.ts';
import { planView } from '#src/features/usage/index.ts';
import type { AccountParts } from '../account-parts.ts';
import { wordingOf } from './account-view.ts';
import type { Visit } from './visit.ts';

/** How it stands after somebody came back from Stripe. */
export interface ComingBack {
  readonly name: string;
  readonly botUsername: string;
  readonly standing: PlanStanding;
  readonly subscription: SubscriptionState | null;
  /** Drafts bought on top that are left. */
  readonly topupDrafts: number;
  readonly wording: PlanWording;
}

/** Asks Stripe at once how this tenant stands: what tells us of a payment may come later than the person who paid. */
export async function comeBack(parts: AccountParts, visit: Visit): Promise<ComingBack> {
  const { store, services } = parts;
  const { tenant, holder } = visit;
  // Without an answer it stays as it was last known, and the webhook brings the rest.
  await services.stripe.sync(holder.tenantId);
  const wording = await wordingOf(parts, visit);
  const { usage } = await store.read(holder.tenantId, (reader) =>
    planView(reader, services, wording.t),
  );
  return {
    name: tenant.name,
    botUsername: tenant.botUsername,
    standing: planOf(services, holder.tenantId),
    subscription: services.plans?.of(holder.tenantId)?.subscription ?? null,
    topupDrafts: usage.topupDrafts,
    wording,
  };
}
