import { html } from 'hono/html';
import type { AccountParts } from '../account-parts.ts';
import { middlePage } from '../pages/middle-page.ts';
import { isOwnPost } from '../rules/is-own-post.ts';
import { hashOfSecret, isSecret } from '../rules/secrets.ts';
import { lookAtLink, openLink } from '../services/account-links.ts';
import { wordingOf } from '../services/account-view.ts';
import { visitOf } from '../services/visit.ts';
import type { WrongLinks } from '../services/wrong-links.ts';
import { deadEnd, keepSession, type PageContext, sessionIn } from './answers.ts';

/**
 * The page behind a link. It only shows a button: previews of links are fetched by machines, which must not use it up. The
 * button's post opens the account.
 */
export async function answerLink(
  parts: AccountParts,
  wrong: WrongLinks,
  context: PageContext,
): Promise<Response> {
  const { origin } = parts;
  const secret = context.req.param('secret') ?? '';
  const isPost = context.req.method === 'POST';
  if (isPost && !isOwnPost(senderOf(context), origin()))
    return deadEnd(parts, context, 'cross-site');
  if (!isSecret(secret)) return deadEnd(parts, context, 'unknown');
  const address = addressOf(context);
  if (!wrong.mayTry(address)) return deadEnd(parts, context, 'too-many');
  const present = await visitOf(parts, sessionIn(context, origin()));
  const holder = present.ok ? present.visit.holder : null;
  if (!isPost) {
    const looked = await lookAtLink(parts, secret, holder);
    if (!looked.ok) {
      if (looked.reason === 'unknown') wrong.note(address);
      return deadEnd(parts, context, looked.reason);
    }
    if (!looked.opens) return context.redirect('/account', 303);
    const { tenantId, name, botUsername } = looked.opens;
    const { t, language } = await wordingOf(parts, tenantId);
    const text = t('account-open-text', { bot: `@${botUsername}` });
    const open = html`<form method="post"><button>${t('account-open-button')}</button></form>`;
    const title = t('account-open');
    const top = { name };
    return context.html(middlePage({ language, top, sign: '💳', title, text, doing: [open] }));
  }
  const opened = await openLink(parts, secret, holder);
  if (!opened.ok) {
    if (opened.reason === 'unknown') wrong.note(address);
    return deadEnd(parts, context, opened.reason);
  }
  if (opened.session !== null) {
    if (present.ok) await parts.book.endSession(hashOfSecret(present.visit.secret));
    keepSession(context, origin(), opened.session);
  }
  return context.redirect('/account', 303);
}

/** What the browser says of where a request comes from. */
export function senderOf(context: PageContext) {
  return { site: context.req.header('Sec-Fetch-Site'), origin: context.req.header('Origin') };
}

/** Whose request it is; behind a proxy on this machine what that wrote last, which nobody else can. */
function addressOf(context: PageContext): string {
  const peer = context.env.incoming.socket.remoteAddress ?? '';
  const isLocal = /^(127\.|::1$|::ffff:127\.)/.test(peer);
  const told = context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
  return isLocal && told ? told.slice(0, 45) : peer;
}
