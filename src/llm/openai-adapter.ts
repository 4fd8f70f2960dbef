import type { Clock } from '#src/core/clock.ts';
import type { ProviderAdapter } from './adapter.ts';
import { completionBody } from './completion-body.ts';
import { limitedFetch, type Way } from './limited-fetch.ts';
import type { ProviderAccess } from './llm-config.ts';
import { clientTimeoutMs, type SdkClient, sdkAdapter } from './sdk-adapter.ts';

/** xAI and OpenAI itself know `max_completion_tokens`; simple servers only the older name. */
export type TokensField = 'max_completion_tokens' | 'max_tokens';

/** Any endpoint that speaks OpenAI's Chat Completions, by OpenAI's client. */
export function openaiAdapter(
  access: ProviderAccess,
  way: Way,
  clock: Clock,
  tokensField: TokensField = 'max_completion_tokens',
): ProviderAdapter {
  return sdkAdapter(() => load(access, way, tokensField), clock);
}

async function load(
  { apiKey, baseUrl }: ProviderAccess,
  way: Way,
  tokensField: TokensField,
): Promise<SdkClient> {
  const { OpenAI } = await import('openai');
  const openai = new OpenAI({
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
  return {
    async complete(call) {
      const body = completionBody(call);
      const whole = {
        ...body,
        [tokensField]: call.request.maxTokens,
        // Else a stream does not say what was used.
        ...(body.stream ? { stream_options: { include_usage: true } } : {}),
      };
      return await openai.chat.completions.create(whole, { signal: call.signal }).asResponse();
    },
    async models(signal) {
      return (await openai.models.list({ signal })).data;
    },
  };
}
