import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { keepSession, pageHeaders, sessionIn } from './answers.ts';

/** What the browser is given under an origin, and what is read of what it sends. */
async function kept(origin: string, cookie = '') {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/in', (context) => {
    keepSession(context, origin, 'secret');
    return context.text(sessionIn(context, origin) ?? 'none');
  });
  const answer = await app.request(`${origin}/in`, { headers: { cookie } });
  return { set: answer.headers.get('set-cookie'), read: await answer.text() };
}

test('under https a session is tied to this host and to https', async () => {
  const { set } = await kept('https://bots.example.com');
  expect(set).toBe('__Host-fanline=secret; Max-Age=3600; Path=/; HttpOnly; Secure; SameSite=Lax');
});

test('a cookie that plain http or another host could have set is not read under https', async () => {
  expect((await kept('https://bots.example.com', 'fanline=planted')).read).toBe('none');
  expect((await kept('https://bots.example.com', '__Host-fanline=own')).read).toBe('own');
  expect((await kept('http://127.0.0.1:8080', 'fanline=own')).read).toBe('own');
});

test('forms may lead to us and to Stripe, and nowhere else', () => {
  const policy = pageHeaders(['https://checkout.stripe.com', 'https://billing.stripe.com'])[
    'Content-Security-Policy'
  ];
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; form-action 'self' https:\/\/checkout\.stripe\.com https:\/\/billing\.stripe\.com; base-uri 'none'; frame-ancestors 'none'$/,
  );
});
