import { unreachable } from '#src/core/result.ts';
import type { Stage } from '#src/features/activity/index.ts';
import { type Facts, type FactsOf, type Outcome, outcomes, type TopFan } from '../insight.ts';

/** The one thing to notice in a picture. Shares are parts of 1, durations ms. */
export type Notice =
  | { readonly notice: 'messages-times' | 'fans-times'; readonly times: number }
  | {
      readonly notice: 'messages-more' | 'messages-fewer' | 'fans-more' | 'fans-fewer';
      readonly share: number;
    }
  | {
      readonly notice: 'messages-peak' | 'fans-peak';
      /** Index of the day. */
      readonly day: number;
      readonly count: number;
    }
  | { readonly notice: 'messages-total'; readonly count: number }
  | { readonly notice: 'fans-total'; readonly count: number }
  | {
      readonly notice: 'answers-faster' | 'answers-slower';
      readonly median: number;
      readonly before: number;
    }
  | { readonly notice: 'answers-half'; readonly median: number }
  | { readonly notice: 'hours-busiest'; readonly weekday: number; readonly hour: number }
  | { readonly notice: 'stages-vip' | 'stages-cooling'; readonly count: number }
  | { readonly notice: 'stages-most'; readonly stage: Stage; readonly share: number }
  | { readonly notice: 'top-share'; readonly fan: TopFan; readonly share: number }
  | { readonly notice: 'top-first'; readonly fan: TopFan; readonly count: number }
  | { readonly notice: 'sources-best'; readonly source: string; readonly share: number }
  | {
      readonly notice: 'drafts-sent';
      readonly count: number;
      /** Sent as they were or changed, and of these those as they were. */
      readonly sent: number;
      readonly unchanged: number;
    };

/** Fewer than these before, and a change says nothing. */
const leastMessages = 20;
const leastFans = 10;
const leastAnswers = 10;
/** A change of so many per cent is worth a word. */
const smallestChange = 20;
/** From here on it is told how many times as much it is. */
const multiple = 1.9;
/** A day stands out when it has so many times the average. */
const peakTimes = 2.5;
/** Of fewer days than these, none stands out. */
const leastBusyDays = 4;
/** One fan who writes so large a part of everything is worth a word. */
const largeShare = 0.25;
/** As many cooling fans among those who still write. */
const manyCooling = 0.2;

/** Chooses what to notice; undefined when there is nothing to show at all. */
export function noticeIn(facts: Facts): Notice | undefined {
  switch (facts.picture) {
    case 'messages':
      return inMessages(facts);
    case 'fans':
      return inFans(facts);
    case 'answers':
      return inAnswers(facts);
    case 'hours':
      return inHours(facts);
    case 'stages':
      return inStages(facts);
    case 'top':
      return inTop(facts);
    case 'sources':
      return inSources(facts);
    case 'drafts':
      return inDrafts(facts);
    default:
      return unreachable(facts);
  }
}

/** By how much something grew or shrank, where there was enough of it before to compare with. */
export function changeOf(now: number, before: number, least: number): number | undefined {
  return before < least ? undefined : now / before - 1;
}

function inMessages({ from, to, before }: FactsOf<'messages'>): Notice | undefined {
  const count = sum(from);
  if (count + sum(to) === 0) return undefined;
  const change = changeOf(count, before.from, leastMessages);
  if (change !== undefined && change + 1 >= multiple) {
    return { notice: 'messages-times', times: Math.round(change + 1) };
  }
  if (change !== undefined && isWorthAWord(change)) {
    const notice = change > 0 ? 'messages-more' : 'messages-fewer';
    return { notice, share: Math.abs(change) };
  }
  const peak = peakOf(from, leastMessages);
  return peak ? { notice: 'messages-peak', ...peak } : { notice: 'messages-total', count };
}

