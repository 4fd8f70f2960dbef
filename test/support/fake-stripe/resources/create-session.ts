import type { Params } from '../http/params.ts';
import { invalid } from '../http/stripe-error.ts';
import { discountOf } from '../billing/discounts.ts';
import type { Price } from '../objects/catalog.ts';
import {
  type CheckoutSession,
  newCheckoutSession,
  newSessionItem,
  type Order,
} from '../objects/checkout-session.ts';
import type { World } from '../world.ts';
import { priceOf } from './catalog.ts';
import { couponOf } from './coupons.ts';
import { customerOf } from './customers.ts';

/** Parameters of a new session that are played. */
export const sessionParams = [
  'adaptive_pricing.enabled',
  'allow_promotion_codes',
  'allowed_payment_method_types',
  'automatic_tax.enabled',
  'billing_address_collection',
  'cancel_url',
  'client_reference_id',
  'currency',
  'customer',
  'customer_email',
  'customer_update',
  'discounts',
  'expires_at',
  'invoice_creation.enabled',
  'line_items.price',
  'line_items.quantity',
  'locale',
  'metadata',
  'mode',
  'payment_intent_data.description',
  'payment_intent_data.metadata',
  'payment_intent_data.setup_future_usage',
  'payment_method_collection',
  'submit_type',
  'subscription_data.billing_mode',
  'subscription_data.description',
  'subscription_data.metadata',
  'subscription_data.trial_period_days',
  'subscription_data.trial_settings.end_behavior.missing_payment_method',
  'success_url',
  'tax_id_collection.enabled',
  'ui_mode',
] as const;

const minute = 60;
const day = 86_400;

/** Makes a session as strictly as Stripe does. */
export function createSession(world: World, params: Params): CheckoutSession {
  const mode = params.word('mode', ['subscription', 'payment']) ?? params.need('mode');
  if (mode !== 'subscription' && mode !== 'payment') throw invalid('Mode not played.', 'mode');
  if ((params.text('ui_mode') ?? 'hosted_page') !== 'hosted_page')
    throw invalid('Only hosted pages are played.', 'ui_mode');
  checkCustomer(world, params);
  checkMode(params, mode);
  const lines = linesOf(world, params, mode);
  const order = orderOf(world, params, mode, lines);
  const subtotal = lines.reduce(
    (sum, line) => sum + (line.price.unit_amount ?? 0) * line.quantity,
    0,
  );
  const coupons = discountsOf(world, params);
  const off = coupons.reduce(
    (sum, each) => sum + discountOf(couponOf(world, each.coupon), subtotal),
    0,
  );
  const id = world.ids.next('cs_test_a1', 56);
  const free = order.trialDays !== undefined;
  const session = newCheckoutSession(id, world.seconds, {
    mode,
    customer: params.text('customer') ?? null,
    email: params.text('customer_email') ?? null,
    currency: lines[0]?.price.currency ?? 'eur',
    subtotal: free ? 0 : subtotal,
    total: free ? 0 : subtotal - off,
    expiresAt: expiryOf(world, params),
    url: `${world.url}/c/pay/${id}`,
    successUrl: params.need('success_url'),
    cancelUrl: params.text('cancel_url') ?? null,
    automaticTax: params.group('automatic_tax')?.flag('enabled') ?? false,
    taxIds: params.group('tax_id_collection')?.flag('enabled') ?? false,
  });
  session.allow_promotion_codes = params.flag('allow_promotion_codes') ?? null;
  session.allowed_payment_method_types = params.has('allowed_payment_method_types')
    ? params.texts('allowed_payment_method_types')
    : null;
  session.billing_address_collection = params.text('billing_address_collection') ?? null;
  session.client_reference_id = params.text('client_reference_id') ?? null;
  session.customer_creation =
    session.customer === null && mode === 'payment' ? 'if_required' : null;
  session.discounts = coupons.map((each) => ({
    coupon: each.promotionCode === null ? each.coupon : null,
    promotion_code: each.promotionCode,
  }));
  if (session.invoice_creation !== null)
    session.invoice_creation.enabled = params.group('invoice_creation')?.flag('enabled') ?? false;
  session.locale = params.text('locale') ?? null;
  session.metadata = params.metadata();
  session.payment_method_collection =
    params.word('payment_method_collection', ['always', 'if_required']) ??
    (mode === 'subscription' ? 'always' : 'if_required');
  session.submit_type = params.text('submit_type') ?? null;
  world.book.sessions.set(id, session);
  world.book.orders.set(id, order);
  return session;
}

