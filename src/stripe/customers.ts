import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { StripeBook } from '#src/core/stripe-book.ts';
import type { StripeTrouble } from '#src/core/stripe.ts';
import type { Turns } from '#src/storage/turns.ts';
import { troubleOf } from './fault-of-error.ts';
import type { StripeClient } from './stripe-client.ts';
import { logFault, type SyncParts } from './sync-customer.ts';

/** What pages of Stripe's are made with. */
export interface PageParts extends Pick<SyncParts, 'plans' | 'log' | 'clock' | 'tenantExists'> {
  readonly client: StripeClient;
  readonly book: StripeBook;
  readonly turns: Turns<string>;
  readonly log: Log;
}

/**
 * The tenant's customer. A new one is noted here before anybody uses it; until then the idempotency key has Stripe give the
 * same one again. Its metadata is for people who look at Stripe's pages: nothing here reads it.
 */
export async function ensureCustomer(
  parts: PageParts,
  tenantId: TenantId,
  name?: string,
): Promise<Result<{ readonly customerId: string }, 'no-such-tenant' | StripeTrouble>> {
  const { book, client, log } = parts;
  return await parts.turns.take(`tenant:${tenantId}`, async () => {
    const there = await book.customerOf(tenantId);
    if (there !== null) return { ok: true as const, customerId: there };
    if (!(await parts.tenantExists(tenantId))) return refuse('no-such-tenant');
    const made = await book.customersMade(tenantId);
    const idempotencyKey = made === 0 ? `cust:${tenantId}` : `cust:${tenantId}:${made}`;
    const asked = await client.ask((stripe) =>
      stripe.customers.create({ metadata: { tenant_id: tenantId } }, { idempotencyKey }),
    );
    if (!asked.ok) {
      logFault(log, asked, { tenantId, what: 'customer' });
      return refuse(troubleOf(asked.reason));
    }
    const customerId = await book.addCustomer(tenantId, asked.value.id);
    // Not a part of the call above: the same key must come with the same parameters, and a name may change.
    if (name) await client.ask((stripe) => stripe.customers.update(customerId, { name }));
    return { ok: true as const, customerId };
  });
}
