import type { TenantId, UserId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Stripe } from 'stripe';
import {
  type CheckoutRefusal,
  type CheckoutWish,
  topupDrafts,
  type TopupWish,
} from '#src/core/stripe.ts';
import { unknownStatus } from '#src/core/plans.ts';
import { ensureCustomer, type PageParts } from './customers.ts';
import { isPassing, troubleOf } from './fault-of-error.ts';
import { pausedRefusal } from './find-change.ts';
import type { Offers } from './offers.ts';
import { isLive } from './rules/statuses.ts';
import type { StripeConfig } from './stripe-config.ts';
import { logFault, type SyncOutcome } from './sync-customer.ts';

/** What a checkout is made with. */
export interface CheckoutParts extends PageParts {
  readonly offers: Offers;
  readonly config: Pick<StripeConfig, 'trialDays' | 'tax'>;
  readonly sync: (customerId: string) => Promise<SyncOutcome>;
}

/** How long a page may be used. Stripe's least is 30 minutes, by its own clock, and this machine's may be slow. */
const openMs = 60 * 60_000;

/**
 * A page where a subscription is bought. Stripe is asked first, so that nobody buys a second one; pages that were opened before
 * are ended, so that only the newest can be paid; and one that was paid just now is read before anything is judged. What slips
 * through two tabs all the same, `syncCustomer` ends. Checkouts of a tenant are opened one at a time, and so are those with
 * a trial for a person, at whatever tenant.
 */
export async function openCheckout(
  parts: CheckoutParts,
  tenantId: TenantId,
  wish: CheckoutWish,
): Promise<Result<{ readonly url: string }, CheckoutRefusal>> {
  const { turns, config } = parts;
  const trial = wish.trial && config.trialDays > 0;
  const open = () => openInTurn(parts, tenantId, { ...wish, trial });
  return await turns.take(`checkout:${tenantId}`, () =>
    trial ? turns.take(`trial:${wish.userId}`, open) : open(),
  );
}

async function openInTurn(
  parts: CheckoutParts,
  tenantId: TenantId,
  wish: CheckoutWish,
): Promise<Result<{ readonly url: string }, CheckoutRefusal>> {
  const { log, config } = parts;
  const priced = await parts.offers.find(wish.priceKey);
  if (!priced.ok) return refuse(troubleOf(priced.reason));
  if (!priced.price) {
    log.error('stripe.no-such-price', { price: wish.priceKey });
    return refuse('unknown-price');
  }
  const fresh = await freshCustomer(parts, tenantId);
  if (!fresh.ok) return fresh;
  const before = await whyNot(parts, tenantId, wish);
  if (before) return refuse(before);
  const pages = await endOpenPages(parts, tenantId, wish);
  if (pages === 'unreachable') return refuse(pages);
  const after = pages === 'used' ? await whyNot(parts, tenantId, wish) : null;
  if (after) return refuse(after);
  const metadata = { tenant_id: tenantId };
  return await openPage(parts, tenantId, wish, wish.trial, {
    mode: 'subscription',
    customer: fresh.customerId,
    line_items: [{ price: priced.price.priceId, quantity: 1 }],
    allow_promotion_codes: true,
    // Session metadata is not copied to the subscription.
    subscription_data: {
      metadata,
      ...(wish.trial
        ? {
            trial_period_days: config.trialDays,
            trial_settings: { end_behavior: { missing_payment_method: 'cancel' as const } },
          }
        : {}),
    },
    ...(wish.trial ? { payment_method_collection: 'if_required' as const } : {}),
  });
}

/** A page where drafts are bought on top. */
export async function openTopup(
  parts: CheckoutParts,
  tenantId: TenantId,
  wish: TopupWish,
): Promise<Result<{ readonly url: string }, TopupRefusal>> {
  const priced = await parts.offers.find(wish.priceKey);
  if (!priced.ok) return refuse(troubleOf(priced.reason));
  if (!priced.price) return refuse('unknown-price');
  const fresh = await freshCustomer(parts, tenantId);
  if (!fresh.ok) return fresh;
  return await openPage(parts, tenantId, wish, false, {
    mode: 'payment',
    customer: fresh.customerId,
    line_items: [{ price: priced.price.priceId, quantity: 1 }],
    allow_promotion_codes: true,
    // A payment that is no subscription's has none by itself, and would be missing among the portal's invoices.
    invoice_creation: { enabled: true },
  });
}

type TopupRefusal = Exclude<
  CheckoutRefusal,
  | 'live-subscription'
  | 'paused-subscription'
  | 'paused-by-operator'
  | 'unclear-subscription'
  | 'trial-used'
