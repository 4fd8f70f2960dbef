import type { Stripe } from 'stripe';
import { listPrices } from '../offers.ts';
import { productIds } from './catalog.ts';
import type { FoundEndpoint, FoundSetup } from './found.ts';
import { isHalfMade } from './make-endpoint.ts';
import { ownConfiguration } from './portal-settings.ts';
import type { ProductKey } from './price-list.ts';

/** Reads what of our things the account has. `endpointUrl`: whose endpoints are meant. */
export async function findSetup(stripe: Stripe, endpointUrl: string | null): Promise<FoundSetup> {
  const ids = Object.values(productIds);
  const products = await stripe.products.list({ ids, active: true, limit: 100 });
  const names = (Object.entries(productIds) as [ProductKey, string][]).flatMap(([key, id]) => {
    const product = products.data.find((each) => each.id === id);
    return product ? [[key, product.name] as const] : [];
  });
  return {
    products: Object.fromEntries(names),
    prices: await listPrices(stripe),
    portal: (await ownConfiguration(stripe)) ?? null,
    endpoints: endpointUrl === null ? [] : await findEndpoints(stripe, endpointUrl),
  };
}

/** Webhook endpoints with this address, newest first, as Stripe lists them (docs.stripe.com/api/pagination). */
export async function findEndpoints(stripe: Stripe, url: string): Promise<FoundEndpoint[]> {
  const all = await stripe.webhookEndpoints.list({ limit: 100 }).autoPagingToArray({ limit: 500 });
  return all
    .filter((endpoint) => endpoint.url === url)
    .map((endpoint) => ({
      id: endpoint.id,
      url: endpoint.url,
      enabled: endpoint.status === 'enabled',
      apiVersion: endpoint.api_version,
      events: endpoint.enabled_events,
      isHalfMade: isHalfMade(endpoint),
    }));
}
