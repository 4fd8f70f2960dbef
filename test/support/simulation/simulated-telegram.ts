import { type Fetch, ForeignAnswer } from '#src/telegram/pooled-fetch.ts';
import type { ManualClock } from '#test/support/manual-clock.ts';
import { ApiError, tooManyRequests, Violation } from '#test/support/sandbox/api-error.ts';
import type { Method } from '#test/support/sandbox/methods/call.ts';
import { methods } from '#test/support/sandbox/methods/index.ts';
import { checkParams } from '#test/support/sandbox/params/check-params.ts';
import type { BotState, Json } from '#test/support/sandbox/state.ts';
import { World } from '#test/support/sandbox/world.ts';
import { type Effect, effectsOf } from '#test/support/simulation/effects.ts';
import type { Life } from '#test/support/simulation/life.ts';

/** What goes wrong with the next calls to some chats. */
export interface SimulatedFault {
  /**
   * `flood` 429 · `broken` Telegram's own 500 · `gateway` a 502 page · `unreachable` no connection · `lost-before` and
   * `lost-after` the connection is cut before or after the call took effect · `refused` a 400 that stays one.
   */
  readonly fault:
    | 'flood'
    | 'broken'
    | 'gateway'
    | 'unreachable'
    | 'lost-before'
    | 'lost-after'
    | 'refused';
  /** Calls to which chats. */
  readonly to: 'fan' | 'desk' | 'all';
  readonly times: number;
  /** retry_after of a flood, in seconds. */
  readonly seconds?: number;
}

/** How long a request, and an answer, is under way. */
const travelMs = 20;

/** Calls that register or fetch: a fault for people's chats leaves them alone. */
const machinery = /^(?:getUpdates|.*Webhook|.*WebhookInfo|setMyCommands|deleteMyCommands)$/;

/**
 * Telegram in this process: the sandbox's world and methods without HTTP, on the test's clock. It keeps a ledger of
 * what every call did, which is what the checks go by.
 */
export class SimulatedTelegram {
  readonly world: World;
  readonly effects: Effect[] = [];
  /** Requests that do not fit the Bot API. Must stay empty. */
  readonly violations: string[] = [];
  /** Updates that a poll has handed out. */
  readonly polled = new Set<number>();
  /** Calls that came, without polls. */
  calls = 0;
  /** Calls under way. */
  open = 0;
  /** Decides about calls that no fault of the list concerns; for storms. */
  weather: (() => SimulatedFault['fault'] | undefined) | undefined;
  #faults: (SimulatedFault & { left: number })[] = [];
  readonly #clock: ManualClock;
  readonly #isDesk: (chatId: number) => boolean;

  constructor(options: { seed: number; clock: ManualClock; isDesk: (chatId: number) => boolean }) {
    const { seed, clock } = options;
    // Telegram's clock is right, whatever happens to ours.
    const start = clock.now();
    const now = () => start + clock.steady();
    this.world = new World(seed, { now, afterMs: (ms, fn) => clock.after(ms, fn) });
    this.#clock = clock;
    this.#isDesk = options.isDesk;
  }

  fault(fault: SimulatedFault): void {
    this.#faults.push({ ...fault, left: fault.times });
  }

  /** From now on nothing goes wrong any more. */
  calm(): void {
    this.#faults = [];
    this.weather = undefined;
  }

