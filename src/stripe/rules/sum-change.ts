import type { ChangePreview } from '#src/core/stripe.ts';

/** A line of an invoice that Stripe worked out. Amounts in the smallest unit, times in epoch ms. */
export interface PreviewLine {
  /** With its discounts and taxes. */
  readonly total: number;
  readonly taxed: boolean;
  /** Until when its discounts certainly stay as they are; Infinity where it has none, or none that ever ends. */
  readonly steadyUntil: number;
  /** For a part of a period; otherwise it is for a whole one. */
  readonly proration: boolean;
  readonly start: number;
  readonly end: number;
}

/** An invoice that Stripe worked out. */
export interface PreviewInvoice {
  readonly lines: readonly PreviewLine[];
  readonly total: number;
  /** What the customer owes (positive) or has to their credit (negative) before it. */
  readonly balance: number;
}

/** What a change is, beside its invoice. `at`: when it is made; `periodEnd`: of the period that runs. */
export interface ChangeTimes {
  readonly begins: ChangePreview['begins'];
  readonly at: number;
  readonly periodEnd: number;
}

type Sums = Pick<ChangePreview, 'today' | 'next' | 'taxed'>;

/**
 * Which part of the invoice is due today, and what the next full one is. Null: the lines do not make up the invoice, or there is none
 * for a whole period among them, so that what it says is not understood.
 */
export function sumChange(
  { lines, total, balance }: PreviewInvoice,
  { begins, at, periodEnd }: ChangeTimes,
): Sums | null {
  // Taxes may be rounded for each line or for the whole; what somebody owes already belongs to neither of the two sums.
  if (balance > 0 || Math.abs(sumOf(lines) - total) > lines.length) return null;
  const whole = lines.filter(({ proration }) => !proration);
  // A discount may hold for this invoice, and be over by the one that is made then.
  const isSure = (next: number) => whole.every(({ steadyUntil }) => steadyUntil > next);
  const sums = (today: readonly PreviewLine[], next: number, isAll = true): Sums => ({
    today: todayOf(today, balance),
    next: { at: next, amount: isAll && isSure(next) ? sumOf(whole) : null },
    taxed: lines.some(({ taxed }) => taxed),
  });
  if (whole.length === 0) return null;
  if (begins === 'period-end' || begins === 'trial-goes-on') {
    // What else waits for an invoice stands on the next one, too.
    return sums([], periodEnd, whole.length === lines.length);
  }
  const later = whole.filter(({ start }) => start >= periodEnd);
  if (later.length > 0) {
    // What ends a trial begins a period at once.
    if (begins === 'trial-ends' || later.length < whole.length) return null;
    return sums(
      lines.filter((line) => !later.includes(line)),
      periodEnd,
    );
  }
  const next = Math.max(...whole.map(({ end }) => end));
  return next <= at ? null : sums(lines, next);
}

function todayOf(lines: readonly PreviewLine[], balance: number): Sums['today'] {
  const charged = sumOf(lines.filter(({ total }) => total > 0));
  const credited = Math.abs(sumOf(lines.filter(({ total }) => total < 0)));
  const open = Math.max(0, charged - credited);
  const fromCredit = Math.min(open, Math.max(0, -balance));
  return {
    charged,
    credited,
    fromCredit,
    due: open - fromCredit,
    kept: Math.max(0, credited - charged),
  };
}

function sumOf(lines: readonly PreviewLine[]): number {
  return lines.reduce((sum, { total }) => sum + total, 0);
}
