import type { Metadata } from '../http/params.ts';

/** A postal address; all of it may be unknown. */
export interface Address {
  city: string | null;
  country: string | null;
  line1: string | null;
  line2: string | null;
  postal_code: string | null;
  state: string | null;
}

/** A customer as the API shows it. */
export type Customer = ReturnType<typeof newCustomer>;

/** A new customer without a card. `created` is epoch seconds, as everywhere in these objects. */
export function newCustomer(id: string, created: number) {
  return {
    id,
    object: 'customer' as const,
    address: null as Address | null,
    /** In cents; negative is credit that lowers the next invoice. */
    balance: 0,
    created,
    currency: null as string | null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null as string | null,
    email: null as string | null,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null as string | null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {} as Metadata,
    name: null as string | null,
    next_invoice_sequence: 1,
    phone: null as string | null,
    preferred_locales: [] as string[],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
}
