import { unreachable } from '#src/core/result.ts';
import { endTrial, goOnAfterPause, waitForBank } from './small-lives.ts';
import type { SmallStripe } from './small-stripe.ts';

/** What may happen to a customer of the small Stripe. Where it makes no sense just then, nothing happens. */
export const acts = [
  'subscribe',
  'trial',
  'second-tab',
  'bank-asks',
  'bank-agrees',
  'bank-is-left',
  'fail',
  'no-more-tries',
  'recover',
  'trial-ends-paid',
  'trial-ends-without-card',
  'trial-ends-paused',
  'go-on-after-pause',
  'cancel-at',
  'cancel-at-period-end',
  'resume',
  'end',
  'upgrade',
  'price-of-others',
  'new-word',
  'known-word',
  'dispute',
  'won',
  'lost',
  'warning',
  'refund',
  'topup',
  'delete-customer',
] as const;
/** One of them. */
export type Act = (typeof acts)[number];

/** A status that Stripe may add one day. */
export const newWord = 'hibernating';

/** Plays an act of a customer, mostly with the subscription that was made last. */
export function playAct(account: SmallStripe, act: Act, customerId: string): void {
  if (account.of(customerId).deleted) return;
  const last = account.last(customerId);
  const isFree = last === undefined || last.endedAt !== null;
  switch (act) {
    case 'subscribe':
      if (isFree) account.subscribe(customerId, 'pro_monthly');
      return;
    case 'trial':
      if (isFree) account.subscribe(customerId, 'studio_yearly', 14);
      return;
    case 'second-tab':
      account.subscribe(customerId, 'pro_yearly');
      return;
    case 'bank-asks':
      waitForBank(account, customerId, 'studio_monthly');
      return;
    case 'bank-agrees':
      return account.recover(customerId, 'incomplete');
    case 'bank-is-left':
      return account.giveUp(customerId);
    case 'fail':
      return account.fail(customerId);
    case 'no-more-tries':
      return account.setStatus(customerId, { from: 'past_due', to: 'unpaid' });
    case 'recover':
      account.recover(customerId, 'unpaid');
      return account.recover(customerId);
    case 'trial-ends-paid':
      return endTrial(account, customerId, 'paid');
    case 'trial-ends-without-card':
      return endTrial(account, customerId, 'canceled');
    case 'trial-ends-paused':
      return endTrial(account, customerId, 'paused');
    case 'go-on-after-pause':
      return goOnAfterPause(account, customerId);
    case 'cancel-at':
      return account.cancelLater(customerId, 'cancel_at');
    case 'cancel-at-period-end':
      return account.cancelLater(customerId, 'at_period_end');
    case 'resume':
      return account.resume(customerId);
    case 'end':
      return account.end(customerId);
    case 'upgrade':
      return account.change(customerId, 'studio_monthly');
    case 'price-of-others':
      return account.change(customerId, null);
    case 'new-word':
      return account.setStatus(customerId, { from: 'active', to: newWord });
    case 'known-word':
      return account.setStatus(customerId, { from: newWord, to: 'active' });
    case 'dispute':
      account.dispute(customerId, last?.id ?? null);
      return;
    case 'won':
    case 'lost':
      return account.closeDisputes(customerId, act);
    case 'warning':
      account.warn(customerId);
      return;
    case 'refund':
      account.refund(customerId);
      return;
    case 'topup':
      return account.topup(customerId);
    case 'delete-customer':
      return account.deleteCustomer(customerId);
    default:
      return unreachable(act);
  }
}
