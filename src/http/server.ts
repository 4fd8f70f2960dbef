import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { systemClock } from '#src/core/clock.ts';
import { AppError } from '#src/core/errors.ts';
import { inTime } from '#src/core/in-time.ts';
import type { Log } from '#src/core/log.ts';
import { limitBody } from './limit-body.ts';
import { securityHeaders } from './security-headers.ts';

/** What a webhook call is answered with; `retryAfter` in seconds. */
export interface HookAnswer {
  readonly status: number;
  readonly retryAfter?: number | undefined;
}

/** Handlers below a path that somebody else makes. They get 503 as webhooks do, and a drain waits for them. */
export interface HttpRoute {
  /** Such as `/stripe`; what follows it is the handlers' own. */
  readonly path: string;
  readonly app: HttpApp;
}

/** Handlers of a route; `env.incoming` is Node's request. */
export type HttpApp = Hono<{ Bindings: HttpBindings }>;

/** What the server needs from the app. */
export interface HttpServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly log: Log;
  /** Takes an update as Telegram sent it; must have stored it before it answers 200. */
  handleHook(call: { path: string; secret: string; body: string }): Promise<HookAnswer>;
  /** Resolves while the program works; health says no when it does not in time. Always well unless given. */
  isWell?(): Promise<void>;
  /** How long that may take; 5,000 unless given. */
  readonly longestHealthMs?: number;
  readonly routes?: readonly HttpRoute[] | undefined;
  /** 4,000 unless given. */
  readonly longestDrainMs?: number;
  /** Only in tests: a webhook's answer has left. */
  onAnswered?(): void;
}

/** The web side of the process: webhooks in, and whether it lives. */
export interface HttpServer {
  /** Listens; health answers from now on, webhooks get 503 until `open`. Throws `http.port-in-use` and the like. */
  start(): Promise<{ url: string }>;
  /** Takes webhooks from now on. */
  open(): void;
  /**
   * Takes no more webhooks (503, so that Telegram delivers again) and waits for those under way, four seconds at most: what
   * waits for a hanging Stripe must not keep the program from ending.
   */
  drain(): Promise<void>;
  /** Stops listening and closes every connection. */
  stop(): Promise<void>;
}

/** Telegram's updates are far smaller; more than this is no update. */
const maxBodyBytes = 1024 * 1024;
/** Telegram may try again in a moment, while the server starts or stops and after a fault. */
const notNow: HookAnswer = { status: 503, retryAfter: 2 };
/** How long those who work for tenants may take to give a sign of life. */
const longestHealthMs = 5_000;
/** Well below the ten seconds in which the whole program ends. */
const longestDrainMs = 4_000;

/** The server. Requests are not logged: paths hold webhook ids. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { log } = options;
  let taking = false;
  const underWay = new Set<Promise<unknown>>();

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post(
    '/hook/:path',
    async (_, next) => (taking ? await next() : emptyAnswer(notNow)),
    limitBody(maxBodyBytes),
    async (context) => {
      const call = hold(
        context.req.text().then((body) =>
          options.handleHook({
            path: context.req.param('path'),
            secret: context.req.header('X-Telegram-Bot-Api-Secret-Token') ?? '',
            body,
          }),
        ),
      );
      const answer = await call;
      if (options.onAnswered) context.env.outgoing.once('finish', () => options.onAnswered?.());
      return emptyAnswer(answer);
    },
  );
  // Webhooks, above, bring these with them.
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (!context.res.headers.has(name)) context.header(name, value);
    }
  });
  app.get('/healthz', async (context) =>
    (await isWell()) ? context.text('ok\n') : context.text('stuck\n', 503),
  );
  app.get('/readyz', (context) =>
    taking ? context.text('ready\n') : context.text('not ready\n', 503),
  );
  for (const route of options.routes ?? []) {
    app.use(`${route.path}/*`, async (_, next) => {
      if (!taking) return emptyAnswer(notNow);
      await hold(next());
      return undefined;
    });
    app.route(route.path, route.app);
  }
  app.notFound((context) => context.body(null, 404));
  app.onError((error) => {
    log.error('http.failed', { error: error instanceof AppError ? error.code : error.name });
    return emptyAnswer(notNow);
  });

  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: 10_000,
      requestTimeout: 20_000,
      // Longer than a proxy keeps idle connections, so that it never sends into one that is being closed.
      keepAliveTimeout: 75_000,
      maxHeaderSize: 16_384,
    },
  }) as Server;

  /** One who is stuck must not make who asks wait for ever. */
  async function isWell(): Promise<boolean> {
    const well = options.isWell?.().then(
      () => true,
      () => false,
    );
    return well
      ? (await inTime(systemClock, options.longestHealthMs ?? longestHealthMs, well)) === true
      : true;
  }

  function hold<T>(work: Promise<T>): Promise<T> {
    const held = work.finally(() => underWay.delete(held));
    underWay.add(held);
    return held;
  }

  return {
    start: () =>
      new Promise((done, fail) => {
        server.once('error', (error) => fail(listenError(error, options)));
        server.listen(options.port, options.host, () => {
          const { port } = server.address() as AddressInfo;
          const host = options.host.includes(':') ? `[${options.host}]` : options.host;
          done({ url: `http://${host}:${port}` });
        });
      }),
    open() {
      taking = true;
    },
    async drain() {
      taking = false;
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(() => {
        log.warn('http.drain-late', { underWay: underWay.size });
        late.resolve();
      }, options.longestDrainMs ?? longestDrainMs);
      await Promise.race([Promise.allSettled(underWay), late.promise]);
      clearTimeout(timer);
    },
    async stop() {
      if (!server.listening) return;
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

/** Has all its headers from the start: looking into a Response, as is done for pages, costs more than the rest of it. */
function emptyAnswer({ status, retryAfter }: HookAnswer): Response {
  const wait = retryAfter === undefined ? {} : { 'Retry-After': `${Math.ceil(retryAfter)}` };
  return new Response(null, { status, headers: { ...securityHeaders, ...wait } });
}

function listenError(error: NodeJS.ErrnoException, { host, port }: HttpServerOptions): AppError {
  switch (error.code) {
    case 'EADDRINUSE':
      return new AppError(
        'http.port-in-use',
        'permanent',
        `Port ${port} is in use by another program. Stop that program, or set PORT to a free one.`,
      );
    case 'EACCES':
      return new AppError(
        'http.port-refused',
        'permanent',
        `This user may not listen on port ${port}. Set PORT to one above 1023.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new AppError(
        'http.host-unknown',
        'permanent',
        `This machine has no address ${host}. Set HOST to one of its own, for example 127.0.0.1.`,
      );
    default:
      return new AppError(
        'http.listen-failed',
        'permanent',
        `Cannot listen on ${host}:${port} (${error.code}).`,
      );
  }
}
