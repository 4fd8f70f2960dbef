import type { Stripe } from 'stripe';
import type { TenantId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { ChangePreview, ChangeRefusal, PlanPriceKey } from '#src/core/stripe.ts';
import { isPassing } from './fault-of-error.ts';
import { findChange, type FoundChange } from './find-change.ts';
import type { PortalParts } from './open-portal.ts';
import { readAnew } from './read-anew.ts';
import { toMs } from './read-facts.ts';
import { changeBegins } from './rules/change-begins.ts';
import { type PreviewInvoice, sumChange } from './rules/sum-change.ts';
import { logFault } from './sync-customer.ts';

/**
 * What changing to a price would do and cost, by an invoice that Stripe works out and does not keep. Null: Stripe makes none, we do not
 * understand it, or nobody here knows what the portal would do.
 */
export async function previewChange(
  parts: PortalParts,
  tenantId: TenantId,
  priceKey: PlanPriceKey,
): Promise<Result<{ readonly change: ChangePreview | null }, ChangeRefusal>> {
  const { book, client, clock, configurations, log } = parts;
  const customer = await book.customerOf(tenantId);
  if (customer === null) return refuse('no-customer');
  const trouble = await readAnew(parts, tenantId, customer);
  if (trouble) return refuse(trouble);
  const found = await findChange(parts, tenantId, priceKey);
  if (!found.ok) return found;
  const { subscription, item, price } = found;
  const begins = await beginsOf(configurations, found);
  if (begins === null) return { ok: true, change: null };
  const at = Math.floor(clock.now() / 1000);
  const asked = await client.ask((stripe) =>
    stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: {
        items: [{ id: item.id, price: price.priceId, quantity: 1 }],
        ...termsOf(begins, at),
      },
    }),
  );
  if (!asked.ok) {
    logFault(log, asked, { tenantId, what: 'preview' });
    return isPassing(asked.reason) ? refuse('unreachable') : { ok: true, change: null };
  }
  const { currency } = asked.value;
  const invoice = invoiceOf(asked.value);
  const times = { begins, at: toMs(at), periodEnd: toMs(item.current_period_end) };
  const sums = invoice && currency === price.currency ? sumChange(invoice, times) : null;
  if (!sums) {
    log.warn('stripe.preview-unclear', { tenantId, begins });
    return { ok: true, change: null };
  }
  const beginsAt = begins === 'period-end' ? times.periodEnd : times.at;
  return { ok: true, change: { begins, beginsAt, currency, ...sums } };
}

async function beginsOf(
  configurations: PortalParts['configurations'],
  { subscription, item, price }: FoundChange,
): Promise<ChangePreview['begins'] | null> {
  const own = await configurations.find();
  if (!own) return null;
  const { recurring, unit_amount: unit } = item.price;
  const from = {
    amount: unit === null ? null : unit * (item.quantity ?? 1),
    interval: recurring?.interval,
    count: recurring?.interval_count ?? 1,
  };
  const to = { amount: price.amount, interval: price.interval ?? undefined, count: 1 };
  return changeBegins(own.changes, subscription.status, from, to);
}

/**
 * How Stripe is to work it out, so that one invoice tells both sums. With `create_prorations` the parts of a period stand on the invoice
 * of the next whole one, and where the interval changes on the one that is made at once; with `none` there is the whole one alone.
 */
function termsOf(
  begins: ChangePreview['begins'],
  at: number,
): Stripe.InvoiceCreatePreviewParams.SubscriptionDetails {
  switch (begins) {
    case 'now':
      return { proration_behavior: 'create_prorations', proration_date: at };
    case 'trial-ends':
      return { proration_behavior: 'none', trial_end: 'now' };
    case 'period-end':
    case 'trial-goes-on':
      return { proration_behavior: 'none' };
  }
}

/** Null: it has more lines than came. */
function invoiceOf({
  lines,
  total,
  starting_balance: balance,
}: Stripe.Invoice): PreviewInvoice | null {
  if (lines.has_more) return null;
  return { total, balance, lines: lines.data.map(lineOf) };
}

function lineOf(line: Stripe.InvoiceLineItem): PreviewInvoice['lines'][number] {
  const off = (line.discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  const taxes = line.taxes ?? [];
  // Inclusive ones are in the amount.
  const onTop = taxes
    .filter(({ tax_behavior: how }) => how === 'exclusive')
    .reduce((sum, { amount }) => sum + amount, 0);
  const { parent, period } = line;
  const item = parent?.subscription_item_details;
  return {
    total: line.amount - off + onTop,
    taxed: taxes.some(({ amount }) => amount !== 0),
    discounted: off !== 0,
    // What was put on the invoice by itself is no whole period.
    proration: item ? item.proration : true,
    start: toMs(period.start),
    end: toMs(period.end),
  };
}
