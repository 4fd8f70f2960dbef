import type { Price } from '../objects/catalog.ts';
import { type InvoiceLine, newInvoiceLine } from '../objects/invoice.ts';
import { planOf, type Subscription, type SubscriptionItem } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { periodLine } from './invoices.ts';
import { type Period, periodAt } from './periods.ts';

/** Another price or quantity for an item. */
export interface ItemChange {
  readonly item: string;
  readonly price: Price;
  readonly quantity: number;
}

/** What a change makes of a subscription's items, and what it costs. */
export interface PlanChange {
  readonly items: SubscriptionItem[];
  /** Credit for what is not used of the old price, and what the new one costs until the period's end. */
  readonly lines: InvoiceLine[];
  /** Another interval begins a new cycle, which is billed at once. Null: the cycle stays. */
  readonly anchor: number | null;
}

/** Works out a change at a time (epoch seconds) without making it. Nothing is owed during a trial. */
export function workOutChange(
  world: World,
  subscription: Subscription,
  changes: readonly ItemChange[],
  at: number,
): PlanChange {
  const lines: InvoiceLine[] = [];
  let anchor: number | null = null;
  const items = subscription.items.data.map((item) => {
    const change = changes.find((each) => each.item === item.id);
    if (change === undefined) return item;
    const changed = {
      ...item,
      price: change.price,
      plan: planOf(change.price),
      quantity: change.quantity,
    };
    if (subscription.status === 'trialing') return changed;
    const rest = { start: at, end: item.current_period_end };
    lines.push(prorated(world, item, rest, -1));
    if (sameInterval(item.price, change.price)) {
      lines.push(prorated(world, changed, rest, 1));
      return changed;
    }
    anchor = at;
    const { begun, line } = beginPeriod(world, changed, at);
    lines.push(line);
    return begun;
  });
  return { items, lines, anchor };
}

/** Works out a change that ends a trial: the first period begins, and is billed at once. */
export function workOutTrialEnd(
  world: World,
  subscription: Subscription,
  changes: readonly ItemChange[],
  at: number,
): PlanChange {
  const begun = workOutChange(world, subscription, changes, at).items.map((item) =>
    beginPeriod(world, item, at),
  );
  return {
    items: begun.map((each) => each.begun),
    lines: begun.map(({ line }) => line),
    anchor: at,
  };
}

function beginPeriod(world: World, item: SubscriptionItem, at: number) {
  const every = item.price.recurring ?? { interval: 'month', interval_count: 1 };
  const period = periodAt(at, every, at);
  const begun = {
    ...item,
    current_period_start: period.start,
    current_period_end: period.end,
  };
  return { begun, line: periodLine(world, begun, period) };
}

function sameInterval(one: Price, other: Price): boolean {
  return (
    one.recurring?.interval === other.recurring?.interval &&
    one.recurring?.interval_count === other.recurring?.interval_count
  );
}

/** A line for the rest of an item's period, by its seconds. `sign`: -1 gives back what is not used, 1 is to be paid. */
export function prorated(
  world: World,
  item: SubscriptionItem,
  rest: Period,
  sign: 1 | -1,
): InvoiceLine {
  const whole = item.current_period_end - item.current_period_start;
  const share = whole <= 0 ? 0 : Math.max(0, rest.end - rest.start) / whole;
  const amount = Math.round((item.price.unit_amount ?? 0) * item.quantity * share);
  const product = world.book.products.get(item.price.product)?.name ?? 'Product';
  return newInvoiceLine(world.ids.next('il_', 24), {
    invoice: null,
    subscription: item.subscription,
    item: item.id,
    price: item.price,
    amount: amount === 0 ? 0 : sign * amount,
    quantity: item.quantity,
    description: `${sign < 0 ? 'Unused' : 'Remaining'} time on ${product}`,
    proration: true,
    period: rest,
  });
}
