import type { Stripe } from 'stripe';
import { unreachable } from '#src/core/result.ts';
import { listPrices } from '../offers.ts';
import { priceKeyField } from '../price-key.ts';
import { enabledEvents } from '../rules/read-event.ts';
import { catalog, productIds } from './catalog.ts';
import { makeEndpoint, removeEndpoint, secretKept } from './make-endpoint.ts';
import type { SetupStep } from './plan-setup.ts';
import { portalSettings } from './portal-settings.ts';
import type { PriceList } from './price-list.ts';

/** Does one step. A new endpoint's secret is given to `keepSecret`, which must not lose it: Stripe tells it once. */
export async function doStep(
  stripe: Stripe,
  step: SetupStep,
  list: PriceList | null,
  keepSecret: (secret: string) => void,
): Promise<void> {
  switch (step.kind) {
    case 'create-product':
      await makeProduct(stripe, productIds[step.product], step.name);
      return;
    case 'rename-product':
      await stripe.products.update(productIds[step.product], { name: step.name });
      return;
    case 'create-price':
      await makePrice(stripe, step, list?.taxBehavior ?? null);
      return;
    case 'create-portal':
      await stripe.billingPortal.configurations.create(portalSettings(await listPrices(stripe)));
      return;
    case 'update-portal':
      await stripe.billingPortal.configurations.update(
        step.id,
        portalSettings(await listPrices(stripe)),
      );
      return;
    case 'create-endpoint':
      await makeEndpoint(stripe, step, keepSecret);
      return;
    case 'update-endpoint':
      await stripe.webhookEndpoints.update(step.id, {
        enabled_events: [...enabledEvents],
        disabled: false,
        ...(step.isSecretSet ? { metadata: secretKept } : {}),
      });
      return;
    case 'remove-endpoint':
      await removeEndpoint(stripe, step.id);
      return;
    default:
      return unreachable(step);
  }
}

/** One that was archived keeps its id, so it is taken out of the archive. */
async function makeProduct(stripe: Stripe, id: string, name: string): Promise<void> {
  const { data } = await stripe.products.list({ ids: [id], active: false });
  if (data.length > 0) await stripe.products.update(id, { active: true, name });
  else await stripe.products.create({ id, name });
}

/** The former price keeps its key in its metadata, since its lookup key goes, and is not sold any more. */
async function makePrice(
  stripe: Stripe,
  step: Extract<SetupStep, { kind: 'create-price' }>,
  taxBehavior: PriceList['taxBehavior'],
): Promise<void> {
  const { key, amount, currency, replaces } = step;
  const { product, interval } = catalog[key];
  const metadata = { [priceKeyField]: key };
  if (replaces !== null) await stripe.prices.update(replaces, { metadata });
  await stripe.prices.create({
    product: productIds[product],
    currency,
    unit_amount: amount,
    lookup_key: key,
    transfer_lookup_key: true,
    metadata,
    ...(interval === null ? {} : { recurring: { interval } }),
    ...(taxBehavior === null ? {} : { tax_behavior: taxBehavior }),
  });
  if (replaces !== null) await stripe.prices.update(replaces, { active: false });
}
