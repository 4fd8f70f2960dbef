import { createdWithin, listing, listParams } from '../http/listing.ts';
import type { Params } from '../http/params.ts';
import type { Route } from '../http/route.ts';
import { invalid, missing } from '../http/stripe-error.ts';
import { newPrice, newProduct, type Price, type Product } from '../objects/catalog.ts';
import type { World } from '../world.ts';

const productFields = ['active', 'description', 'metadata', 'name', 'tax_code', 'url'] as const;
const intervals = ['day', 'week', 'month', 'year'] as const;

/** Products and prices. A price's amount never changes; its lookup key may move to another one. */
export const catalogRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/products',
    takes: [...productFields, 'id'],
    run(world, params) {
      const id = params.text('id') ?? world.ids.next('prod_');
      if (world.book.products.has(id))
        throw invalid(`Product already exists.`, 'id', 'resource_already_exists');
      const product = newProduct(id, world.seconds, params.need('name'));
      fillProduct(product, params);
      world.book.products.set(id, product);
      world.emit('product.created', product);
      return product;
    },
  },
  {
    method: 'GET',
    path: '/v1/products',
    takes: [...listParams, 'active', 'created', 'ids'],
    run(world, params) {
      const active = params.flag('active');
      const ids = params.has('ids') ? params.texts('ids') : undefined;
      const all = createdWithin(world.book.products.values(), params).filter(
        (each) =>
          (active === undefined || each.active === active) && (ids?.includes(each.id) ?? true),
      );
      return listing(all, params, '/v1/products');
    },
  },
  {
    method: 'GET',
    path: '/v1/products/{id}',
    takes: [],
    run: (world, _params, id) => productOf(world, id),
  },
  {
    method: 'POST',
    path: '/v1/products/{id}',
    takes: [...productFields, 'default_price'],
    run(world, params, id) {
      const product = productOf(world, id);
      world.change('product.updated', product, () => {
        fillProduct(product, params);
        product.default_price = params.text('default_price') ?? product.default_price;
        product.updated = world.seconds;
      });
      return product;
    },
  },
  {
    method: 'POST',
    path: '/v1/prices',
    takes: [
      'active',
      'currency',
      'lookup_key',
      'metadata',
      'nickname',
      'product',
      'recurring.interval',
      'recurring.interval_count',
      'tax_behavior',
      'transfer_lookup_key',
      'unit_amount',
    ],
    run: createPrice,
  },
  {
    method: 'GET',
    path: '/v1/prices',
    takes: [
      ...listParams,
      'active',
      'created',
      'currency',
      'lookup_keys',
      'product',
      'recurring.interval',
      'type',
    ],
    run: listPrices,
  },
  {
    method: 'GET',
    path: '/v1/prices/{id}',
    takes: [],
    run: (world, _params, id) => priceOf(world, id),
  },
  {
    method: 'POST',
    path: '/v1/prices/{id}',
    takes: ['active', 'lookup_key', 'metadata', 'nickname', 'tax_behavior', 'transfer_lookup_key'],
    run(world, params, id) {
      const price = priceOf(world, id);
      world.change('price.updated', price, () => fillPrice(world, price, params));
      return price;
    },
  },
];

/** A price that exists. `param` names the parameter that holds the id; without it the id stands in the path. */
export function priceOf(world: World, id: string, param?: string): Price {
  const price = world.book.prices.get(id);
  if (price === undefined) throw missing('price', id, param);
  return price;
}

function productOf(world: World, id: string, param?: string): Product {
  const product = world.book.products.get(id);
  if (product === undefined) throw missing('product', id, param);
  return product;
}

function createPrice(world: World, params: Params): Price {
  const product = productOf(world, params.need('product'), 'product');
  const recurring = params.group('recurring');
  const amount = params.number('unit_amount');
  if (amount === undefined)
    throw invalid('Missing required param: unit_amount.', 'unit_amount', 'parameter_missing');
  const price = newPrice(world.ids.next('price_', 24), world.seconds, {
    product: product.id,
    currency: params.need('currency'),
    unitAmount: amount,
    recurring:
      recurring === undefined
        ? null
        : {
            interval: recurring.word('interval', intervals) ?? recurring.need('interval'),
            interval_count: recurring.number('interval_count') ?? 1,
            meter: null,
            trial_period_days: null,
            usage_type: 'licensed',
          },
  });
  fillPrice(world, price, params);
  world.book.prices.set(price.id, price);
  world.emit('price.created', price);
  return price;
}

function listPrices(world: World, params: Params): object {
  const active = params.flag('active');
  const keys = params.has('lookup_keys') ? params.texts('lookup_keys') : undefined;
  if (keys !== undefined && keys.length > 10)
    throw invalid('You can specify up to 10 lookup keys.', 'lookup_keys');
  const product = params.text('product');
  const type = params.text('type');
  const currency = params.text('currency');
  const interval = params.group('recurring')?.text('interval');
  const all = createdWithin(world.book.prices.values(), params).filter(
    (each) =>
      (active === undefined || each.active === active) &&
      (keys === undefined || keys.includes(each.lookup_key ?? '')) &&
      (product === undefined || each.product === product) &&
      (type === undefined || each.type === type) &&
      (currency === undefined || each.currency === currency) &&
      (interval === undefined || each.recurring?.interval === interval),
  );
  return listing(all, params, '/v1/prices');
}

function fillProduct(product: Product, params: Params): void {
  product.active = params.flag('active') ?? product.active;
  product.name = params.text('name') ?? product.name;
  for (const name of ['description', 'tax_code', 'url'] as const)
    if (params.has(name)) product[name] = params.text(name) ?? null;
  product.metadata = params.metadata(product.metadata);
}

function fillPrice(world: World, price: Price, params: Params): void {
  price.active = params.flag('active') ?? price.active;
  if (params.has('nickname')) price.nickname = params.text('nickname') ?? null;
  price.metadata = params.metadata(price.metadata);
  price.tax_behavior = params.text('tax_behavior') ?? price.tax_behavior;
  if (!params.has('lookup_key')) return;
  const key = params.text('lookup_key') ?? null;
  const holder = [...world.book.prices.values()].find(
    (each) => key !== null && each.lookup_key === key && each !== price,
  );
  if (holder !== undefined) {
    if (params.flag('transfer_lookup_key') !== true)
      throw invalid(
        `A price (\`${holder.id}\`) already uses that lookup key.`,
        'lookup_key',
        'resource_already_exists',
      );
    world.change('price.updated', holder, () => {
      holder.lookup_key = null;
    });
  }
  price.lookup_key = key;
}
