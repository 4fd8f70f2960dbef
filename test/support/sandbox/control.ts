import type { IncomingMessage, ServerResponse } from 'node:http';
import { perform } from './act.ts';
import type { BotApi } from './bot-api.ts';
import { createGroup, setMember } from './groups.ts';
import { readBody } from './params/request-body.ts';
import { start } from './people.ts';
import { peopleOf, screenOf } from './phone.ts';
import { personView } from './phone-message.ts';
import type { Act, Fault } from './screen.ts';
import type { Json, UserState } from './state.ts';
import { isLoopback } from './updates/webhook-delivery.ts';
import type { World } from './world.ts';

/** The side of the sandbox that tests in other processes and the demo page talk to: /sandbox/... */
export class Control {
  readonly #world: World;
  readonly #api: BotApi;
  readonly #streams = new Map<UserState, Set<ServerResponse>>();

  constructor(world: World, api: BotApi) {
    this.#world = world;
    this.#api = api;
    world.onChange((changed) => {
      for (const user of changed)
        for (const stream of this.#streams.get(user) ?? [])
          stream.write(`data: {"seq":${user.seq}}\n\n`);
    });
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (!allowOrigin(request, response))
      return reply(response, 403, { ok: false, error: 'foreign origin' });
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const path = url.pathname.slice('/sandbox/'.length);
    try {
      if (request.method === 'GET') this.#get(response, path, url.searchParams);
      else {
        const body = await readBody(request);
        reply(
          response,
          200,
          this.#post(path, body.length === 0 ? {} : JSON.parse(body.toString('utf8'))),
        );
      }
    } catch (error) {
      reply(response, 400, { ok: false, error: error instanceof Error ? error.message : 'failed' });
    }
  }

  #get(response: ServerResponse, path: string, query: URLSearchParams): void {
    if (path.startsWith('file/')) return this.#file(response, path.slice('file/'.length));
    switch (path) {
      case 'people':
        return reply(response, 200, peopleOf(this.#world));
      case 'screen':
        return reply(response, 200, screenOf(this.#world, this.#user(query.get('user'))));
      case 'events':
        return this.#events(response, this.#user(query.get('user')));
      case 'calls':
        return reply(response, 200, this.#api.calls.slice(Number(query.get('since') ?? 0)));
      case 'violations':
        return reply(response, 200, this.#api.violations);
      default:
        return reply(response, 404, { ok: false, error: 'no such route' });
    }
  }

  #post(path: string, body: unknown): unknown {
    const input = body as Json;
    switch (path) {
      case 'act': {
        const messageIds = perform(this.#world, body as Act);
        return messageIds === undefined ? { ok: true } : { ok: true, messageIds };
      }
      case 'faults': {
        const list = Array.isArray(body) ? (body as Fault[]) : [body as Fault];
        if (list.length === 0) this.#api.faults.clear();
        for (const fault of list) this.#api.faults.add(fault);
        return { ok: true };
      }
      case 'limits':
        this.#api.limits.on = input['on'] === true;
        return { ok: true };
      case 'users':
        return personView(this.#world.createUser(input));
      case 'bots': {
        const bot = this.#world.createBot({
          username: String(input['username']),
          firstName: String(input['name'] ?? input['username']),
          canJoinGroups: true,
          readsAllGroupMessages: false,
          topicsEnabled: false,
          inlineMode: true,
        });
        return { ...personView(bot), token: bot.token };
      }
      case 'groups':
        return this.#group(input);
      case 'start': {
        const payload = input['payload'];
        const bot = this.#bot(input['bot']);
        const id = start(
          this.#world,
          this.#user(input['user']),
          bot,
          typeof payload === 'string' ? payload : undefined,
        );
        return { ok: true, messageIds: [id] };
      }
      default:
        throw new Error('no such route');
    }
  }

  #group(input: Json): Json {
    const owner = this.#user(input['owner']);
    const type = input['type'] === 'group' ? 'group' : 'supergroup';
    const chat = createGroup(this.#world, {
      title: String(input['title']),
      forum: input['forum'] === true,
      owner,
      type,
    });
    if (input['bot'] !== undefined)
      setMember(this.#world, chat, owner, this.#bot(input['bot']), 'member', {
        admin: input['botAdmin'] === true,
        manageTopics: input['botMayManageTopics'] === true,
      });
    return { chatId: chat.id };
  }

  #user(id: unknown): UserState {
    const user = this.#world.users.get(Number(id));
    if (user === undefined) throw new Error(`There is no person ${String(id)}.`);
    return user;
  }

  #bot(id: unknown) {
    const bot = this.#world.bots.get(Number(id));
    if (bot === undefined) throw new Error(`There is no bot ${String(id)}.`);
    return bot;
  }

  #file(response: ServerResponse, id: string): void {
    const file = this.#world.files.any(id);
    if (file === undefined) return reply(response, 404, { ok: false, error: 'no such file' });
    response.writeHead(200, {
      'content-type': file.mimeType,
      'content-length': file.bytes.length,
      'cache-control': 'max-age=3600',
      // A fan's file is never a page of this origin.
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    response.end(file.bytes);
  }

  #events(response: ServerResponse, user: UserState): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`data: {"seq":${user.seq}}\n\n`);
    const streams = this.#streams.get(user) ?? new Set();
    this.#streams.set(user, streams.add(response));
    response.once('close', () => streams.delete(response));
  }
}

/** Pages of this machine may read; a page from elsewhere is turned away. */
function allowOrigin(request: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin) || !isLoopback(new URL(origin).hostname)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.setHeader('access-control-allow-headers', 'content-type');
  response.setHeader('vary', 'origin');
  return true;
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
