import type { ChangePreview } from '#src/core/stripe.ts';

/** A line of an invoice that Stripe worked out. Amounts in the smallest unit, times in epoch ms. */
export interface PreviewLine {
  /** With its discounts and taxes. */
  readonly total: number;
  readonly taxed: boolean;
  readonly discounted: boolean;
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
  const sums = (today: readonly PreviewLine[], next: Sums['next']): Sums => ({
    today: todayOf(today, balance),
    next,
    taxed: lines.some(({ taxed }) => taxed),
  });
  if (whole.length === 0) return null;
  if (begins === 'period-end' || begins === 'trial-goes-on') {
    return sums([], { at: periodEnd, amount: sumOf(whole) });
  }
  const later = whole.filter(({ start }) => start >= periodEnd);
  if (later.length > 0) {
    // What ends a trial begins a period at once.
    if (begins === 'trial-ends' || later.length < whole.length) return null;
    const today = lines.filter((line) => !later.includes(line));
    return sums(today, { at: periodEnd, amount: sumOf(later) });
  }
  const next = Math.max(...whole.map(({ end }) => end));
  if (next <= at) return null;
  // A discount may hold for the first of two invoices alone.
  const isSame = whole.every(({ discounted }) => !discounted);
  return sums(lines, { at: next, amount: isSame ? sumOf(whole) : null });
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