  /** How one process reaches Telegram. A dead process gets no answers; what it asked may still happen. */
  connect(life: Life): Fetch {
    return (url, init) => {
      const [token, method] = url.slice(url.indexOf('/bot') + '/bot'.length).split('/');
      const bot = this.world.botsByToken.get(token ?? '');
      const run = methods[method ?? ''];
      if (!bot || !method || !run) throw new Error(`The simulation does not know ${method}.`);
      const params = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as Json;
      if (method === 'getUpdates') return this.#poll(run, bot, params, life, init.signal);
      this.calls += 1;
      this.open += 1;
      return this.#call({ method, run, bot, params }, life).finally(() => {
        this.open -= 1;
      });
    };
  }

  async #call(call: Asked, life: Life): Promise<Answer> {
    life.point();
    if (!life.alive) throw cut('ECONNRESET');
    const fate = this.#fateOf(call);
    if (fate?.fault === 'unreachable') throw cut('ECONNREFUSED');
    await this.#travel();
    // Of a process that died meanwhile, the request may have left the machine or not.
    if (!life.alive && this.world.random.next() < 0.5) throw cut('ECONNRESET');
    const answer = this.#answer(call, fate);
    life.point();
    await this.#travel();
    life.point();
    if (!life.alive || fate?.fault === 'lost-after') throw cut('ECONNRESET');
    if (answer instanceof Error) throw answer;
    return { status: 200, json: () => Promise.resolve(answer) };
  }

  /** What the call did, as Telegram answers it, or the error that the caller's network sees. */
  #answer(call: Asked, fate: SimulatedFault | undefined): object {
    switch (fate?.fault) {
      case 'lost-before':
        return cut('ECONNRESET');
      case 'gateway':
        return new ForeignAnswer(502);
      case 'flood':
        return refusal(tooManyRequests(fate.seconds ?? 5));
      case 'broken':
        return refusal(new ApiError(500, 'Internal Server Error'));
      case 'refused':
        return refusal(new ApiError(400, 'Bad Request: MESSAGE_ODD'));
      default:
        return this.#run(call);
    }
  }

  #run({ method, run, bot, params }: Asked): object {
    try {
      const values = { values: params, uploads: new Map(), isText: false };
      const checked = checkParams(method, values);
      const result = hook(method, bot, checked) ?? this.#carryOut(run, bot, checked);
      this.effects.push(...effectsOf(this.world, bot, { method, params: checked, result }));
      return { ok: true, result };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error instanceof Violation) this.violations.push(`${method}: ${error.description}`);
      return refusal(error);
    }
  }

  #carryOut(run: Method, bot: BotState, params: Json): unknown {
    return run({ world: this.world, bot, params, uploads: new Map(), onAbort: () => {} });
  }

  async #poll(
    run: Method,
    bot: BotState,
    params: Json,
    life: Life,
    signal: EventTarget | undefined,
  ): Promise<Answer> {
    life.point();
    await this.#travel();
    if (!life.alive) throw cut('ECONNRESET');
    const onAbort = (giveUp: () => void) => {
      life.onEnd(giveUp);
      signal?.addEventListener('abort', giveUp, { once: true });
    };
    let answer: object;
    try {
      const result = await run({ world: this.world, bot, params, uploads: new Map(), onAbort });
      answer = { ok: true, result };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      answer = refusal(error);
    }
    await this.#travel();
    life.point();
    if (!life.alive) throw cut('ECONNRESET');
    const given = 'result' in answer ? (answer.result as { update_id: number }[]) : [];
    for (const update of given) this.polled.add(update.update_id);
    return { status: 200, json: () => Promise.resolve(answer) };
  }

  #fateOf({ method, params }: Asked): SimulatedFault | undefined {
    if (machinery.test(method)) return undefined;
    const chatId = Number(params['chat_id']);
    const side = Number.isNaN(chatId) ? 'bot' : this.#isDesk(chatId) ? 'desk' : 'fan';
    const fate = this.#faults.find(({ fault, to }) => {
      if (to !== 'all' && to !== side) return false;
      // A refusal is about what somebody wrote; nobody refuses an edit, a mark or our own sentences for that.
      return fault !== 'refused' || carriesContent(method, params);
    });
    if (!fate) {
      const fault = this.weather?.();
      return (
        fault && {
          fault,
          to: 'all',
          times: 1,
          seconds: 1 + Math.floor(this.world.random.next() * 20),
        }
      );
    }
    fate.left -= 1;
    if (fate.left <= 0) this.#faults = this.#faults.filter((other) => other !== fate);
    return fate;
  }

  #travel(): Promise<void> {
    return new Promise((resolve) => {
      this.#clock.after(travelMs, resolve);
    });
  }
}

function carriesContent(method: string, params: Json): boolean {
  if (method === 'sendMessage') return /(?:^|\s)[mr]\d+\./.test(String(params['text']));
  return /^(?:send|copy)/.test(method);
}

type Answer = Awaited<ReturnType<Fetch>>;

interface Asked {
  readonly method: string;
  readonly run: Method;
  readonly bot: BotState;
  readonly params: Json;
}

/** Webhooks are posted by the simulation itself, so registering one only notes which updates are wanted. */
function hook(method: string, bot: BotState, params: Json): unknown {
  if (method === 'setWebhook') {
    bot.queue.allow(params['allowed_updates'] as string[]);
    return true;
  }
  return undefined;
}

function refusal(error: ApiError): object {
  const { code, description, parameters } = error;
  return { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) };
}

function cut(code: string): Error {
  return Object.assign(new Error('the connection was cut'), { code });
}
