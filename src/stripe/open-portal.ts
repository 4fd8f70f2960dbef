import type { Stripe } from 'stripe';
import type { Clock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import { refuse, type Result, unreachable } from '#src/core/result.ts';
import type { PortalRefusal, PortalWish } from '#src/core/stripe.ts';
import type { PageParts } from './customers.ts';
import { troubleOf } from './fault-of-error.ts';
import type { Offers } from './offers.ts';
import { ownConfiguration } from './setup/portal-settings.ts';
import type { StripeClient } from './stripe-client.ts';
import { logFault } from './sync-customer.ts';

type FlowData = Stripe.BillingPortal.SessionCreateParams.FlowData;

/** What a page of the portal is made with. */
export interface PortalParts extends PageParts {
  readonly offers: Offers;
  readonly configuration: () => Promise<string | null>;
}

/** A page of the customer portal. It lives some minutes and is never kept. */
export async function openPortal(
  parts: PortalParts,
  tenantId: TenantId,
  { returnUrl, flow }: PortalWish,
): Promise<Result<{ readonly url: string }, PortalRefusal>> {
  const { book, client, log } = parts;
  const customer = await book.customerOf(tenantId);
  if (customer === null) return refuse('no-customer');
  const data = flow ? await flowData(parts, tenantId, { returnUrl, flow }) : undefined;
  if (data && !data.ok) return data;
  const configuration = await parts.configuration();
  const asked = await client.ask((stripe) =>
    stripe.billingPortal.sessions.create({
      customer,
      return_url: returnUrl,
      ...(configuration === null ? {} : { configuration }),
      ...(data ? { flow_data: data.flow } : {}),
    }),
  );
  if (asked.ok) return { ok: true, url: asked.value.url };
  logFault(log, asked, { tenantId, what: 'portal' });
  return refuse(troubleOf(asked.reason));
}

/** The portal's settings that set-up made, looked for every ten minutes; null: the account's own are used. */
export function createConfigurationFinder(
  client: StripeClient,
  clock: Clock,
): () => Promise<string | null> {
  let known: { readonly until: number; readonly id: string | null } | undefined;
  return async () => {
    if (known && known.until > clock.steady()) return known.id;
    const asked = await client.ask(async (stripe) => (await ownConfiguration(stripe))?.id ?? null);
    if (!asked.ok) return null;
    known = { until: clock.steady() + 10 * 60_000, id: asked.value };
    return asked.value;
  };
}

async function flowData(
  { plans, client, offers, log }: PortalParts,
  tenantId: TenantId,
  { returnUrl, flow }: Required<PortalWish> & { flow: NonNullable<PortalWish['flow']> },
): Promise<Result<{ readonly flow: FlowData }, PortalRefusal>> {
  const after: FlowData['after_completion'] = {
    type: 'redirect',
    redirect: { return_url: returnUrl },
  };
  const done = (data: Omit<FlowData, 'after_completion'>) => ({
    ok: true as const,
    flow: { ...data, after_completion: after },
  });
  if (flow.kind === 'payment-method') return done({ type: 'payment_method_update' });
  const state = plans.of(tenantId)?.subscription;
  if (!state || state.endedAt !== null) return refuse('no-subscription');
  const { subscriptionId: subscription } = state;
  switch (flow.kind) {
    case 'cancel':
      return done({ type: 'subscription_cancel', subscription_cancel: { subscription } });
    case 'change-plan':
      return done({ type: 'subscription_update', subscription_update: { subscription } });
    case 'confirm-plan': {
      const priced = await offers.find(flow.priceKey);
      if (!priced.ok) return refuse(troubleOf(priced.reason));
      if (!priced.price) return refuse('unknown-price');
      const { priceId } = priced.price;
      const asked = await client.ask((stripe) => stripe.subscriptions.retrieve(subscription));
      if (!asked.ok) {
        logFault(log, asked, { tenantId, what: 'subscription' });
        return refuse(troubleOf(asked.reason));
      }
      const item = asked.value.items.data[0];
      if (!item) return refuse('no-subscription');
      return done({
        type: 'subscription_update_confirm',
        subscription_update_confirm: {
          subscription,
          items: [{ id: item.id, price: priceId, quantity: 1 }],
        },
      });
    }
    default:
      return unreachable(flow);
  }
}
