import { Params } from '../http/params.ts';
import { invalid } from '../http/stripe-error.ts';
import type { PortalConfiguration } from '../objects/portal.ts';
import type { World } from '../world.ts';
import { priceOf } from './catalog.ts';

/** Parameters of what the portal allows that are played. */
export const portalFeatureParams = [
  'features.customer_update',
  'features.invoice_history',
  'features.payment_method_update.enabled',
  'features.subscription_cancel',
  'features.subscription_pause.enabled',
  'features.subscription_update',
] as const;

type Features = PortalConfiguration['features'];

const none = new Params({});
const mostProducts = 10;

/** Sets what a request names and leaves the rest. */
export function fillPortalFeatures(world: World, features: Features, params: Params): void {
  const update = params.group('customer_update') ?? none;
  features.customer_update = {
    enabled: update.flag('enabled') ?? features.customer_update.enabled,
    allowed_updates: update.has('allowed_updates')
      ? update.texts('allowed_updates')
      : features.customer_update.allowed_updates,
  };
  features.invoice_history.enabled =
    params.group('invoice_history')?.flag('enabled') ?? features.invoice_history.enabled;
  features.payment_method_update.enabled =
    params.group('payment_method_update')?.flag('enabled') ??
    features.payment_method_update.enabled;
  features.subscription_pause.enabled =
    params.group('subscription_pause')?.flag('enabled') ?? features.subscription_pause.enabled;
  fillCancel(features.subscription_cancel, params.group('subscription_cancel') ?? none);
  fillUpdate(world, features.subscription_update, params.group('subscription_update') ?? none);
}

function fillCancel(cancel: Features['subscription_cancel'], params: Params): void {
  cancel.enabled = params.flag('enabled') ?? cancel.enabled;
  cancel.mode = params.word('mode', ['at_period_end', 'immediately']) ?? cancel.mode;
  cancel.proration_behavior = params.text('proration_behavior') ?? cancel.proration_behavior;
  const reason = params.group('cancellation_reason');
  if (reason === undefined) return;
  cancel.cancellation_reason = {
    enabled: reason.flag('enabled') ?? cancel.cancellation_reason.enabled,
    feedback_options: null,
    options: reason.has('options') ? reason.texts('options') : cancel.cancellation_reason.options,
  };
}

function fillUpdate(world: World, update: Features['subscription_update'], params: Params): void {
  update.enabled = params.flag('enabled') ?? update.enabled;
  update.proration_behavior = params.text('proration_behavior') ?? update.proration_behavior;
  update.trial_update_behavior =
    params.text('trial_update_behavior') ?? update.trial_update_behavior;
  update.billing_cycle_anchor = params.text('billing_cycle_anchor') ?? update.billing_cycle_anchor;
  if (params.has('default_allowed_updates'))
    update.default_allowed_updates = params.texts('default_allowed_updates');
  const schedule = params.group('schedule_at_period_end');
  if (schedule !== undefined)
    update.schedule_at_period_end = {
      conditions: schedule.groups('conditions').map((each) => ({ type: each.need('type') })),
    };
  if (!params.has('products')) return;
  const products = params.groups('products');
  if (products.length > mostProducts)
    throw invalid(
      'You can only specify up to 10 products.',
      'features[subscription_update][products]',
    );
  update.products = products.map((each) => {
    const product = each.need('product');
    const prices = each.texts('prices');
    for (const id of prices)
      if (priceOf(world, id, 'features[subscription_update][products]').product !== product)
        throw invalid(`The price ${id} is not one of the product ${product}.`);
    return {
      adjustable_quantity: { enabled: false, maximum: null, minimum: 1 },
      prices,
      product,
    };
  });
}
