import type { Span } from '../insight.ts';

/** Up to two years weeks are few enough. */
const mostWeekly = 728;

/** How many days are one point of an area: days are few enough up to 90. */
export function areaBinDays(span: Pick<Span, 'days'>): number {
  return binDays(span, 90);
}

/** How many days are one point of the answers' picture, or one column of the drafts': no more than can be told apart. */
export function pointBinDays(span: Pick<Span, 'days'>): number {
  return binDays(span, 30);
}

/** Days, whole weeks, or four weeks where there are years: months differ in length, and would say less. */
function binDays({ days }: Pick<Span, 'days'>, mostDaily: number): number {
  if (days <= mostDaily) return 1;
  return days <= mostWeekly ? 7 : 28;
}