function inFans({ came, before }: FactsOf<'fans'>): Notice | undefined {
  const count = sum(came);
  if (count === 0) return undefined;
  const change = changeOf(count, before, leastFans);
  if (change !== undefined && change + 1 >= multiple) {
    return { notice: 'fans-times', times: Math.round(change + 1) };
  }
  if (change !== undefined && isWorthAWord(change)) {
    return { notice: change > 0 ? 'fans-more' : 'fans-fewer', share: Math.abs(change) };
  }
  const peak = peakOf(came, leastFans);
  return peak ? { notice: 'fans-peak', ...peak } : { notice: 'fans-total', count };
}

function inAnswers({ whole, before }: FactsOf<'answers'>): Notice | undefined {
  if (whole.median === null) return undefined;
  const { median } = whole;
  const known =
    before && Math.min(before.count, whole.count) >= leastAnswers ? before.median : null;
  if (known === null || known === 0) return { notice: 'answers-half', median };
  const change = median / known - 1;
  if (!isWorthAWord(change)) return { notice: 'answers-half', median };
  return { notice: change < 0 ? 'answers-faster' : 'answers-slower', median, before: known };
}

function inHours({ grid }: FactsOf<'hours'>): Notice | undefined {
  const all = grid.flatMap((hours, weekday) =>
    hours.map((count, hour) => ({ weekday, hour, count })),
  );
  const most = all.reduce((best, one) => (one.count > best.count ? one : best), {
    weekday: 0,
    hour: 0,
    count: 0,
  });
  if (most.count === 0) return undefined;
  return { notice: 'hours-busiest', weekday: most.weekday, hour: most.hour };
}

function inStages({ stages }: FactsOf<'stages'>): Notice | undefined {
  const all = sum(stages.map(({ count }) => count));
  if (all === 0) return undefined;
  const of = (wanted: Stage) => stages.find(({ stage }) => stage === wanted);
  const [vip, cooling] = [of('vip'), of('cooling')];
  if (vip && vip.entered > 0) return { notice: 'stages-vip', count: vip.entered };
  const writing = all - (of('lost')?.count ?? 0);
  if (cooling && cooling.entered > 0 && cooling.count >= manyCooling * writing) {
    return { notice: 'stages-cooling', count: cooling.count };
  }
  const most = stages.reduce((best, one) => (one.count > best.count ? one : best));
  return { notice: 'stages-most', stage: most.stage, share: most.count / all };
}

function inTop({ fans, all }: FactsOf<'top'>): Notice | undefined {
  const [first, second] = fans;
  if (!first) return undefined;
  const share = first.count / Math.max(all, first.count);
  return second && share >= largeShare
    ? { notice: 'top-share', fan: first, share }
    : { notice: 'top-first', fan: first, count: first.count };
}

function inSources({ sources }: FactsOf<'sources'>): Notice | undefined {
  const all = sum(sources.map(({ count }) => count));
  const best = sources.find(({ source }) => source !== null);
  if (!best || best.source === null) return undefined;
  return { notice: 'sources-best', source: best.source, share: best.count / all };
}

function inDrafts({ bySource: { local, llm } }: FactsOf<'drafts'>): Notice | undefined {
  const of = (outcome: Outcome) => local[outcome] + llm[outcome];
  const count = sum(outcomes.map(of));
  if (count === 0) return undefined;
  const unchanged = of('sent');
  return { notice: 'drafts-sent', count, sent: unchanged + of('edited'), unchanged };
}

/** By the whole per cent that people will read. */
function isWorthAWord(change: number): boolean {
  return Math.abs(Math.round(change * 100)) >= smallestChange;
}

/** The day that stands out of the others, if one does. */
function peakOf(
  days: readonly number[],
  least: number,
): { day: number; count: number } | undefined {
  const count = Math.max(...days);
  const average = sum(days) / days.length;
  const busyDays = days.filter((one) => one > 0).length;
  return busyDays >= leastBusyDays && sum(days) >= least && count >= peakTimes * average
    ? { day: days.indexOf(count), count }
    : undefined;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
