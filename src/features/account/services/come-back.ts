import { inTime } from '#src/core/in-time.ts';
import type { SubscriptionState } from '#src/core/plans.ts';
import { planOf, type PlanStanding, type PlanWording } from '#src/features/billing/index.ts';
import type { AccountParts } from '../account-parts.ts';
import { wordingOf } from './account-view.ts';
import type { Visit } from './visit.ts';

/** So long, in ms, somebody's page waits for what was asked of Stripe. */
export const mostStripeMs = 5_000;

/** How it stands after somebody came back from Stripe. */
export interface ComingBack {
  /** Whether Stripe has answered; otherwise this is what was known before. */
  readonly asked: boolean;
  readonly name: string;
  readonly botUsername: string;
  /** The bot is switched off, so it tells nothing. */
  readonly off: boolean;
  readonly standing: PlanStanding;
  readonly subscription: SubscriptionState | null;
  /** Drafts ever bought on top. */
  readonly topupDrafts: number;
  readonly wording: PlanWording;
}

/**
 * Asks Stripe at once how this tenant stands: what tells us of a payment may come later than the person who paid. Waits five
 * seconds for it at most; whatever comes later is stored all the same, and the bot tells it.
 */
export async function comeBack(parts: AccountParts, visit: Visit): Promise<ComingBack> {
  const { services } = parts;
  const { tenant, holder } = visit;
  const synced = await inTime(services.clock, mostStripeMs, services.stripe.sync(holder.tenantId));
  const wording = await wordingOf(parts, holder.tenantId);
  const row = services.plans?.of(holder.tenantId) ?? null;
  return {
    asked: synced?.ok ?? false,
    name: tenant.name,
    botUsername: tenant.botUsername,
    off: tenant.state !== 'active',
    standing: planOf(services, holder.tenantId),
    subscription: row?.subscription ?? null,
    topupDrafts: row?.topupDrafts ?? 0,
    wording,
  };
}
