import type { Stripe } from 'stripe';
import type { Clock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import { refuse, type Result, unreachable } from '#src/core/result.ts';
import type { PortalRefusal, PortalWish } from '#src/core/stripe.ts';
import type { PageParts } from './customers.ts';
import { isPassing, troubleOf } from './fault-of-error.ts';
import { findChange } from './find-change.ts';
import type { Offers } from './offers.ts';
import { readAnew } from './read-anew.ts';
import { type OwnConfiguration, ownConfiguration } from './setup/portal-settings.ts';
import type { Asked, StripeClient } from './stripe-client.ts';
import { logFault, type SyncOutcome } from './sync-customer.ts';

type FlowData = Stripe.BillingPortal.SessionCreateParams.FlowData;

/** What a page of the portal is made with. */
export interface PortalParts extends PageParts {
  readonly offers: Offers;
  readonly configurations: ConfigurationFinder;
  readonly sync: (customerId: string) => Promise<SyncOutcome>;
}

/** Finds the portal's settings that set-up made. */
export interface ConfigurationFinder {
  /** Looked for every ten minutes. Null: there are none; then the account's own are used. */
  find(): Promise<OwnConfiguration | null>;
  /** Stripe did not take what was found. */
  forget(): void;
}

/**
 * A page of the customer portal. It lives some minutes and is never kept. What is about the subscription is judged by what Stripe
 * says now, since the page that was tapped on may be old. Where Stripe refuses the very thing that was wanted (it is to
 * be cancelled already, say, or the settings do not allow it), its first page opens, which shows what can be done.
 */
export async function openPortal(
  parts: PortalParts,
  tenantId: TenantId,
  { returnUrl, flow }: PortalWish,
): Promise<Result<{ readonly url: string }, PortalRefusal>> {
  const { book, log } = parts;
  const customer = await book.customerOf(tenantId);
  if (customer === null) return refuse('no-customer');
  if (flow && flow.kind !== 'payment-method') {
    const trouble = await readAnew(parts, tenantId, customer);
    if (trouble) return refuse(trouble);
  }
  const data = flow ? await flowData(parts, tenantId, { returnUrl, flow }) : undefined;
  if (data && !data.ok) return data;
  const asked = await askPage(parts, { customer, returnUrl, flow: data?.flow });
  if (asked.ok) return { ok: true, url: asked.value };
  logFault(log, asked, { tenantId, what: 'portal' });
  if (asked.reason !== 'refused' && asked.reason !== 'no-such-object') {
    return refuse(troubleOf(asked.reason));
  }
  const trouble = await readAnew(parts, tenantId, customer);
  if (trouble) return refuse(trouble);
  parts.configurations.forget();
  const again = await askPage(parts, { customer, returnUrl, flow: undefined });
  if (again.ok) return { ok: true, url: again.value };
  logFault(log, again, { tenantId, what: 'portal' });
  if (!isPassing(again.reason) && (await parts.configurations.find()) === null) {
    log.error('stripe.no-portal', { hint: 'npm run stripe -- setup' });
  }
  return refuse(troubleOf(again.reason));
}

/** Makes the finder. Where Stripe cannot be asked, what was found before holds on. */
export function createConfigurationFinder(client: StripeClient, clock: Clock): ConfigurationFinder {
  let known: { readonly until: number; readonly own: OwnConfiguration | null } | undefined;
  return {
    async find() {
      if (known && known.until > clock.steady()) return known.own;
      const asked = await client.ask(async (stripe) => (await ownConfiguration(stripe)) ?? null);
      if (!asked.ok) return known?.own ?? null;
      known = { until: clock.steady() + 10 * 60_000, own: asked.value };
      return asked.value;
    },
    forget() {
      known = undefined;
    },
  };
}

async function askPage(
  { client, configurations }: PortalParts,
  page: {
    readonly customer: string;
    readonly returnUrl: string;
    readonly flow: FlowData | undefined;
  },
): Promise<Asked<string>> {
  const own = await configurations.find();
  return await client.ask(async (stripe) => {
    const session = await stripe.billingPortal.sessions.create({
      customer: page.customer,
      return_url: page.returnUrl,
      ...(own === null ? {} : { configuration: own.id }),
      ...(page.flow ? { flow_data: page.flow } : {}),
    });
    return session.url;
  });
}

/** `flow` undefined: what was wanted begins with something that its first page offers. */
async function flowData(
  parts: PortalParts,
  tenantId: TenantId,
  { returnUrl, flow }: Required<PortalWish> & { flow: NonNullable<PortalWish['flow']> },
): Promise<Result<{ readonly flow: FlowData | undefined }, PortalRefusal>> {
  const after: FlowData['after_completion'] = {
    type: 'redirect',
    redirect: { return_url: returnUrl },
  };
  const done = (data: Omit<FlowData, 'after_completion'>) => ({
    ok: true as const,
    flow: { ...data, after_completion: after },
  });
  if (flow.kind === 'payment-method') return done({ type: 'payment_method_update' });
  const state = parts.plans.of(tenantId)?.subscription;
  if (!state || state.endedAt !== null) return refuse('no-subscription');
  const { subscriptionId: subscription } = state;
  switch (flow.kind) {
    case 'cancel':
      return done({ type: 'subscription_cancel', subscription_cancel: { subscription } });
    case 'change-plan':
      return done({ type: 'subscription_update', subscription_update: { subscription } });
    case 'confirm-plan': {
      const found = await findChange(parts, tenantId, flow.priceKey);
      if (!found.ok) {
        const isPlanned = found.reason === 'ending' || found.reason === 'planned';
        return isPlanned ? { ok: true, flow: undefined } : refuse(found.reason);
      }
      const { item, price } = found;
      return done({
        type: 'subscription_update_confirm',
        subscription_update_confirm: {
          subscription,
          items: [{ id: item.id, price: price.priceId, quantity: 1 }],
        },
      });
    }
    default:
      return unreachable(flow);
  }
}
