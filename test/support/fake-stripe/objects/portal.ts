import type { Metadata } from '../http/params.ts';

/** What a customer may do in the portal. */
export type PortalConfiguration = ReturnType<typeof newPortalConfiguration>;

/** One visit to the portal. */
export type PortalSession = ReturnType<typeof newPortalSession>;

/** What the portal is opened for, when it is for one thing only. */
export interface PortalFlow {
  type: string;
  after_completion: {
    hosted_confirmation: { custom_message: string | null } | null;
    redirect: { return_url: string } | null;
    type: string;
  };
  customer_update: null;
  subscription_cancel: { retention: null; subscription: string } | null;
  subscription_pause: null;
  subscription_update: { subscription: string } | null;
  subscription_update_confirm: {
    discounts: null;
    items: { id: string; price: string; quantity: number }[];
    subscription: string;
  } | null;
}

/** A new configuration that allows nothing yet. */
export function newPortalConfiguration(id: string, created: number) {
  return {
    id,
    object: 'billing_portal.configuration' as const,
    active: true,
    application: null,
    business_profile: {
      headline: null as string | null,
      privacy_policy_url: null as string | null,
      terms_of_service_url: null as string | null,
    },
    created,
    default_return_url: null as string | null,
    features: {
      customer_update: { allowed_updates: [] as string[], enabled: false },
      invoice_history: { enabled: false },
      payment_method_update: { enabled: false, payment_method_configuration: null },
      subscription_cancel: {
        cancellation_reason: { enabled: false, feedback_options: null, options: [] as string[] },
        enabled: false,
        mode: 'at_period_end',
        proration_behavior: 'none',
      },
      subscription_pause: {
        duration: { interval_options: [], type: 'indefinite' },
        enabled: false,
      },
      subscription_update: {
        billing_cycle_anchor: null as string | null,
        default_allowed_updates: [] as string[],
        enabled: false,
        products: [] as {
          adjustable_quantity: { enabled: boolean; maximum: null; minimum: number };
          prices: string[];
          product: string;
        }[],
        proration_behavior: 'none',
        schedule_at_period_end: { conditions: [] as { type: string }[] },
        trial_update_behavior: 'end_trial',
      },
    },
    is_default: false,
    livemode: false,
    login_page: { enabled: false, url: null as string | null },
    metadata: {} as Metadata,
    name: null as string | null,
    updated: created,
  };
}

/** A new visit. Its URL is a secret that lasts minutes. */
export function newPortalSession(
  id: string,
  created: number,
  given: {
    configuration: string;
    customer: string;
    returnUrl: string | null;
    url: string;
    flow: PortalFlow | null;
  },
) {
  return {
    id,
    object: 'billing_portal.session' as const,
    configuration: given.configuration,
    created,
    customer: given.customer,
    customer_account: null,
    flow: given.flow,
    livemode: false,
    locale: null as string | null,
    on_behalf_of: null,
    return_url: given.returnUrl,
    url: given.url,
  };
}
