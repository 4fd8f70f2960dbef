import { setTimeout as pause } from 'node:timers/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { inMode, type World } from '../world.ts';
import { expand } from './expand.ts';
import { type StripeFault, StripeFaults } from './faults.ts';
import { type FormGroup, namesIn, readForm } from './form-body.ts';
import { Idempotency, type StripeAnswer } from './idempotency.ts';
import { Params } from './params.ts';
import { readBody } from './read-body.ts';
import type { Route } from './route.ts';
import { invalid, StripeRefusal } from './stripe-error.ts';
import type { StripeSchema } from './stripe-schema.ts';

/** One request to the API, as it came and as it was answered. */
export interface StripeCall {
  readonly method: string;
  readonly path: string;
  /** Of the body or the query string. */
  readonly params: FormGroup;
  readonly version: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** Absent: it was not answered. */
  status?: number;
  /** Of a refusal. */
  error?: string;
  /** The same answer as before was given. */
  replayed?: boolean;
}

/** The API under `/v1`: strict about keys, versions, parameters and paths. */
export class StripeApi {
  readonly calls: StripeCall[] = [];
  readonly violations: string[] = [];
  readonly faults = new StripeFaults();
  readonly #world: World;
  readonly #routes: readonly { route: Route; matches: RegExp }[];
  readonly #schema: StripeSchema | undefined;
  readonly #key: string;
  readonly #idempotency: Idempotency;

