import type { Generated } from 'kysely';

/** The tables of the control file that keep what is known of Stripe. Times are epoch ms. */
export interface StripeTables {
  stripe_event: StripeEventTable;
  stripe_customer: StripeCustomerTable;
  stripe_checkout: StripeCheckoutTable;
  trial_use: TrialUseTable;
  stripe_cursor: StripeCursorTable;
  stripe_mode: StripeModeTable;
  stripe_spent_key: StripeSpentKeyTable;
}

/** An event that came, or was found in Stripe's list. Done ones are forgotten after two months. */
interface StripeEventTable {
  event_id: string;
  type: string;
  customer_id: string | null;
  object_id: string | null;
  charge_id: string | null;
  api_version: string | null;
  livemode: 0 | 1;
  how: 'delivered' | 'listed';
  /** By Stripe's clock. */
  created_at: number;
  received_at: number;
  /** Null: its customer has not been looked at since. */
  processed_at: number | null;
  attempts: Generated<number>;
  /** Code of the last try that failed, or why nothing was to be done. */
  error: string | null;
}

/** Whose customer is whose. Only this table says so. */
interface StripeCustomerTable {
  customer_id: string;
  tenant_id: string;
  created_at: number;
  /** It was deleted at Stripe. */
  deleted_at: number | null;
  /** Of which mode it is; null: of the one that is entered first. */
  livemode: 0 | 1 | null;
  /** When ending what it pays failed last, its tenant being purged. */
  end_failed_at: number | null;
}

/** A checkout that was begun; its row is there before Stripe makes the page. */
interface StripeCheckoutTable {
  nonce: string;
  tenant_id: string;
  user_id: number;
  price_key: string;
  trial: 0 | 1;
  session_id: string | null;
  created_at: number;
  expires_at: number;
  closed_at: number | null;
  livemode: 0 | 1 | null;
}

/** Who had a trial: a tenant, and the person who began it where that is known. Outlives its tenant. */
interface TrialUseTable {
  tenant_id: string;
  user_id: number | null;
  at: number;
  livemode: 0 | 1 | null;
}

/** How far a list at Stripe was read. */
interface StripeCursorTable {
  name: string;
  at: number;
}

/** One row: the mode that the file is in. */
interface StripeModeTable {
  livemode: 0 | 1 | null;
}

/** How many idempotency keys for a tenant's customer Stripe keeps a failure under. */
interface StripeSpentKeyTable {
  tenant_id: string;
  count: number;
}
