import type { PlanName } from '#src/core/plans.ts';
import type { PlanReason, PlanStanding } from './plan-at.ts';
import { rankOf } from './plan-table.ts';

/** What only grows, and is told of as it does. */
export interface Sums {
  /** Drafts bought on top, ever. */
  readonly topupDrafts: number;
  /** Subscriptions that were one too many and became credit, ever. */
  readonly duplicates: number;
}

/** How a plan stood when the creator was last told. Times are epoch ms. */
export interface Told extends PlanStanding, Sums {
  /** The end that the creator was reminded of: of a trial, or of a grace. */
  readonly reminded: number | null;
}

/** One thing that the creator is told. */
export type PlanNews =
  | { readonly is: 'trial-began'; readonly plan: PlanName; readonly trialEnd: number | null }
  | {
      readonly is: 'began' | 'paid' | 'recovered' | 'resumed' | 'released' | 'cleared' | 'changed';
      readonly plan: PlanName;
    }
  | { readonly is: 'goes-on'; readonly plan: PlanName }
  | { readonly is: 'granted'; readonly plan: PlanName; readonly until: number | null }
  | {
      readonly is: 'ending' | 'payment-failed';
      readonly plan: PlanName;
      readonly until: number;
      readonly then: PlanName;
    }
  | {
      readonly is: 'grace-ends';
      readonly plan: PlanName;
      readonly until: number;
      readonly then: PlanName;
    }
  | { readonly is: 'trial-ends'; readonly plan: PlanName; readonly trialEnd: number }
  | {
      readonly is: 'less';
      readonly from: PlanName;
      readonly to: PlanName;
      readonly why: PlanReason;
    }
  | {
      readonly is: 'hold' | 'fraud-warning' | 'paused' | 'paused-by-operator';
      readonly from: PlanName;
    }
  /** It is paused, and nothing of it was allowed before. */
  | { readonly is: 'paused-still'; readonly why: 'paused' | 'paused-by-operator' }
  /**
   * The plan stays. `address`: Stripe needs the creator's. `uncollected`: somebody paused its payments at Stripe; `collected`: they are
   * taken again.
   */
  | { readonly is: 'address' | 'uncollected' | 'collected'; readonly plan: PlanName }
  /** A subscription beside another one was ended, and its payment became credit. */
  | { readonly is: 'duplicate' }
  /** The subscription ended while nothing of it was allowed any more. */
  | { readonly is: 'over' }
  | { readonly is: 'topup'; readonly drafts: number };

/** What is to be told, what is told then, and when to look again though nothing changed (null: no need). */
export interface Telling {
  readonly news: readonly PlanNews[];
  readonly told: Told;
  readonly lookAt: number | null;
}

/** How long before the end the creator is reminded. */
export const trialReminderMs = 3 * 86_400_000;
/** How long before the end the creator is reminded. */
export const graceReminderMs = 2 * 86_400_000;

/** Before anything was ever told. */
const untold: Told = {
  plan: 'free',
  why: 'free',
  until: null,
  then: 'free',
  trialEnd: null,
  topupDrafts: 0,
  duplicates: 0,
  reminded: null,
};

/**
 * What the creator is to be told now. It compares what was told with what is true, and so does not care which events came,
 * how often or in which order; what came and went in between is not told at all.
 */
export function tellingOf(
  told: Told | null,
  standing: PlanStanding,
  sums: Sums,
  now: number,
): Telling {
  const before = told ?? untold;
  const changes = [
    ...changesOf(before, standing),
    ...addressOf(before, standing),
    ...collectionOf(before, standing),
  ];
  const reminder = reminderOf(standing);
  const isNew = reminder !== null && before.reminded !== reminder.end;
  const isDue = isNew && now >= reminder.at && now < reminder.end;
  const bought = sums.topupDrafts - before.topupDrafts;
  return {
    news: [
      ...changes,
      // Who has just been told of the end needs no reminder of it.
      ...(isDue && changes.length === 0 ? [reminder.news] : []),
      ...(sums.duplicates > before.duplicates ? [{ is: 'duplicate' } as const] : []),
      ...(bought > 0 ? [{ is: 'topup', drafts: bought } as const] : []),
    ],
    told: { ...standing, ...sums, reminded: isDue ? reminder.end : before.reminded },
    lookAt: earliestAfter(now, [standing.until, isNew ? reminder.at : null]),
  };
}

/** Whether this is told because of the time alone, and can wait for the end of the quiet hours. */
export function isReminder({ is }: PlanNews): boolean {
  return is === 'trial-ends' || is === 'grace-ends';
}

