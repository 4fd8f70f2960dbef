import { listing, listParams } from '../http/listing.ts';
import type { Params } from '../http/params.ts';
import type { Route } from '../http/route.ts';
import { invalid, missing } from '../http/stripe-error.ts';
import {
  newPortalConfiguration,
  newPortalSession,
  type PortalConfiguration,
  type PortalFlow,
  type PortalSession,
} from '../objects/portal.ts';
import type { World } from '../world.ts';
import { customerOf } from './customers.ts';
import { priceOf } from './catalog.ts';
import { fillPortalFeatures, portalFeatureParams } from './portal-features.ts';
import type { Subscription } from '../objects/subscription.ts';
import { subscriptionOf } from './subscriptions.ts';

const fields = [
  'active',
  'business_profile',
  'default_return_url',
  'login_page.enabled',
  'metadata',
  'name',
  ...portalFeatureParams,
] as const;

/** The portal: what it allows, and visits to it. */
export const portalRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/billing_portal/configurations',
    takes: fields,
    run(world, params) {
      if (!params.has('features'))
        throw invalid('Missing required param: features.', 'features', 'parameter_missing');
      const made = newPortalConfiguration(world.ids.next('bpc_', 24), world.seconds);
      fill(world, made, params);
      world.book.portalConfigurations.set(made.id, made);
      world.emit('billing_portal.configuration.created', made);
      return made;
    },
  },
  {
    method: 'GET',
    path: '/v1/billing_portal/configurations',
    takes: [...listParams, 'active', 'is_default'],
    run(world, params) {
      const wanted = ['active', 'is_default'] as const;
      const all = [...world.book.portalConfigurations.values()].filter((each) =>
        wanted.every((name) => !params.has(name) || each[name] === params.flag(name)),
      );
      return listing(all, params, '/v1/billing_portal/configurations');
    },
  },
  {
    method: 'GET',
    path: '/v1/billing_portal/configurations/{id}',
    takes: [],
    run: (world, _params, id) => configurationOf(world, id),
  },
  {
    method: 'POST',
    path: '/v1/billing_portal/configurations/{id}',
    takes: fields,
    run(world, params, id) {
      const held = configurationOf(world, id);
      world.change('billing_portal.configuration.updated', held, () => fill(world, held, params));
      return held;
    },
  },
  {
    method: 'POST',
    path: '/v1/billing_portal/sessions',
    takes: ['configuration', 'customer', 'flow_data', 'locale', 'return_url'],
    run: openPortal,
  },
];

function configurationOf(world: World, id: string, param?: string): PortalConfiguration {
  const found = world.book.portalConfigurations.get(id);
  if (found === undefined) throw missing('configuration', id, param);
  return found;
}

function openPortal(world: World, params: Params): PortalSession {
  const customer = customerOf(world, params.need('customer'), 'customer');
  const byDefault = [...world.book.portalConfigurations.values()].find((each) => each.is_default);
  const id = params.text('configuration') ?? byDefault?.id;
  // The default one exists only once somebody has saved the Dashboard's settings page.
  if (id === undefined)
    throw invalid(
      'No configuration provided and your test mode default configuration has not been created. Provide a configuration or create your default by saving your customer portal settings in test mode.',
    );
  const configuration = configurationOf(world, id, 'configuration');
  if (!configuration.active) throw invalid('The configuration is not active.', 'configuration');
  const session = newPortalSession(world.ids.next('bps_', 24), world.seconds, {
    configuration: configuration.id,
    customer: customer.id,
    returnUrl: params.text('return_url') ?? configuration.default_return_url,
    url: `${world.url}/p/session/test_${world.ids.word(40)}`,
    flow: flowOf(world, params.group('flow_data'), configuration, customer.id),
  });
  session.locale = params.text('locale') ?? null;
  world.book.portalSessions.set(session.id, session);
  world.emit('billing_portal.session.created', session);
  return session;
}

