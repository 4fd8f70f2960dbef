import { preferencesOf } from '#src/features/preferences/index.ts';
import type { TenantId } from '#src/core/ids.ts';
import { inTime } from '#src/core/in-time.ts';
import { unreachable } from '#src/core/result.ts';
import type { PriceOffer } from '#src/core/stripe.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { planView } from '#src/features/usage/index.ts';
import type { PlanWording } from '#src/features/billing/index.ts';
import type { AccountParts } from '../account-parts.ts';
import type { AccountView, OffState } from '../rules/account-view.ts';
import { formTokenOf } from '../rules/secrets.ts';
import type { Visit } from './visit.ts';

/** A page is not kept waiting longer than this for prices. */
const mostPriceMs = 4_000;

/** In which words a tenant's pages are. */
export async function wordingOf(
  { store, services }: Pick<AccountParts, 'store' | 'services'>,
  tenantId: TenantId,
): Promise<PlanWording> {
  const { language, timeZone } = await store.read(tenantId, preferencesOf);
  return { t: services.texts.for(language), language, timeZone };
}

/** What the account page shows a visitor now. `askPrices: false`: Stripe did not answer a moment ago, so it is not asked again. */
export async function accountView(
  parts: AccountParts,
  visit: Visit,
  { askPrices = true }: { readonly askPrices?: boolean } = {},
): Promise<AccountView> {
  const { store, services } = parts;
  const { tenant, secret } = visit;
  const { tenantId, userId } = visit.holder;
  const { stripe, plans } = services;
  const off = offOf(tenant);
  const row = plans?.of(tenantId) ?? null;
  const [wording, offers, trialUsed] = await Promise.all([
    wordingOf(parts, tenantId),
    askPrices && off === null ? offersInTime(parts) : null,
    stripe.trialDays > 0 ? stripe.trialUsed(tenantId, userId) : true,
  ]);
  return {
    name: tenant.name,
    botUsername: tenant.botUsername,
    plan: await store.read(tenantId, (reader) => planView(reader, services, wording.t)),
    subscription: row?.subscription ?? null,
    hasPaid: row !== null && (row.subscription !== null || row.topupDrafts > 0),
    off,
    offers,
    trialDays: trialUsed ? 0 : stripe.trialDays,
    wording,
    formToken: formTokenOf(secret),
  };
}

/** Null: Stripe does not answer, or not in time. */
async function offersInTime({
  services: { stripe, clock },
}: AccountParts): Promise<readonly PriceOffer[] | null> {
  const asked = stripe.prices().then((found) => (found.ok ? found.offers : null));
  return await inTime(clock, mostPriceMs, asked);
}

function offOf({ state, purgeAt }: TenantRecord): OffState | null {
  switch (state) {
    case 'active':
      return null;
    case 'suspended':
      return { why: 'suspended' };
    case 'deleted':
      return { why: 'deleted', purgeAt };
    default:
      return unreachable(state);
  }
}
