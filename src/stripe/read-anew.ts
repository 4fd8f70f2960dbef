import type { TenantId } from '#src/core/ids.ts';
import type { StripeBook } from '#src/core/stripe-book.ts';
import type { StripeTrouble } from '#src/core/stripe.ts';
import { troubleOf } from './fault-of-error.ts';
import type { SyncOutcome } from './sync-customer.ts';

/** What a fresh look at a customer is taken with. */
export interface LookParts {
  readonly book: StripeBook;
  readonly sync: (customerId: string) => Promise<SyncOutcome>;
}

/** Asks Stripe how the customer stands; why that gives nothing, or null: it is stored. */
export async function readAnew(
  { book, sync }: LookParts,
  tenantId: TenantId,
  customer: string,
): Promise<'no-customer' | StripeTrouble | null> {
  const synced = await sync(customer);
  if (!synced.ok && synced.reason !== 'unknown-customer') return troubleOf(synced.reason);
  // It was deleted at Stripe.
  return (await book.customerOf(tenantId)) === customer ? null : 'no-customer';
}
