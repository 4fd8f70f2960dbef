import type { Formats } from './formats.ts';

const dayMs = 86_400_000;

/**
 * What stands below the days of a period, few enough to be read on a phone; empty texts leave a place free. `starts` as
 * in Span, with the end of the last day.
 */
export function dayLabels(starts: readonly number[], formats: Formats): string[] {
  const days = starts.slice(0, -1);
  if (days.length <= 7) {
    return days.map((at, index) => formats.weekdayOf((at + (starts[index + 1] ?? at)) / 2));
  }
  const step = days.length <= 31 ? 7 : 21;
  return days.map((at, index) => {
    const fromEnd = days.length - 1 - index;
    return fromEnd % step === 0 ? formats.day(at) : '';
  });
}

/**
 * What stands below the weeks, or the four weeks, of a long period: a day now and then, every second month at its first week, or
 * the beginnings of years with some months between them.
 */
export function weekLabels(starts: readonly number[], formats: Formats): string[] {
  const weeks = starts.slice(0, -1);
  if ((starts.at(-1) ?? 0) - (starts[0] ?? 0) > 400 * dayMs) return yearLabels(starts, formats);
  if (weeks.length <= 14) {
    const last = weeks.length - 1;
    return weeks.map((at, index) => ((last - index) % 4 === 0 ? formats.day(at) : ''));
  }
  // A week belongs to the month in which its middle lies.
  const months = weeks.map((at) => formats.month(at + 3 * dayMs));
  let named = 0;
  return months.map((month, index) => {
    if (index === 0 || month === months[index - 1]) return '';
    named += 1;
    return named % 2 === 1 ? month : '';
  });
}

/** Up to so many months every so many months are named. */
const monthSteps = [
  [26, 3],
  [52, 6],
  [108, 12],
] as const;

/** The year where one begins, and months between where there is room. */
function yearLabels(starts: readonly number[], formats: Formats): string[] {
  // A bin belongs to the month in which its middle lies; no month is shorter than four weeks, so none is missed.
  const middles = starts.slice(0, -1).map((at, index) => (at + (starts[index + 1] ?? at)) / 2);
  const months = middles.map((at) => {
    const { year, month } = formats.calendar(at);
    return year * 12 + month - 1;
  });
  const count = (months.at(-1) ?? 0) - (months[0] ?? 0) + 1;
  const [, step] = monthSteps.find(([most]) => count <= most) ?? [0, 24];
  return months.map((month, index) => {
    if (index === 0 || month === months[index - 1] || month % step !== 0) return '';
    return month % 12 === 0 ? `${month / 12}` : formats.month(middles[index] ?? 0);
  });
}