>;

/** The tenant's customer, whose state was read just now; a new one where Stripe's was deleted. */
async function freshCustomer(parts: CheckoutParts, tenantId: TenantId) {
  const there = await parts.book.customerOf(tenantId);
  if (there !== null) {
    const synced = await parts.sync(there);
    if (!synced.ok && synced.reason !== 'unknown-customer') return refuse(troubleOf(synced.reason));
  }
  return await ensureCustomer(parts, tenantId);
}

/** Why there is to be none, by what is known; null: nothing stands in the way. */
async function whyNot(
  { book, plans }: CheckoutParts,
  tenantId: TenantId,
  { trial, userId }: { readonly trial: boolean; readonly userId: UserId },
): Promise<
  | 'live-subscription'
  | 'paused-subscription'
  | 'paused-by-operator'
  | 'unclear-subscription'
  | 'trial-used'
  | null
> {
  const row = plans.of(tenantId);
  const subscription = row?.subscription;
  if (subscription && subscription.endedAt === null && isLive(subscription.status)) {
    return subscription.status === 'paused' ? pausedRefusal(subscription) : 'live-subscription';
  }
  // The former one is over, and another may well be paid.
  if (row?.oddity?.startsWith(`${unknownStatus}:`)) return 'unclear-subscription';
  return trial && (await book.trialUsed(tenantId, userId)) ? 'trial-used' : null;
}

/**
 * Ends pages of the tenant that are still open, and those with a trial of the same person elsewhere. `used`: one cannot be ended,
 * since it was paid or is over; its customer was read.
 */
async function endOpenPages(
  { book, client, log, sync }: CheckoutParts,
  tenantId: TenantId,
  { nonce, trial, userId }: CheckoutWish,
): Promise<'ended' | 'used' | 'unreachable'> {
  let outcome: 'ended' | 'used' = 'ended';
  for (const open of await book.openCheckouts(tenantId, trial ? userId : null)) {
    if (open.nonce === nonce || open.priceKey in topupDrafts) continue;
    const ended = await client.ask((stripe) => stripe.checkout.sessions.expire(open.sessionId));
    if (!ended.ok) {
      if (isPassing(ended.reason)) {
        logFault(log, ended, { tenantId, what: 'expire' });
        return 'unreachable';
      }
      const customerId = await book.customerOf(open.tenantId);
      const synced = customerId === null ? null : await sync(customerId);
      if (synced?.ok === false && synced.reason !== 'unknown-customer') return 'unreachable';
      outcome = 'used';
    }
    await book.closeCheckout(open.nonce);
  }
  return outcome;
}

async function openPage(
  { book, client, clock, log, config, crashPoints }: CheckoutParts,
  tenantId: TenantId,
  wish: CheckoutWish | TopupWish,
  trial: boolean,
  params: Stripe.Checkout.SessionCreateParams,
): Promise<Result<{ readonly url: string }, 'unreachable' | 'misconfigured'>> {
  const { nonce, userId, priceKey } = wish;
  const expiresAt = clock.now() + openMs;
  const begun = await book.beginCheckout({ nonce, tenantId, userId, priceKey, trial, expiresAt });
  if (begun.tenantId !== tenantId) {
    log.error('stripe.nonce-of-another', { tenantId });
    return refuse('misconfigured');
  }
  crashPoints?.reach('stripe-checkout-begun');
  const asked = await client.ask((stripe) =>
    stripe.checkout.sessions.create(
      {
        ...params,
        client_reference_id: tenantId,
        metadata: { tenant_id: tenantId },
        success_url: wish.successUrl,
        cancel_url: wish.cancelUrl,
        expires_at: Math.floor(begun.expiresAt / 1000),
        ...(config.tax
          ? {
              automatic_tax: { enabled: true },
              customer_update: { address: 'auto' as const, name: 'auto' as const },
              tax_id_collection: { enabled: true },
            }
          : {}),
      },
      { idempotencyKey: `co:${tenantId}:${priceKey}:${nonce}` },
    ),
  );
  if (!asked.ok) {
    logFault(log, asked, { tenantId, what: 'checkout' });
    return refuse(troubleOf(asked.reason));
  }
  // A page that nobody here knows the name of is no danger: its address was told to nobody.
  crashPoints?.reach('stripe-page-made');
  await book.nameSession(nonce, asked.value.id);
  if (!asked.value.url) return refuse('misconfigured');
  return { ok: true, url: asked.value.url };
}
