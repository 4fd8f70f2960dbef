import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, badRequest, Violation } from './api-error.ts';
import type { RecordedCall } from './contract.ts';
import { Faults, type Verdict } from './faults.ts';
import { Limits } from './limits.ts';
import type { Call, Method } from './methods/call.ts';
import { methods } from './methods/index.ts';
import { checkParams } from './params/check-params.ts';
import { readParams } from './params/request-body.ts';
import type { BotApiSchema } from './schema.ts';
import type { BotState, Json } from './state.ts';
import type { World } from './world.ts';

const byLowerName = new Map(Object.keys(methods).map((name) => [name.toLowerCase(), name]));

/** The side of the sandbox that bots talk to: /bot<token>/<method> and /file/bot<token>/<path>. */
export class BotApi {
  readonly calls: RecordedCall[] = [];
  readonly violations: string[] = [];
  readonly faults = new Faults();
  readonly limits: Limits;
  readonly #world: World;
  readonly #schema: BotApiSchema | undefined;
  readonly #keepCalls: number;
  readonly #onCall: ((call: RecordedCall) => void) | undefined;

  constructor(
    world: World,
    schema: BotApiSchema | undefined,
    keepCalls: number,
    onCall?: (call: RecordedCall) => void,
  ) {
    this.#world = world;
    this.#schema = schema;
    this.#keepCalls = keepCalls;
    this.#onCall = onCall;
    this.limits = new Limits(world.now);
  }

  /** Answers one request. `rest` is the path behind /bot. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    rest: string,
    query: URLSearchParams,
  ) {
    const slash = rest.indexOf('/');
    const bot = this.#world.botsByToken.get(decodeURIComponent(rest.slice(0, slash)));
    if (slash < 0 || bot === undefined) {
      request.resume();
      return answer(response, new ApiError(401, 'Unauthorized'));
    }
    // Method names are matched without regard to case, as in the real server.
    const asked = rest.slice(slash + 1);
    const name = byLowerName.get(asked.toLowerCase());
    const method = name === undefined ? undefined : methods[name];
    if (name === undefined || method === undefined) {
      request.resume();
      if (this.#schema?.hasMethod(asked))
        this.#violate(`the sandbox does not know the method ${asked}`);
      return answer(response, new ApiError(404, 'Not Found: method not found'));
    }
    const call: RecordedCall = {
      at: this.#world.now(),
      bot: bot.username,
      method: name,
      params: {},
      outcome: 'ok',
    };
    const verdict = await this.#run(request, response, query, bot, method, call);
    this.#record(call);
    // The connection is cut: the caller cannot know whether the call took effect.
    if (call.outcome === 'dropped') return request.socket.destroy();
    if (verdict?.fate === 'bad_gateway') return badGateway(response);
    return answer(response, call.outcome === 'ok' ? call.result : asError(call));
  }

  /** The bytes of a file, for /file/bot<token>/<path>. */
  download(response: ServerResponse, rest: string): void {
    const slash = rest.indexOf('/');
    if (!this.#world.botsByToken.has(decodeURIComponent(rest.slice(0, slash))))
      return answer(response, new ApiError(401, 'Unauthorized'));
    const file = this.#world.files.byPath(rest.slice(slash + 1));
    if (file === undefined) return answer(response, new ApiError(404, 'Not Found'));
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': file.bytes.length,
    });
    response.end(file.bytes);
  }

  async #run(
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
    bot: BotState,
    method: Method,
    call: RecordedCall,
  ): Promise<Verdict | undefined> {
    let verdict: Verdict | undefined;
    try {
      const raw = await readParams(request, query);
      call.params = raw.values;
      const params = checkParams(call.method, raw);
      call.params = params;
      const problem = this.#schema?.requestProblems(call.method, params)[0];
      if (problem !== undefined) throw new Violation(problem);
      if (params['business_connection_id'] !== undefined)
        throw badRequest('business connection not found');
      const chatId = params['chat_id'];
      verdict = this.faults.take(call.method, bot.id, chatId);
      if (verdict.delayMs > 0) await this.#pause(verdict.delayMs);
      if (verdict.error !== undefined) throw verdict.error;
      if (verdict.fate === 'drop_before' || verdict.fate === 'bad_gateway') {
        call.outcome = verdict.fate === 'drop_before' ? 'dropped' : 'error';
        if (call.outcome === 'error') call.errorCode = 502;
        return verdict;
      }
      this.limits.pass(bot.id, call.method, chatId, messagesIn(params));
      const onAbort: Call['onAbort'] = (giveUp) => void response.once('close', giveUp);
      call.result = await method({
        world: this.#world,
        bot,
        params,
        uploads: raw.uploads,
        onAbort,
      });
      if (verdict.fate === 'drop_after') call.outcome = 'dropped';
    } catch (error) {
      call.outcome = 'error';
      // Only a request of a shape nobody foresaw gets here with another error.
      const known =
        error instanceof ApiError ? error : new Violation(`the sandbox failed: ${String(error)}`);
      if (known instanceof Violation) this.#violate(`${call.method}: ${known.description}`);
      call.errorCode = known.code;
      call.description = known.description;
      call.parameters = known.parameters;
    }
    return verdict;
  }

  async #pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => this.#world.later(ms, resolve));
    await nextTurn();
  }

  #record(call: RecordedCall): void {
    this.calls.push(call);
    if (this.calls.length > this.#keepCalls * 2)
      this.calls.splice(0, this.calls.length - this.#keepCalls);
    this.#onCall?.(call);
    this.#world.wake();
  }

  #violate(text: string): void {
    this.violations.push(text);
    this.#world.wake();
  }
}

function messagesIn(params: Json): number {
  const list = params['media'] ?? params['message_ids'];
  return Array.isArray(list) ? list.length : 1;
}

function asError(call: RecordedCall): ApiError {
  return new ApiError(
    call.errorCode ?? 500,
    call.description ?? 'Internal Server Error',
    call.parameters,
  );
}

function badGateway(response: ServerResponse): void {
  const page =
    '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';
  response.writeHead(502, { 'content-type': 'text/html', 'content-length': page.length });
  response.end(page);
}

function answer(response: ServerResponse, outcome: unknown): void {
  const error = outcome instanceof ApiError ? outcome : undefined;
  const body = JSON.stringify(
    error === undefined
      ? { ok: true, result: outcome }
      : {
          ok: false,
          error_code: error.code,
          description: error.description,
          parameters: error.parameters,
        },
  );
  const headers: Record<string, string | number> = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const retryAfter = error?.parameters?.retry_after;
  if (retryAfter !== undefined) headers['retry-after'] = retryAfter;
  response.writeHead(error?.code ?? 200, headers);
  response.end(body);
}
