import type { CrashPoints } from '#src/core/crash-points.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { StripeBook } from '#src/core/stripe-book.ts';
import type { StripeTrouble } from '#src/core/stripe.ts';
import type { Turns } from '#src/storage/turns.ts';
import { troubleOf } from './fault-of-error.ts';
import type { Asked, StripeClient } from './stripe-client.ts';
import { logFault, type SyncParts } from './sync-customer.ts';

/** What pages of Stripe's are made with. */
export interface PageParts extends Pick<SyncParts, 'plans' | 'log' | 'clock' | 'tenantExists'> {
  readonly client: StripeClient;
  readonly book: StripeBook;
  readonly turns: Turns<string>;
  readonly log: Log;
  readonly crashPoints?: CrashPoints | undefined;
}

/**
 * The tenant's customer. A new one is noted here before anybody uses it; until then the idempotency key has Stripe give the
 * same one again, also after a crash. Its metadata is for people who look at Stripe's pages: nothing here reads it.
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
    const asked = await makeCustomer(parts, tenantId);
    if (!asked.ok) {
      logFault(log, asked, { tenantId, what: 'customer' });
      return refuse(troubleOf(asked.reason));
    }
    parts.crashPoints?.reach('stripe-customer-made');
    const customerId = await book.addCustomer(tenantId, asked.value);
    // Not a part of the call above: the same key must come with the same parameters, and a name may change.
    if (name) await client.ask((stripe) => stripe.customers.update(customerId, { name }));
    return { ok: true as const, customerId };
  });
}

/** Keys that are tried in one call; the next call goes on where this one stopped. */
const mostKeys = 3;

/**
 * Asks for a customer, and gives its id. Where Stripe repeats a failure of its own that it keeps under the key, the key is
 * noted as spent and the next one tried. Should that failure have made a customer all the same, nobody ever uses it: it has no
 * subscription, and is no tenant's here.
 */
async function makeCustomer(
  { book, client }: PageParts,
  tenantId: TenantId,
): Promise<Asked<string>> {
  for (let keys = 1; ; keys += 1) {
    const tries = await book.customerTries(tenantId);
    const idempotencyKey = tries === 0 ? `cust:${tenantId}` : `cust:${tenantId}:${tries}`;
    const asked = await client.ask(
      async (stripe) =>
        (await stripe.customers.create({ metadata: { tenant_id: tenantId } }, { idempotencyKey }))
          .id,
    );
    if (asked.ok || !asked.replayed) return asked;
    await book.spendCustomerKey(tenantId);
    if (keys === mostKeys) return asked;
  }
}
