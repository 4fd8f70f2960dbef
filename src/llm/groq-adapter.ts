import type { Groq } from 'groq-sdk';
import type { Clock } from '#src/core/clock.ts';
import type { ProviderAdapter } from './adapter.ts';
import { completionBody } from './completion-body.ts';
import { faultOfError } from './fault-of-error.ts';
import { limitedFetch, type Way } from './limited-fetch.ts';
import type { ProviderAccess } from './llm-config.ts';
import { clientTimeoutMs } from './openai-adapter.ts';
import { readCompletion } from './read-completion.ts';
import { readModels } from './read-models.ts';

/** Groq by its own client, which is loaded with the first call. It appends `/openai/v1/…` to the base URL. */
export function groqAdapter(access: ProviderAccess, way: Way, clock: Clock): ProviderAdapter {
  let loading: Promise<Groq> | null = null;
  const client = () => (loading ??= load(access, way));

  return {
    async complete(call) {
      try {
        const groq = await client();
        const { data, response } = await groq.chat.completions
          .create(
            {
              ...completionBody(call),
              max_completion_tokens: call.request.maxTokens,
              // What it thinks is not wanted, and long.
              ...(call.model.startsWith('openai/gpt-oss') ? { include_reasoning: false } : {}),
            },
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

async function load({ apiKey, baseUrl }: ProviderAccess, way: Way): Promise<Groq> {
  const { Groq } = await import('groq-sdk');
  return new Groq({
    apiKey,
    baseURL: baseUrl,
    maxRetries: 0,
    timeout: clientTimeoutMs,
    logLevel: 'off',
    fetch: limitedFetch(way, apiKey),
  });
}
