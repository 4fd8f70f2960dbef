import type { SubscriptionFacts } from '../facts.ts';
import { isRunning, rankOf } from './statuses.ts';

/** The subscription that counts first: by status, then the newest. */
export function rankSubscriptions(all: readonly SubscriptionFacts[]): SubscriptionFacts[] {
  return all.toSorted(
    (a, b) =>
      rankOf(a.status) - rankOf(b.status) ||
      b.createdAt - a.createdAt ||
      b.id.localeCompare(a.id, 'en'),
  );
}

/**
 * Running subscriptions beyond the one that is kept: of those with the best status the oldest. So of two tabs that paid the
 * first one counts, and one that is paid is never ended in favour of one that is not.
 */
export function duplicatesAmong(all: readonly SubscriptionFacts[]): SubscriptionFacts[] {
  const running = all
    .filter(({ status }) => isRunning(status))
    .toSorted(
      (a, b) =>
        rankOf(a.status) - rankOf(b.status) ||
        a.createdAt - b.createdAt ||
        a.id.localeCompare(b.id, 'en'),
    );
  return running.slice(1);
}
