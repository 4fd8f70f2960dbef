import type { OpenAI } from 'openai';
import type { Clock } from '#src/core/clock.ts';
import type { ProviderAdapter } from './adapter.ts';
import { completionBody } from './completion-body.ts';
import { faultOfError } from './fault-of-error.ts';
import { limitedFetch, type Way } from './limited-fetch.ts';
import type { ProviderAccess } from './llm-config.ts';
import { readCompletion } from './read-completion.ts';
import { readModels } from './read-models.ts';

/** Ours end a call long before; this is for the case that the client should hang by itself. */
export const clientTimeoutMs = 60_000;

/**
 * Any endpoint that speaks OpenAI's Chat Completions, by OpenAI's client, which is loaded with the first call.
 * `tokensField`: xAI and OpenAI itself know `max_completion_tokens`; simple servers only the older name.
 */
export function openaiAdapter(
  access: ProviderAccess,
  way: Way,
  clock: Clock,
  tokensField: 'max_completion_tokens' | 'max_tokens' = 'max_completion_tokens',
): ProviderAdapter {
  let loading: Promise<OpenAI> | null = null;
  const client = () => (loading ??= load(access, way));

  return {
    async complete(call) {
      try {
        const openai = await client();
        const { data, response } = await openai.chat.completions
          .create(
            { ...completionBody(call), [tokensField]: call.request.maxTokens, stream: false },
            { signal: call.signal },
          )
          .withResponse();
        return readCompletion(data, response.headers.get('x-request-id'));
      } catch (error) {
        return faultOfError(error, clock.now());
      }
    },
    async models(signal) {
      try {
        const { data } = await (await client()).models.list({ signal });
        return readModels(data);
      } catch (error) {
        return faultOfError(error, clock.now());
      }
    },
  };
}

async function load({ apiKey, baseUrl }: ProviderAccess, way: Way): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  return new OpenAI({
    apiKey,
    baseURL: baseUrl,
    // Else the client takes them from the environment.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: clientTimeoutMs,
    logLevel: 'off',
    fetch: limitedFetch(way, apiKey),
  });
}
