import type { CheckoutRefusal, PortalRefusal, ResumeRefusal } from '#src/core/stripe.ts';
import type { Translate } from '#src/core/texts.ts';

/** Something that is said at the top of the account page, with the status of the answer that it stands in. */
export interface Note {
  readonly text: string;
  readonly look: '' | 'good' | 'bad';
  readonly status: 200 | 404 | 409 | 500 | 503;
}

/** Why there is no page of Stripe's, for the person who wanted it. */
export function noteOfRefusal(reason: CheckoutRefusal | PortalRefusal, t: Translate): Note {
  switch (reason) {
    case 'live-subscription':
      return { text: t('account-note-already'), look: '', status: 409 };
    case 'paused-subscription':
      return { text: t('account-note-paused'), look: '', status: 409 };
    case 'paused-by-operator':
      return { text: t('account-note-paused-by-operator'), look: '', status: 409 };
    case 'unclear-subscription':
      return { text: t('account-note-unclear'), look: 'bad', status: 409 };
    case 'trial-used':
      return { text: t('account-note-trial-used'), look: '', status: 409 };
    case 'no-customer':
    case 'no-subscription':
      return { text: t('account-note-nothing'), look: '', status: 409 };
    case 'no-change':
      return { text: t('account-note-no-change'), look: '', status: 409 };
    case 'not-changeable':
      return { text: t('account-note-not-changeable'), look: '', status: 409 };
    case 'held':
      return { text: t('account-note-held'), look: '', status: 409 };
    case 'payment-open':
      return { text: t('account-note-payment-open'), look: '', status: 409 };
    case 'unknown-price':
      return { text: t('account-note-no-price'), look: 'bad', status: 404 };
    case 'unreachable':
      return { text: t('account-note-unreachable'), look: 'bad', status: 503 };
    case 'no-such-tenant':
    case 'misconfigured':
      return { text: t('account-note-misconfigured'), look: 'bad', status: 500 };
  }
}

/** Why a paused subscription does not go on. */
export function noteOfResume(
  reason: Exclude<ResumeRefusal, 'no-way-to-pay' | 'payment-open'>,
  t: Translate,
): Note {
  switch (reason) {
    case 'unclear':
      return noteOfWaiting(false, t);
    case 'held':
      return { text: t('account-note-resume-held'), look: '', status: 409 };
    default:
      return noteOfRefusal(reason, t);
  }
}

/** That Stripe has not told yet what changed. `off`: the bot is switched off, so it will tell nothing. */
export function noteOfWaiting(off: boolean, t: Translate): Note {
  const text = t(off ? 'account-note-waiting-off' : 'account-note-waiting');
  return { text, look: '', status: 200 };
}

/** That nothing can be bought for a bot that is switched off. */
export function noteOfOff(t: Translate): Note {
  return { text: t('account-note-off'), look: '', status: 409 };
}

/** What an address may ask to have said (`?note=…`); anything else is nothing. `off`: the bot is switched off. */
export function noteOfQuery(note: string | undefined, off: boolean, t: Translate): Note | null {
  switch (note) {
    case 'not-charged':
      return { text: t('account-note-not-charged'), look: '', status: 200 };
    case 'waiting':
      return noteOfWaiting(off, t);
    case 'resume':
      return { text: t('account-note-resume'), look: '', status: 200 };
    default:
      return null;
  }
}