/** What differs, most important first. */
function changesOf(before: Told, after: PlanStanding): PlanNews[] {
  const { plan, why, until, then } = after;
  const up = rankOf(plan) - rankOf(before.plan);
  if (isHold(why)) return before.why === why ? [] : [{ is: why, from: before.plan }];
  // The end of a grant is told as any other.
  const granted = before.why === 'grant' && up < 0;
  if (isPause(why) && before.why !== why && !granted) {
    return [up < 0 ? { is: why, from: before.plan } : { is: 'paused-still', why }];
  }
  if (up < 0) return [{ is: 'less', from: before.plan, to: plan, why }, ...endingOf(after)];
  if (plan === 'free') {
    const waited = isHold(before.why) || isPause(before.why);
    const isOver = waited && (why === 'ended' || why === 'unpaid');
    return isOver ? [{ is: 'over' }] : [];
  }
  if (why === 'grace') {
    const failedAgain = before.why !== 'grace' || up > 0 || later(until, before.until);
    if (until === null) return [];
    if (failedAgain) return [{ is: 'payment-failed', plan, until, then }];
    return until === before.until ? [] : [{ is: 'ending', plan, until, then }];
  }
  if (why === 'grant') {
    const same = up === 0 && before.why === 'grant' && until === before.until;
    return same ? [] : [{ is: 'granted', plan, until }];
  }
  const main = mainChange(before, after);
  if (main) return [main, ...endingOf(after)];
  if (until === before.until) return [];
  return until === null ? [{ is: 'goes-on', plan }] : endingOf(after);
}

function isHold(why: PlanReason): why is 'hold' | 'fraud-warning' {
  return why === 'hold' || why === 'fraud-warning';
}

function isPause(why: PlanReason): why is 'paused' | 'paused-by-operator' {
  return why === 'paused' || why === 'paused-by-operator';
}

/** A change for the better, or of what it stands on. */
function mainChange(before: Told, { plan, why, trialEnd }: PlanStanding): PlanNews | null {
  if (before.why === 'hold') return { is: 'released', plan };
  if (before.why === 'fraud-warning') return { is: 'cleared', plan };
  if (before.why === 'grace') return { is: 'recovered', plan };
  if (isPause(before.why)) return { is: 'resumed', plan };
  if (before.plan !== plan) {
    if (before.plan !== 'free') return { is: 'changed', plan };
    return why === 'trial' ? { is: 'trial-began', plan, trialEnd } : { is: 'began', plan };
  }
  const isPaid = why === 'subscription' || why === 'address' || why === 'uncollected';
  return before.why === 'trial' && isPaid ? { is: 'paid', plan } : null;
}

/** Who gave it is told nothing: the plan was theirs all the while. */
function addressOf(before: Told, { plan, why }: PlanStanding): PlanNews[] {
  return why === 'address' && before.why !== 'address' ? [{ is: 'address', plan }] : [];
}

/** Whether payments are taken, where that changed. */
function collectionOf(before: Told, { plan, why }: PlanStanding): PlanNews[] {
  if (why === 'uncollected') return before.why === why ? [] : [{ is: why, plan }];
  const isTaken = before.why === 'uncollected' && (why === 'subscription' || why === 'address');
  return isTaken ? [{ is: 'collected', plan }] : [];
}

function endingOf({ plan, why, until, then }: PlanStanding): PlanNews[] {
  return until === null || why === 'grant' || why === 'grace'
    ? []
    : [{ is: 'ending', plan, until, then }];
}

interface Reminder {
  readonly at: number;
  readonly end: number;
  readonly news: PlanNews;
}

function reminderOf({ plan, why, until, then, trialEnd }: PlanStanding): Reminder | null {
  // Who was told that it ends with the trial needs no reminder.
  if (why === 'trial' && trialEnd !== null && until === null) {
    const news = { is: 'trial-ends', plan, trialEnd } as const;
    return { at: trialEnd - trialReminderMs, end: trialEnd, news };
  }
  if (why === 'grace' && until !== null) {
    const news = { is: 'grace-ends', plan, until, then } as const;
    return { at: until - graceReminderMs, end: until, news };
  }
  return null;
}

function later(one: number | null, other: number | null): boolean {
  return (one ?? Number.POSITIVE_INFINITY) > (other ?? Number.POSITIVE_INFINITY);
}

function earliestAfter(now: number, times: readonly (number | null)[]): number | null {
  const next = times.filter((time) => time !== null && time > now) as number[];
  return next.length > 0 ? Math.min(...next) : null;
}
