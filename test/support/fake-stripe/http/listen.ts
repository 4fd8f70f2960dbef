import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { World } from '../world.ts';
import { checkoutPage, type PageAnswer } from '../pages/checkout-page.ts';
import { invoicePage } from '../pages/invoice-page.ts';
import { portalPage } from '../pages/portal-page.ts';
import { type FormGroup, readForm } from './form-body.ts';
import { readBody } from './read-body.ts';
import type { StripeApi } from './stripe-api.ts';

/** Answers the API, the pages and `/_fake` on loopback. */
export async function listen(
  world: World,
  api: StripeApi,
  controlled: (path: string, form: FormGroup) => unknown,
  port: number,
): Promise<Server> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake-stripe');
    const work = url.pathname.startsWith('/v1/')
      ? api.handle(request, response, url)
      : other(request, response, url.pathname);
    work.catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      const message = error instanceof Error ? (error.stack ?? error.message) : 'failed';
      response.end(JSON.stringify({ error: { type: 'api_error', message } }));
    });
  });

  const other = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    const form = request.method === 'POST' ? readForm(await readBody(request)) : undefined;
    if (path.startsWith('/_fake/')) {
      const answer = form === undefined ? undefined : controlled(path, form);
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify(answer ?? { error: 'There is no such path.' }));
    }
    const id = path.split('/').at(-1) ?? '';
    if (path.startsWith('/c/pay/')) return show(response, checkoutPage(world, id, form));
    if (path.startsWith('/i/')) return show(response, invoicePage(world, id, form));
    if (path.startsWith('/p/session/')) return show(response, portalPage(world, path, form));
    response.writeHead(404).end('Not found');
  };

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

function show(response: ServerResponse, answer: PageAnswer): void {
  if ('location' in answer) response.writeHead(303, { location: answer.location }).end();
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer.html);
}