  constructor(
    world: World,
    routes: readonly Route[],
    schema: StripeSchema | undefined,
    key: string,
  ) {
    this.#world = world;
    this.#schema = schema;
    this.#key = key;
    this.#idempotency = new Idempotency(() => world.clock.now());
    this.#routes = routes.map((route) => ({
      route,
      matches: new RegExp(`^${route.path.replaceAll('{id}', '([^/]+)')}$`),
    }));
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const body = await readBody(request);
    const method = request.method ?? 'GET';
    const form = method === 'POST' ? body : url.search.slice(1);
    const params = readForm(form);
    const call: StripeCall = {
      method,
      path: url.pathname,
      params,
      version: request.headers['stripe-version']?.toString(),
      idempotencyKey: request.headers['idempotency-key']?.toString(),
    };
    this.calls.push(call);
    const { delayMs, fault } = this.faults.take(method, url.pathname);
    if (delayMs > 0) await pause(delayMs, undefined, { ref: false });
    if (fault === undefined || fault.after === true) {
      const answer = this.#answer(request, call, form);
      if (fault === undefined) return send(response, call, answer, this.#world.livemode);
    }
    if (fault.kept === true && call.idempotencyKey !== undefined) {
      const failure = {
        status: fault.status ?? 500,
        body: failureOf(fault),
        requestId: 'req_kept',
      };
      this.#idempotency.keep(call.idempotencyKey, `${method} ${url.pathname} ${form}`, failure);
    }
    strike(request, response, call, fault);
  }

  /** Notes what is wrong with an event, which is never sent then. */
  checkEvent(event: { type: string; data: { object: unknown } }): void {
    this.violations.push(...(this.#schema?.eventProblems(event) ?? []));
  }

  #answer(request: IncomingMessage, call: StripeCall, form: string): StripeAnswer {
    const requestId = this.#world.ids.next('req_');
    const key = call.method === 'POST' ? call.idempotencyKey : undefined;
    const fingerprint = `${call.method} ${call.path} ${form}`;
    try {
      this.#checkHead(request, call);
      const before = key === undefined ? undefined : this.#idempotency.before(key, fingerprint);
      if (before !== undefined) {
        call.replayed = true;
        return before;
      }
      const answer = this.#run(call, requestId);
      if (key !== undefined) this.#idempotency.keep(key, fingerprint, answer);
      return answer;
    } catch (error) {
      return refusal(error, requestId);
    }
  }

  #run(call: StripeCall, requestId: string): StripeAnswer {
    this.#world.clock.catchUp();
    const found = this.#find(call);
    if (found === undefined)
      return refusal(
        new StripeRefusal(404, `Unrecognized request URL (${call.method}: ${call.path}).`),
        requestId,
      );
    const { route, id } = found;
    try {
      this.#checkParams(route, call.params);
      const { expand: paths, ...rest } = call.params;
      const cause = { id: requestId, idempotency_key: call.idempotencyKey ?? null };
      const done = this.#world.because(cause, () => route.run(this.#world, new Params(rest), id));
      const wanted = paths === undefined ? [] : new Params({ paths }).texts('paths');
      const body = expand(this.#world.book, done, wanted);
      this.violations.push(...(this.#schema?.answerProblems(route.method, route.path, body) ?? []));
      return { status: 200, body, requestId };
    } catch (error) {
      return refusal(error, requestId);
    }
  }

  #find(call: StripeCall): { route: Route; id: string } | undefined {
    for (const { route, matches } of this.#routes) {
      if (route.method !== call.method) continue;
      const match = matches.exec(call.path);
      if (match !== null) return { route, id: decodeURIComponent(match[1] ?? '') };
    }
    this.violations.push(`${call.method} ${call.path} is not played`);
    return undefined;
  }

  #checkHead(request: IncomingMessage, call: StripeCall): void {
    if (request.headers.authorization !== `Bearer ${this.#key}`)
      throw new StripeRefusal(401, 'Invalid API Key provided: sk_test_****');
    if (call.version !== this.#world.apiVersion)
      this.violations.push(
        `Stripe-Version of ${call.method} ${call.path} is ${call.version ?? 'missing'}, not ${this.#world.apiVersion}`,
      );
    const type = request.headers['content-type'] ?? '';
    if (call.method === 'POST' && !type.startsWith('application/x-www-form-urlencoded'))
      throw invalid('Invalid request: the body must be form-encoded.');
  }

  #checkParams(route: Route, params: FormGroup): void {
    const schema = route.beyondSchema === true ? undefined : this.#schema;
    const problems = schema?.requestProblems(route.method, route.path, params) ?? [];
    const unknown = namesIn(params).filter(
      (name) =>
        name !== 'expand' &&
        !route.takes.some((taken) => name === taken || name.startsWith(`${taken}.`)),
    );
    if (problems.length === 0 && unknown.length === 0) return;
    const what = problems[0] ?? `${route.method} ${route.path} does not play ${unknown.join(', ')}`;
    this.violations.push(what);
    const [name] = unknown;
    throw name === undefined
      ? invalid(`Invalid request: ${what}`, undefined, 'parameter_invalid')
      : invalid(`Received unknown parameter: ${name}`, name, 'parameter_unknown');
  }
}

function refusal(error: unknown, requestId: string): StripeAnswer {
  if (!(error instanceof StripeRefusal)) throw error;
  return { status: error.status, body: error.body, requestId };
}

function send(
  response: ServerResponse,
  call: StripeCall,
  answer: StripeAnswer,
  livemode: boolean,
): void {
  call.status = answer.status;
  if (answer.status >= 400)
    call.error = (answer.body as { error: { message: string } }).error.message;
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'request-id': answer.requestId,
    ...(call.replayed === true ? { 'idempotent-replayed': 'true' } : {}),
  });
  response.end(JSON.stringify(inMode(answer.body, livemode)));
}

function strike(
  request: IncomingMessage,
  response: ServerResponse,
  call: StripeCall,
  fault: StripeFault,
): void {
  if (fault.fault === 'hang') return;
  if (fault.fault === 'reset') return void request.socket.destroy();
  const status = fault.status ?? 500;
  call.status = status;
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }),
  });
  response.end(JSON.stringify(failureOf(fault)));
}

function failureOf({ status = 500, message }: StripeFault): object {
  const error =
    status === 429
      ? { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests.' }
      : { type: 'api_error', message: 'An unknown error occurred.' };
  return { error: message === undefined ? error : { ...error, message } };
}
