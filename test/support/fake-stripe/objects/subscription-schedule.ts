import type { Metadata } from '../http/params.ts';

/** A plan of what becomes of a subscription later. */
export type SubscriptionSchedule = ReturnType<typeof newSubscriptionSchedule>;

/** A stretch of time with one price. */
export type SchedulePhase = ReturnType<typeof newSchedulePhase>;

/** How far a schedule is; only from the first two it can be released. */
export type ScheduleStatus = 'not_started' | 'active' | 'canceled' | 'completed' | 'released';

/** A new phase; `start` and `end` are epoch seconds. */
export function newSchedulePhase(given: {
  start: number;
  end: number;
  price: string;
  currency: string;
  quantity: number;
}) {
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: null,
    billing_thresholds: null,
    collection_method: null,
    currency: given.currency,
    default_payment_method: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    end_date: given.end,
    invoice_settings: null,
    items: [
      {
        billing_thresholds: null,
        discounts: [],
        metadata: {} as Metadata,
        plan: given.price,
        price: given.price,
        quantity: given.quantity,
        tax_rates: [],
      },
    ],
    metadata: {} as Metadata,
    on_behalf_of: null,
    proration_behavior: 'none',
    start_date: given.start,
    transfer_data: null,
    trial_end: null,
  };
}

/** A new one, which has the subscription in its hand; the first of its phases runs. */
export function newSubscriptionSchedule(
  id: string,
  created: number,
  given: { customer: string; subscription: string; phases: SchedulePhase[] },
) {
  return {
    id,
    object: 'subscription_schedule' as const,
    application: null,
    billing_mode: { flexible: null, type: 'flexible' },
    canceled_at: null as number | null,
    completed_at: null as number | null,
    created,
    current_phase: phaseTimes(given.phases[0]),
    customer: given.customer,
    customer_account: null,
    default_settings: {
      application_fee_percent: null,
      billing_cycle_anchor: 'automatic',
      billing_thresholds: null,
      collection_method: 'charge_automatically',
      default_payment_method: null,
      description: null,
      invoice_settings: {
        account_tax_ids: null,
        custom_fields: null,
        days_until_due: null,
        description: null,
        footer: null,
        issuer: { type: 'self' as const },
      },
      on_behalf_of: null,
      transfer_data: null,
    },
    end_behavior: 'release',
    livemode: false,
    metadata: {} as Metadata,
    pause_schedules: [],
    phases: given.phases,
    released_at: null as number | null,
    released_subscription: null as string | null,
    status: 'active' as ScheduleStatus,
    subscription: given.subscription as string | null,
    test_clock: null,
  };
}

/** When a phase begins and ends; null: none is left. */
export function phaseTimes(
  phase: SchedulePhase | undefined,
): { start_date: number; end_date: number } | null {
  return phase === undefined ? null : { start_date: phase.start_date, end_date: phase.end_date };
}