function checkCustomer(world: World, params: Params): void {
  const id = params.text('customer');
  const update = params.group('customer_update');
  if (id === undefined) {
    if (update !== undefined)
      throw invalid('`customer_update` can only be used with `customer`.', 'customer_update');
    return;
  }
  const customer = customerOf(world, id, 'customer');
  if (params.has('customer_email'))
    throw invalid('You may only specify one of these parameters: customer, customer_email.');
  const taxed = params.group('automatic_tax')?.flag('enabled') === true;
  if (taxed && customer.address === null && update?.text('address') !== 'auto')
    throw invalid(
      "Automatic tax calculation in Checkout requires a valid address on the Customer. Add a valid address to the Customer or set either `customer_update[address]` to 'auto' or `customer_update[shipping]` to 'auto' to save the address entered in Checkout to the Customer.",
      undefined,
      'customer_tax_location_invalid',
    );
  if (
    params.group('tax_id_collection')?.flag('enabled') === true &&
    update?.text('name') !== 'auto'
  )
    throw invalid(
      'Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to `auto`.',
      'customer_update[name]',
    );
}

function checkMode(params: Params, mode: string): void {
  const wrong = mode === 'payment' ? 'subscription_data' : 'payment_intent_data';
  if (params.has(wrong)) throw invalid(`You can not pass \`${wrong}\` in \`${mode}\` mode.`, wrong);
  if (mode === 'subscription' && params.has('invoice_creation'))
    throw invalid(
      'You can only enable invoice creation when `mode` is set to `payment`.',
      'invoice_creation',
    );
  if (mode === 'payment' && params.has('payment_method_collection'))
    throw invalid(
      'You can only set payment_method_collection if there are recurring prices.',
      'payment_method_collection',
    );
  if (params.has('discounts') && params.has('allow_promotion_codes'))
    throw invalid(
      'You may only specify one of these parameters: allow_promotion_codes, discounts.',
    );
}

function linesOf(world: World, params: Params, mode: string): { price: Price; quantity: number }[] {
  const lines = params.groups('line_items').map((line) => ({
    price: priceOf(world, line.need('price'), 'line_items[0][price]'),
    quantity: line.number('quantity') ?? 1,
  }));
  if (lines.length === 0)
    throw invalid('Missing required param: line_items.', 'line_items', 'parameter_missing');
  for (const { price } of lines) {
    if (!price.active)
      throw invalid('The price specified is inactive. This field only accepts active prices.');
    if (mode === 'payment' && price.type === 'recurring')
      throw invalid(
        'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
        'mode',
      );
  }
  if (mode === 'subscription' && lines.every(({ price }) => price.type === 'one_time'))
    throw invalid('You must provide at least one recurring price in `subscription` mode.');
  return lines;
}

function orderOf(
  world: World,
  params: Params,
  mode: 'subscription' | 'payment',
  lines: Order['lines'],
): Order {
  const data = params.group(mode === 'payment' ? 'payment_intent_data' : 'subscription_data');
  const trialDays = data?.number('trial_period_days');
  if (trialDays !== undefined && (trialDays < 1 || trialDays > 730))
    throw invalid(
      'The minimum number of trial period days is 1.',
      'subscription_data[trial_period_days]',
    );
  const end = data?.group('trial_settings')?.group('end_behavior');
  const billing = data?.group('billing_mode')?.word('type', ['classic', 'flexible']);
  return {
    lines,
    items: lines.map(({ price, quantity }) =>
      newSessionItem(
        world.ids.next('li_', 24),
        price,
        quantity,
        world.book.products.get(price.product)?.name ?? 'Product',
      ),
    ),
    trialDays,
    missingPaymentMethod:
      end?.word('missing_payment_method', ['cancel', 'pause', 'create_invoice']) ??
      'create_invoice',
    billingMode: billing ?? 'flexible',
    metadata: data?.metadata() ?? {},
    description: data?.text('description') ?? null,
    updates: {
      address: params.group('customer_update')?.text('address') === 'auto',
      name: params.group('customer_update')?.text('name') === 'auto',
    },
    savesCard: mode === 'subscription' || data?.text('setup_future_usage') !== undefined,
  };
}

function discountsOf(
  world: World,
  params: Params,
): { coupon: string; promotionCode: string | null }[] {
  return params.groups('discounts').map((each) => {
    const code = each.text('promotion_code');
    if (code === undefined) {
      const coupon = couponOf(world, each.need('coupon'), 'discounts[0][coupon]');
      return { coupon: coupon.id, promotionCode: null };
    }
    const found = world.book.promotionCodes.get(code);
    if (found === undefined) throw invalid(`No such promotion code: '${code}'`, 'discounts');
    return { coupon: found.promotion.coupon, promotionCode: code };
  });
}

function expiryOf(world: World, params: Params): number {
  const at = params.number('expires_at');
  if (at === undefined) return world.seconds + day;
  // A little room, as there: the request took its time to arrive.
  if (at < world.seconds + 30 * minute - minute)
    throw invalid(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      'expires_at',
    );
  if (at > world.seconds + day)
    throw invalid(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      'expires_at',
    );
  return at;
}
