import { Hono } from 'hono';
import { limitBody } from './limit-body.ts';
import type { HttpApp, HttpRoute } from './server.ts';

/** Stripe's events have some kilobytes; more than this is none. */
const maxBodyBytes = 1024 * 1024;

/** `POST /stripe/webhook`: hands the bytes on as they came, since they are signed, and answers with a bare status. */
export function stripeWebhook(
  take: (delivery: {
    readonly body: Uint8Array;
    readonly signature: string | undefined;
  }) => Promise<{ readonly status: 200 | 400 }>,
): HttpRoute {
  const app: HttpApp = new Hono();
  app.post('/webhook', limitBody(maxBodyBytes), async (context) => {
    const body = new Uint8Array(await context.req.arrayBuffer());
    const { status } = await take({ body, signature: context.req.header('Stripe-Signature') });
    return context.body(null, status);
  });
  return { path: '/stripe', app };
}
