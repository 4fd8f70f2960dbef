import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { wrongWith } from './check-request.ts';
import { type FakeAnswer, says } from './fake-answer.ts';
import { playAnswer } from './play-answer.ts';

/** A chat completion that was asked for. */
export interface FakeRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly model: string;
    readonly stream?: boolean;
  };
}

/**
 * A strict endpoint that speaks Chat Completions over HTTP, as Groq mounts it and as the others do. It refuses what a
 * provider refuses: a wrong key, a model that it does not have, parameters that it does not know.
 */
export interface FakeLlm extends AsyncDisposable {
  /** For Groq's client. */
  readonly groqRoot: string;
  /** For OpenAI's. */
  readonly baseUrl: string;
  /** Models that it has. */
  readonly models: Set<string>;
  /** The key it takes. */
  readonly key: string;
  /** Chat completions, right and wrong ones, in the order they came. */
  readonly requests: FakeRequest[];
  /** Requests whose answer is not complete and that nobody has given up. */
  readonly underWay: number;
  /** How the next right requests are answered; after these, again as `always` says. */
  next(...answers: FakeAnswer[]): void;
  /** How right requests are answered: `says('ok')` unless given. */
  always(answer: FakeAnswer): void;
}

const usualModels = ['openai/gpt-oss-120b', 'openai/gpt-oss-20b', 'grok-4.3', 'llama3'];

/** Starts one at a free port of this machine. */
export async function startFakeLlm(): Promise<FakeLlm> {
  const key = 'fake-key-0123456789';
  const models = new Set(usualModels);
  const requests: FakeRequest[] = [];
  const queue: FakeAnswer[] = [];
  let usual = says('ok');
  let underWay = 0;

  const refuse = (response: ServerResponse, status: number, code: string, message = code) =>
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: { message, type: 'invalid_request_error', code } }));

  const complete = async (
    request: IncomingMessage,
    response: ServerResponse,
    mount: 'groq' | 'openai',
  ) => {
    const body = JSON.parse(await textOf(request)) as FakeRequest['body'];
    requests.push({ path: request.url ?? '', headers: request.headers, body });
    if (request.headers.authorization !== `Bearer ${key}`) {
      return refuse(response, 401, 'invalid_api_key');
    }
    if (!models.has(body.model)) {
      return refuse(response, 404, 'model_not_found', `The model \`${body.model}\` does not exist`);
    }
    const wrong = wrongWith(body, mount);
    if (wrong) return refuse(response, 400, 'invalid_request', wrong);
    const { model, stream } = body;
    const usage = mount === 'groq' || body['stream_options'] !== undefined;
    const asked = stream === true ? { model, mount, usage } : null;
    playAnswer(response, queue.shift() ?? usual, model, asked);
  };

  const server = createServer((request, response) => {
    underWay += 1;
    response.on('close', () => (underWay -= 1));
    const [, mount, what] = /^(\/openai\/v1|\/v1)\/(.+)$/.exec(request.url ?? '') ?? [];
    if (request.method === 'POST' && what === 'chat/completions') {
      void complete(request, response, mount === '/v1' ? 'openai' : 'groq');
    } else if (request.method === 'GET' && what === 'models') {
      if (request.headers.authorization !== `Bearer ${key}`) {
        return void refuse(response, 401, 'invalid_api_key');
      }
      const data = [...models].map((id) => ({ id, object: 'model' }));
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ object: 'list', data }));
    } else {
      refuse(response, 404, 'unknown_url');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    groqRoot: root,
    baseUrl: `${root}/v1`,
    models,
    key,
    requests,
    get underWay() {
      return underWay;
    },
    next: (...answers) => void queue.push(...answers),
    always: (answer) => void (usual = answer),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
