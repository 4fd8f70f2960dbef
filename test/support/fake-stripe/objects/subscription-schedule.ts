import type { Metadata } from '../http/params.ts';

/** A plan of what becomes of a subscription later. Its phases are not played. */
export type SubscriptionSchedule = ReturnType<typeof newSubscriptionSchedule>;

/** How far a schedule is; only from the first two it can be released. */
export type ScheduleStatus = 'not_started' | 'active' | 'canceled' | 'completed' | 'released';

/** A new one, which has the subscription in its hand. */
export function newSubscriptionSchedule(
  id: string,
  created: number,
  given: { customer: string; subscription: string; start: number; end: number },
) {
  return {
    id,
    object: 'subscription_schedule' as const,
    application: null,
    billing_mode: { flexible: null, type: 'flexible' },
    canceled_at: null as number | null,
    completed_at: null as number | null,
    created,
    current_phase: { start_date: given.start, end_date: given.end } as {
      start_date: number;
      end_date: number;
    } | null,
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
    phases: [],
    released_at: null as number | null,
    released_subscription: null as string | null,
    status: 'active' as ScheduleStatus,
    subscription: given.subscription as string | null,
    test_clock: null,
  };
}