function flowOf(
  world: World,
  data: Params | undefined,
  configuration: PortalConfiguration,
  customer: string,
): PortalFlow | null {
  if (data === undefined) return null;
  const type = data.word('type', [
    'payment_method_update',
    'subscription_cancel',
    'subscription_update',
    'subscription_update_confirm',
  ]);
  if (type === undefined)
    throw invalid(
      'Missing required param: flow_data[type].',
      'flow_data[type]',
      'parameter_missing',
    );
  const feature = type === 'subscription_update_confirm' ? 'subscription_update' : type;
  if (!configuration.features[feature].enabled)
    throw invalid(
      `This flow needs the ${feature} feature, which the portal configuration does not enable.`,
      'flow_data[type]',
    );
  const about = type === 'payment_method_update' ? undefined : data.group(type);
  const subscription = about === undefined ? '' : about.need('subscription');
  if (type !== 'payment_method_update') {
    if (about === undefined)
      throw invalid(
        `Missing required param: flow_data[${type}].`,
        `flow_data[${type}]`,
        'parameter_missing',
      );
    const found = subscriptionOf(world, subscription, `flow_data[${type}]`);
    if (found.customer !== customer)
      throw missing('subscription', subscription, `flow_data[${type}][subscription]`);
    checkFlow(type, about, found);
  }
  const after = data.group('after_completion');
  const redirect = after?.group('redirect')?.need('return_url');
  return {
    type,
    after_completion: {
      hosted_confirmation: null,
      redirect: redirect === undefined ? null : { return_url: redirect },
      type: after?.text('type') ?? 'portal_homepage',
    },
    customer_update: null,
    subscription_cancel: type === 'subscription_cancel' ? { retention: null, subscription } : null,
    subscription_pause: null,
    subscription_update: type === 'subscription_update' ? { subscription } : null,
    subscription_update_confirm:
      about === undefined || type !== 'subscription_update_confirm'
        ? null
        : {
            discounts: null,
            items: about.groups('items').map((item) => ({
              id: item.need('id'),
              price: priceOf(world, item.need('price'), 'flow_data').id,
              quantity: item.number('quantity') ?? 1,
            })),
            subscription,
          },
  };
}

/** What Stripe does not open such a page for. */
function checkFlow(type: string, about: Params, subscription: Subscription): void {
  const { items, cancel_at, cancel_at_period_end, ended_at } = subscription;
  if (ended_at !== null)
    throw invalid('This subscription cannot be changed because it is canceled.', 'flow_data');
  if (type === 'subscription_cancel' && (cancel_at !== null || cancel_at_period_end))
    throw invalid('This subscription is already set to be canceled.', 'flow_data');
  if (type === 'subscription_cancel') return;
  if (items.data.length > 1)
    throw invalid('Subscriptions with multiple items cannot be updated here.', 'flow_data');
  const wanted = about.has('items') ? about.groups('items')[0]?.need('price') : undefined;
  if (wanted !== undefined && wanted === items.data[0]?.price.id)
    throw invalid('There are no changes to confirm.', 'flow_data');
}

function fill(world: World, held: PortalConfiguration, params: Params): void {
  held.active = params.flag('active') ?? held.active;
  const profile = params.group('business_profile');
  for (const name of ['headline', 'privacy_policy_url', 'terms_of_service_url'] as const)
    if (profile?.has(name)) held.business_profile[name] = profile.text(name) ?? null;
  if (params.has('default_return_url'))
    held.default_return_url = params.text('default_return_url') ?? null;
  const login = params.group('login_page')?.flag('enabled');
  if (login !== undefined)
    held.login_page = { enabled: login, url: login ? `${world.url}/p/login/${held.id}` : null };
  held.metadata = params.metadata(held.metadata);
  if (params.has('name')) held.name = params.text('name') ?? null;
  const features = params.group('features');
  if (features !== undefined) fillPortalFeatures(world, held.features, features);
  held.updated = world.seconds;
}
