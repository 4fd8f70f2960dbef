import type { Stripe } from 'stripe';
import type { TenantId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { ChangePreview, ChangeRefusal, PlanPriceKey } from '#src/core/stripe.ts';
import { isPassing, troubleOf } from './fault-of-error.ts';
import { findChange, type FoundChange } from './find-change.ts';
import type { PortalParts } from './open-portal.ts';
import { readAnew } from './read-anew.ts';
import { idOf, toMs } from './read-facts.ts';
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
      expand: ['total_discount_amounts.discount.source.coupon'],
    }),
  );
  if (!asked.ok) {
    logFault(log, asked, { tenantId, what: 'preview' });
    if (asked.reason === 'rejected-key') {
      log.error('stripe.no-previews', { hint: 'the key needs to write invoices' });
      return refuse(troubleOf(asked.reason));
    }
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

/** Null: it has more lines than came. Its discounts must be expanded down to their coupons. */
function invoiceOf({
  lines,
  total,
  starting_balance: balance,
  total_discount_amounts: discounts,
}: Stripe.Invoice): PreviewInvoice | null {
  if (lines.has_more) return null;
  const isAlone = lines.data.length === 1;
  const steady = new Map(
    (discounts ?? []).map(({ discount }) => [idOf(discount), steadyUntil(discount, isAlone)]),
  );
  return { total, balance, lines: lines.data.map((line) => lineOf(line, steady)) };
}

/**
 * Until when a discount takes off what it does on this invoice (epoch ms). 0: that is not certain: it may be used up by one invoice, or
 * it is an amount of which other lines have their share here.
 */
function steadyUntil(
  discount: string | Stripe.Discount | Stripe.DeletedDiscount,
  isAlone: boolean,
): number {
  if (typeof discount === 'string' || discount.deleted) return 0;
  const { coupon } = discount.source;
  if (coupon === null || typeof coupon === 'string') return 0;
  if (coupon.percent_off === null && !isAlone) return 0;
  // One for a single invoice has no end either.
  if (coupon.duration === 'forever') return Number.POSITIVE_INFINITY;
  return discount.end === null ? 0 : toMs(discount.end);
}

function lineOf(
  line: Stripe.InvoiceLineItem,
  steady: ReadonlyMap<string | null, number>,
): PreviewInvoice['lines'][number] {
  const used = (line.discount_amounts ?? []).filter(({ amount }) => amount !== 0);
  const off = used.reduce((sum, { amount }) => sum + amount, 0);
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
    steadyUntil: Math.min(
      ...used.map(({ discount }) => steady.get(idOf(discount)) ?? 0),
      Number.POSITIVE_INFINITY,
    ),
    // What was put on the invoice by itself is no whole period.
    proration: item ? item.proration : true,
    start: toMs(period.start),
    end: toMs(period.end),
  };
}
