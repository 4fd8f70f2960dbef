import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { pageFile } from './page-file.ts';

/** What the demo page needs to know and where it listens. */
export interface PageServerOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where the sandbox listens, such as `http://127.0.0.1:8081`. */
  sandboxUrl: string;
  /** Whose phone is on the left. */
  creatorId: number;
  /** The bot that both phones write to. */
  botId: number;
  /** A line for whoever opens the page, beside what it says anyway. */
  hint?: string | undefined;
  /** A loopback address; 127.0.0.1 when absent. Any other is refused: the sandbox lets everybody act as anybody. */
  host?: string;
}

/** A running page server. */
export interface PageServer {
  url: string;
  /** Stops listening and cuts open streams. */
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Files that people sent must never run as pages of this origin, whatever they hold. */
const PROXY_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * Serves the demo page and hands `/sandbox/*` on to the sandbox, so that the browser sees one origin. Listens on
 * loopback only and answers only requests that name it, so that no other website can reach the sandbox through the
 * visitor's browser. Rejects with the port in the message when it is taken.
 */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const host = options.host ?? '127.0.0.1';
  if (!LOOPBACK.has(host))
    throw new Error(`The demo page listens on loopback only, not on ${host}`);
  const server = createServer((incoming, outgoing) => {
    answer(options, incoming, outgoing).catch(() => {
      if (outgoing.headersSent) outgoing.destroy();
      else send(outgoing, 500, 'The demo page failed.\n');
    });
  });
  await listen(server, options.port, host);
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken ? new Error(`Port ${port} is in use; the demo page cannot listen there`) : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

async function answer(
  options: PageServerOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(COMMON_HEADERS)) outgoing.setHeader(name, value);
  if (!isForThisPage(incoming))
    return send(outgoing, 403, 'This server answers the demo page only.\n');
  const path = new URL(incoming.url ?? '/', 'http://page').pathname;
  if (path.startsWith('/sandbox/')) return proxy(options.sandboxUrl, incoming, outgoing);
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') {
    return send(outgoing, 405, 'Only GET here.\n');
  }
  outgoing.setHeader('cache-control', 'no-store');
  if (path === '/demo.json') {
    outgoing.setHeader('content-type', 'application/json');
    const { creatorId, botId, hint } = options;
    return void outgoing.end(JSON.stringify({ creatorId, botId, hint }));
  }
  const file = await pageFile(path);
  if (!file) return send(outgoing, 404, 'Not found.\n');
  outgoing.setHeader('content-type', file.type);
  outgoing.setHeader('content-security-policy', PAGE_POLICY);
  outgoing.end(incoming.method === 'HEAD' ? undefined : file.bytes);
}

/** Refuses what another website makes the browser send: a foreign Host (DNS rebinding) or a foreign Origin. */
function isForThisPage(incoming: IncomingMessage): boolean {
  const host = incoming.headers.host ?? '';
  const name = URL.parse(`http://${host}`)?.hostname.replace(/^\[|\]$/gu, '');
  if (name === undefined || !LOOPBACK.has(name)) return false;
  const { origin } = incoming.headers;
  return origin === undefined || origin === `http://${host}`;
}

function proxy(sandboxUrl: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const target = new URL(incoming.url ?? '/', sandboxUrl);
  const { host: _host, origin: _origin, connection: _connection, ...headers } = incoming.headers;
  const onward = request(target, { method: incoming.method, headers }, (answered) => {
    const { connection: _closed, 'transfer-encoding': _coding, ...kept } = answered.headers;
    outgoing.writeHead(answered.statusCode ?? 502, {
      ...kept,
      'content-security-policy': PROXY_POLICY,
    });
    outgoing.flushHeaders();
    // A stream of events ends when either side leaves; that is no failure.
    pipeline(answered, outgoing, () => undefined);
  });
  onward.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy();
    else send(outgoing, 502, JSON.stringify({ ok: false, error: 'The sandbox does not answer.' }));
  });
  outgoing.on('close', () => onward.destroy());
  pipeline(incoming, onward, () => undefined);
}

function send(outgoing: ServerResponse, status: number, text: string): void {
  outgoing.writeHead(status, {
    'content-type': text.startsWith('{') ? 'application/json' : 'text/plain; charset=utf-8',
  });
  outgoing.end(text);
}
