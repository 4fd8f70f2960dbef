import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BotApi } from './bot-api.ts';
import type { Sandbox, SandboxOptions } from './contract.ts';
import { Control } from './control.ts';
import { createGroup } from './groups.ts';
import { botHandle, groupHandle, userHandle } from './handles.ts';
import { loadSchema } from './schema.ts';
import type { UserState } from './state.ts';
import { until } from './until.ts';
import { World } from './world.ts';

export type {
  GroupRights,
  Outgoing,
  RecordedCall,
  Sandbox,
  SandboxBot,
  SandboxChat,
  SandboxGroup,
  SandboxOptions,
  SandboxUser,
} from './contract.ts';
export type { ChatView, Fault, FileInput, MessageView, Screen } from './screen.ts';

const realTimer: NonNullable<SandboxOptions['afterMs']> = (ms, fn) => {
  const timer = setTimeout(fn, ms);
  return () => clearTimeout(timer);
};

/** Starts a fake Telegram on loopback. Close it, or hold it with `await using`. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.now ?? Date.now;
  const world = new World(options.seed ?? 1, { now, afterMs: options.afterMs ?? realTimer });
  const api = new BotApi(
    world,
    options.useSchema === false ? undefined : loadSchema(),
    options.keepCalls ?? Number.POSITIVE_INFINITY,
    options.onCall,
  );
  const server = await listen(world, api, options.port ?? 0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const owner = (id: number): UserState => {
    const user = world.users.get(id);
    if (user === undefined) throw new Error(`There is no person ${id}.`);
    return user;
  };
  const close = async () => {
    if (!server.listening) return;
    world.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  };
  return {
    url,
    createBot: (input) =>
      botHandle(
        world,
        world.createBot({
          username: input.username,
          firstName: input.name ?? input.username,
          canJoinGroups: input.canJoinGroups ?? true,
          readsAllGroupMessages: input.readsAllGroupMessages ?? false,
          topicsEnabled: input.topicsEnabled ?? false,
          inlineMode: input.inlineMode ?? false,
        }),
      ),
    createUser: (input = {}) => userHandle(world, world.createUser(input)),
    createGroup: (input) =>
      groupHandle(world, createGroup(world, { ...input, owner: owner(input.owner.id) })),
    fault: (fault) => api.faults.add(fault),
    clearFaults: () => api.faults.clear(),
    limits: (on) => {
      api.limits.on = on;
    },
    polls: (bot) => world.bots.get(bot.id)?.queue.isPolled ?? false,
    calls: api.calls,
    violations: api.violations,
    until: (what, check, timeoutMs = 10_000) =>
      until(world, what, check, timeoutMs, () => lately(api)),
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function listen(world: World, api: BotApi, port: number) {
  const control = new Control(world, api);
  const server = createServer((request, response) => {
    const raw = request.url ?? '/';
    const url = new URL(raw, 'http://sandbox');
    const path = url.pathname;
    const work = path.startsWith('/bot')
      ? api.handle(request, response, path.slice('/bot'.length), url.searchParams)
      : path.startsWith('/sandbox/')
        ? control.handle(request, response, url)
        : Promise.resolve(other(path));
    work.catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(error instanceof Error ? error.stack : 'failed');
    });

    function other(rest: string) {
      if (rest.startsWith('/file/bot')) api.download(response, rest.slice('/file/bot'.length));
      else
        response
          .writeHead(404, { 'content-type': 'application/json' })
          .end('{"ok":false,"error_code":404,"description":"Not Found"}');
    }
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

/** The last calls, so that a test that waited in vain tells why. */
function lately(api: BotApi): string {
  const last = api.calls
    .slice(-8)
    .map((call) => `${call.method} ${call.description ?? call.outcome}`);
  const wrong = api.violations.length === 0 ? '' : ` Violations: ${api.violations.join('; ')}.`;
  return `Last calls: ${last.join(', ') || 'none'}.${wrong}`;
}
