import type { Span } from '../insight.ts';

/** How many days are one point of the answers' picture: single days in short periods, weeks in long ones. */
export function answerBinDays({ days }: Pick<Span, 'days'>): number {
  return days > 30 ? 7 : 1;
}

/** How many days are one column of the drafts' picture: no more columns than can be told apart. */
export function draftBinDays({ days }: Pick<Span, 'days'>): number {
  return days > 30 ? 7 : 1;
}
