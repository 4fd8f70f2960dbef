import type { StageThresholds } from '#src/features/preferences/index.ts';

/** One of the lines between stages. */
export type Line = keyof StageThresholds;

/** All lines, in the order in which they are shown. */
export const lines: readonly Line[] = ['newDays', 'vipMessages', 'coolingDays', 'lostDays'];

/** What a tap adds or takes away, by the size that the value has. */
const steps = { newDays: 1, vipMessages: 5, coolingDays: 1, lostDays: 5 } as const;
const least = { newDays: 1, vipMessages: 5, coolingDays: 2, lostDays: 5 } as const;
const most = { newDays: 90, vipMessages: 500, coolingDays: 180, lostDays: 365 } as const;

/** The lines after one was moved by a step. A fan cools before being lost, so these two keep a day between them. */
export function moved(thresholds: StageThresholds, line: Line, by: 1 | -1): StageThresholds {
  const wanted = thresholds[line] + by * steps[line];
  const value = Math.min(most[line], Math.max(least[line], wanted));
  const after = { ...thresholds, [line]: value };
  return after.coolingDays < after.lostDays ? after : thresholds;
}
