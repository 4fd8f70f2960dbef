import { Api, GrammyError, HttpError } from 'grammy';
import type { ApiClientOptions } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Result } from '#src/core/result.ts';
import { refuse } from '#src/core/result.ts';
import { classifyOutcome } from '#src/telegram/classify-outcome.ts';
import { type Fetch, ForeignAnswer, pooledFetch } from '#src/telegram/pooled-fetch.ts';
import type { BadAnswer, SendOutcome } from '#src/telegram/send-outcome.ts';

/** Telegram's tokens: the bot's id, a colon, and a secret of URL-safe characters. */
const tokenPattern = /^\d{1,20}:[\w-]+$/;

/** How a bot reaches Telegram. */
export interface ApiOptions {
  readonly token: string;
  readonly apiRoot: string;
  /** Bounds one call; default 30 s. */
  readonly timeoutMs?: number | undefined;
  /** In place of HTTP, for tests that simulate Telegram in their own process. */
  readonly fetch?: Fetch | undefined;
}

/** A Bot API client of one bot. */
export function createApi(options: ApiOptions): Api {
  return new Api(options.token, {
    apiRoot: options.apiRoot.replace(/\/+$/, ''),
    timeoutSeconds: (options.timeoutMs ?? 30_000) / 1000,
    fetch: (options.fetch ?? pooledFetch) as NonNullable<ApiClientOptions['fetch']>,
  });
}

/** Asks Telegram whose token this is. A token that could not be one is refused without asking. */
export async function checkToken(
  apiRoot: string,
  token: string,
  fetch?: Fetch,
): Promise<Result<{ me: UserFromGetMe }, 'refused' | 'unreachable'>> {
  if (!tokenPattern.test(token)) return refuse('refused');
  const api = createApi({ token, apiRoot, timeoutMs: 15_000, fetch });
  const answer = await callApi(api, 'getMe', {});
  if (answer.outcome === 'ok') return { ok: true, me: answer.result as UserFromGetMe };
  // 404 is what Telegram says of a token that no bot ever had.
  const refused = answer.outcome === 'unauthorized' || answer.outcome === 'refused';
  return refuse(refused ? 'refused' : 'unreachable');
}

type RawCall = (...given: unknown[]) => Promise<unknown>;

/** Methods of ours that have no parameters: for them grammY's client takes the signal alone. */
const withoutParameters: ReadonlySet<string> = new Set(['getMe', 'getWebhookInfo']);

/** Calls a method by its name. Never throws for what the wire did: whatever came back is an outcome. */
export async function callApi(
  api: Api,
  method: string,
  payload: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
): Promise<SendOutcome> {
  const call = (api.raw as unknown as Record<string, RawCall>)[method] as RawCall;
  const given = withoutParameters.has(method) ? [signal] : [payload, signal];
  try {
    return { outcome: 'ok', result: await call(...given) };
  } catch (error) {
    return classifyOutcome(method, toBadAnswer(error));
  }
}

/** Keeps of grammY's errors only what holds neither the token nor the payload. */
function toBadAnswer(error: unknown): BadAnswer {
  if (error instanceof GrammyError) {
    return {
      kind: 'refusal',
      code: error.error_code,
      description: error.description,
      retryAfterSeconds: error.parameters.retry_after,
      migrateTo: error.parameters.migrate_to_chat_id,
    };
  }
  const cause = error instanceof HttpError ? error.error : error;
  if (cause instanceof ForeignAnswer) return { kind: 'foreign', status: cause.status };
  return { kind: 'lost', code: networkCode(cause) };
}

function networkCode(cause: unknown): string {
  if (typeof cause === 'object' && cause !== null && 'code' in cause) {
    if (typeof cause.code === 'string') return cause.code;
  }
  return cause instanceof Error && cause.message.includes('timed out') ? 'timeout' : 'lost';
}
