import type { TenantId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { ResumeRefusal } from '#src/core/stripe.ts';
import type { PageParts } from './customers.ts';
import { isPassing, troubleOf } from './fault-of-error.ts';
import { readAnew } from './read-anew.ts';
import { idOf } from './read-facts.ts';
import { isOver, isRunning } from './rules/statuses.ts';
import type { Asked } from './stripe-client.ts';
import { logFault, type SyncOutcome } from './sync-customer.ts';

/** What a paused subscription is resumed with. */
export interface ResumeParts
  extends Pick<PageParts, 'book' | 'plans' | 'client' | 'log' | 'turns'> {
  readonly sync: (customerId: string) => Promise<SyncOutcome>;
}

/**
 * Lets a paused subscription go on: a period begins now, and its invoice is paid at once (API reference, "Resume a subscription").
 * One tap at a time, and nothing is asked for while the invoice of an earlier one is open, so that nobody pays twice.
 */
export async function resumeSubscription(
  parts: ResumeParts,
  tenantId: TenantId,
): Promise<Result<object, ResumeRefusal>> {
  return await parts.turns.take(`resume:${tenantId}`, () => resumeInTurn(parts, tenantId));
}

async function resumeInTurn(
  parts: ResumeParts,
  tenantId: TenantId,
): Promise<Result<object, ResumeRefusal>> {
  const { book, plans, client, log, sync } = parts;
  const customerId = await book.customerOf(tenantId);
  if (customerId === null) return refuse('no-customer');
  const trouble = await readAnew(parts, tenantId, customerId);
  if (trouble) return refuse(trouble);
  const state = plans.of(tenantId)?.subscription;
  if (!state || state.endedAt !== null || isOver(state.status)) return refuse('no-subscription');
  if (state.hold !== null) return refuse('held');
  if (state.status !== 'paused') {
    const goesOn = isRunning(state.status) && state.status !== 'past_due';
    return goesOn ? { ok: true } : refuse('payment-open');
  }
  if (state.pause === 'operator') return refuse('paused-by-operator');
  const { subscriptionId } = state;
  const means = await findMeans(parts, customerId, subscriptionId);
  if (!means.ok) {
    logFault(log, means, { tenantId, what: 'resume' });
    return refuse(troubleOf(means.reason));
  }
  if (means.value !== 'card') return refuse(means.value);
  const resumed = await client.ask((stripe) =>
    // It stays paused until the payment has come; unless this is said, nobody even tries to take it.
    stripe.subscriptions.resume(subscriptionId, { payment_behavior: 'resume_on_payment_success' }),
  );
  if (!resumed.ok) {
    logFault(log, resumed, { tenantId, what: 'resume' });
    // It may have been done all the same.
    if (isPassing(resumed.reason)) return refuse('unclear');
    if (resumed.reason !== 'refused') return refuse(troubleOf(resumed.reason));
  }
  // What cannot be read now, events bring.
  await sync(customerId);
  const isPaused = plans.of(tenantId)?.subscription?.status === 'paused';
  return isPaused ? refuse('payment-open') : { ok: true };
}

/** What the first payment would be taken from; `payment-open`: an invoice waits for it already. */
async function findMeans(
  { client }: ResumeParts,
  customerId: string,
  subscriptionId: string,
): Promise<Asked<'card' | 'no-way-to-pay' | 'payment-open'>> {
  return await client.ask(async (stripe) => {
    const subscription = await stripe.subscriptions.retrieve(subscriptionId);
    const invoiceId = idOf(subscription.latest_invoice);
    if (invoiceId !== null && (await stripe.invoices.retrieve(invoiceId)).status === 'open') {
      return 'payment-open';
    }
    if (subscription.default_payment_method !== null) return 'card';
    const customer = await stripe.customers.retrieve(customerId);
    const ofCustomer = customer.deleted ? null : customer.invoice_settings.default_payment_method;
    return ofCustomer === null ? 'no-way-to-pay' : 'card';
  });
}
