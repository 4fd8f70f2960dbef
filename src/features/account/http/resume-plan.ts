import { inTime } from '#src/core/in-time.ts';
import { unreachable } from '#src/core/result.ts';
import { noteOfOff, noteOfResume, noteOfWaiting } from '../rules/notes.ts';
import { wordingOf } from '../services/account-view.ts';
import { mostStripeMs } from '../services/come-back.ts';
import { account, openWish, type PageParts } from './account-pages.ts';
import type { PageContext } from './answers.ts';
import { readPost } from './read-post.ts';

/**
 * `POST /account/resume`: a paused subscription goes on, and its first payment is taken. Without a way to pay it leads to where one
 * is added, and then back to the same button: nobody is charged for adding a card. Where that payment is open, to where it is made.
 */
export async function resumePlan(parts: PageParts, context: PageContext): Promise<Response> {
  const posted = await readPost(parts, context);
  if (!posted.ok) return posted.answer;
  const { visit } = posted;
  const { tenantId } = visit.holder;
  const { t } = await wordingOf(parts, tenantId);
  if (visit.tenant.state !== 'active') return account(parts, context, visit, noteOfOff(t));
  const { clock, stripe } = parts.services;
  const resumed = await inTime(clock, mostStripeMs, stripe.resume(tenantId));
  if (!resumed) return account(parts, context, visit, noteOfWaiting(false, t), false);
  if (resumed.ok) return context.redirect('/account', 303);
  const { reason } = resumed;
  switch (reason) {
    case 'no-way-to-pay': {
      const flow = { kind: 'payment-method' } as const;
      return openWish(parts, context, posted, { kind: 'portal', flow, then: 'resume' });
    }
    case 'payment-open':
      return openWish(parts, context, posted, { kind: 'portal', then: 'resume' });
    case 'no-customer':
    case 'no-subscription':
    case 'held':
    case 'paused-by-operator':
    case 'unclear':
    case 'unreachable':
    case 'misconfigured': {
      const askPrices = reason !== 'unreachable' && reason !== 'unclear';
      return account(parts, context, visit, noteOfResume(reason, t), askPrices);
    }
    default:
      return unreachable(reason);
  }
}
