import { preferencesOf } from '#src/features/preferences/index.ts';
import type { PriceOffer } from '#src/core/stripe.ts';
import { planView } from '#src/features/usage/index.ts';
import type { PlanWording } from '#src/features/billing/index.ts';
import type { AccountParts } from '../account-parts.ts';
import type { AccountView } from '../rules/account-view.ts';
import { formTokenOf } from '../rules/secrets.ts';
import type { Visit } from './visit.ts';

/** A page is not kept waiting longer than this for prices. */
const mostPriceMs = 4_000;

/** In which words a visitor's pages are. */
export async function wordingOf(
  { store, services }: Pick<AccountParts, 'store' | 'services'>,
  { holder }: Visit,
): Promise<PlanWording> {
  const { language, timeZone } = await store.read(holder.tenantId, preferencesOf);
  return { t: services.texts.for(language), language, timeZone };
}

/** What the account page shows a visitor now. */
export async function accountView(parts: AccountParts, visit: Visit): Promise<AccountView> {
  const { store, services } = parts;
  const { tenant, secret } = visit;
  const { tenantId, userId } = visit.holder;
  const { stripe, plans } = services;
  const [wording, offers, trialUsed] = await Promise.all([
    wordingOf(parts, visit),
    offersInTime(parts),
    stripe.trialDays > 0 ? stripe.trialUsed(tenantId, userId) : true,
  ]);
  return {
    name: tenant.name,
    botUsername: tenant.botUsername,
    plan: await store.read(tenantId, (reader) => planView(reader, services, wording.t)),
    subscription: plans?.of(tenantId)?.subscription ?? null,
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
  const waited = Promise.withResolvers<null>();
  const cancel = clock.after(mostPriceMs, () => waited.resolve(null));
  const asked = stripe.prices().then((found) => (found.ok ? found.offers : null));
  try {
    return await Promise.race([asked, waited.promise]);
  } finally {
    cancel();
  }
}
