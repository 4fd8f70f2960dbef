import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { AccountParts } from '../account-parts.ts';
import { linkButton, middlePage } from '../pages/middle-page.ts';
import { styleHash } from '../pages/style.ts';
import { type DeadEndReason, deadEnds } from '../rules/dead-ends.ts';
import { languageOf } from '../rules/language-of.ts';
import { sessionMs } from '../rules/secrets.ts';

/** A request to the account page. */
export type PageContext = Context<{ Bindings: HttpBindings }>;

/** What every answer carries. */
export function pageHeaders(stripeOrigins: readonly string[]): Readonly<Record<string, string>> {
  return {
    // Chromium holds form-action against redirects, too, so Stripe's pages are named.
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src ${styleHash}`,
      `form-action ${["'self'", ...stripeOrigins].join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Cache-Control': 'no-store',
    // Nothing leaves to other sites. With no-referrer browsers would post our own forms with `Origin: null` (Fetch, "append a request Origin header").
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}

/** `__Host-` ties a cookie to this very host and to https, which loopback has not. */
function cookieName(origin: string): string {
  return isSafe(origin) ? '__Host-fanline' : 'fanline';
}

function isSafe(origin: string): boolean {
  return origin.startsWith('https:');
}

/** The secret of the session that the browser holds. */
export function sessionIn(context: PageContext, origin: string): string | undefined {
  return getCookie(context, cookieName(origin));
}

/** Gives the browser a session, or takes it away (null). */
export function keepSession(context: PageContext, origin: string, secret: string | null): void {
  setCookie(context, cookieName(origin), secret ?? '', {
    httpOnly: true,
    secure: isSafe(origin),
    // Coming back from Stripe is a cross-site navigation, at which Strict would leave the session behind.
    sameSite: 'Lax',
    path: '/',
    maxAge: secret === null ? 0 : sessionMs / 1000,
  });
}

/** A page that leads nowhere, in the language of the browser; with a way to the bot (its username) where one is known. */
export function deadEnd(
  { services }: Pick<AccountParts, 'services'>,
  context: PageContext,
  reason: DeadEndReason,
  bot: string | null = null,
): Response | Promise<Response> {
  const { status, sign, title, text } = deadEnds[reason];
  if (status === 429) context.header('Retry-After', '600');
  const { t, language } = browserWording(services, context);
  const back =
    reason === 'wrong-form' || reason === 'foreign'
      ? [linkButton('/account', t('account-to'))]
      : [];
  const toBot = bot === null ? [] : [linkButton(`https://t.me/${bot}`, t('account-back'))];
  const doing = [...toBot, ...back];
  const page = middlePage({ language, sign, title: t(title), text: t(text), doing });
  return context.html(page, status);
}

/** In which words a page is when nobody knows whose it is. */
export function browserWording({ texts }: AccountParts['services'], context: PageContext) {
  const tag = languageOf(context.req.header('Accept-Language'));
  const served = texts.languages.find((language) => texts.for(tag) === texts.for(language));
  return { t: texts.for(tag), language: served ?? 'en' };
}
