import { Hono } from 'hono';
import { errorCode } from '#src/core/error-code.ts';
import { limitBody } from '#src/http/limit-body.ts';
import type { HttpApp, HttpRoute } from '#src/http/server.ts';
import type { AccountParts } from './account-parts.ts';
import {
  goToStripe,
  type PageParts,
  portalWish,
  showAccount,
  showReturn,
  signOut,
  subscriptionWish,
  topupWish,
} from './http/account-pages.ts';
import { deadEnd, pageHeaders } from './http/answers.ts';
import { showChange } from './http/change-page.ts';
import { answerLink } from './http/link-pages.ts';
import { resumePlan } from './http/resume-plan.ts';
import { createStripePages } from './services/stripe-pages.ts';
import { createWrongLinks } from './services/wrong-links.ts';

/** Our forms have some hundred bytes. */
const maxBodyBytes = 8 * 1024;
/** Our own paths have less than a hundred characters. */
const maxPathLength = 1_000;

/** The account page below `/account`: server-rendered, without scripts. Requests are not logged: links are secrets. */
export function accountRoute(given: AccountParts): HttpRoute {
  const parts: PageParts = { ...given, stripePages: createStripePages(given) };
  const wrong = createWrongLinks(given.services.clock);
  const headers = pageHeaders(given.stripeOrigins);
  const app: HttpApp = new Hono();

  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    if (context.req.url.length > maxPathLength) return await deadEnd(parts, context, 'too-long');
    return await next();
  });
  app.use(limitBody(maxBodyBytes));

  app.get('/', (context) => showAccount(parts, context));
  app.get('/return', (context) => showReturn(parts, context));
  app.on(['GET', 'POST'], '/open/:secret', (context) => answerLink(parts, wrong, context));
  app.post('/subscribe', (context) => goToStripe(parts, context, subscriptionWish));
  app.post('/topup', (context) => goToStripe(parts, context, topupWish));
  app.post('/change', (context) => showChange(parts, context));
  app.post('/manage', (context) => goToStripe(parts, context, portalWish));
  app.post('/resume', (context) => resumePlan(parts, context));
  app.post('/logout', (context) => signOut(parts, context));

  // Somebody loads anew what a form led to.
  for (const path of [
    '/subscribe',
    '/topup',
    '/change',
    '/manage',
    '/resume',
    '/logout',
  ] as const) {
    app.get(path, (context) => context.redirect('/account', 303));
  }
  for (const [path, allow] of [
    ['/', 'GET, HEAD'],
    ['/return', 'GET, HEAD'],
    ['/open/:secret', 'GET, HEAD, POST'],
    ['/subscribe', 'GET, HEAD, POST'],
    ['/topup', 'GET, HEAD, POST'],
    ['/change', 'GET, HEAD, POST'],
    ['/manage', 'GET, HEAD, POST'],
    ['/resume', 'GET, HEAD, POST'],
    ['/logout', 'GET, HEAD, POST'],
  ] as const) {
    app.all(path, async (context) => {
      context.header('Allow', allow);
      return await deadEnd(parts, context, 'wrong-method');
    });
  }
  app.all('*', (context) => deadEnd(parts, context, 'not-found'));
  app.onError((error, context) => {
    given.services.log.error('account.failed', { code: errorCode(error) });
    return deadEnd(parts, context, 'failed');
  });
  return { path: '/account', app };
}
