import type { Clock } from '#src/core/clock.ts';
import type { ProviderAdapter } from './adapter.ts';
import { completionBody } from './completion-body.ts';
import { limitedFetch, type Way } from './limited-fetch.ts';
import type { ProviderAccess } from './llm-config.ts';
import { clientTimeoutMs, type SdkClient, sdkAdapter } from './sdk-adapter.ts';

/**
 * Groq by its own client, which appends `/openai/v1/…` to the base URL. In a stream it counts without being asked to, in
 * the last chunk's `x_groq`.
 */
export function groqAdapter(access: ProviderAccess, way: Way, clock: Clock): ProviderAdapter {
  return sdkAdapter(() => load(access, way), clock);
}

async function load({ apiKey, baseUrl }: ProviderAccess, way: Way): Promise<SdkClient> {
  const { Groq } = await import('groq-sdk');
  const groq = new Groq({
    apiKey,
    baseURL: baseUrl,
    maxRetries: 0,
    timeout: clientTimeoutMs,
    logLevel: 'off',
    fetch: limitedFetch(way, apiKey),
  });
  return {
    async complete(call) {
      const body = {
        ...completionBody(call),
        max_completion_tokens: call.request.maxTokens,
        // What it thinks is not wanted, and long.
        ...(call.model.startsWith('openai/gpt-oss') ? { include_reasoning: false } : {}),
      };
      return await groq.chat.completions.create(body, { signal: call.signal }).asResponse();
    },
    async models(signal) {
      return (await groq.models.list({ signal })).data;
    },
  };
}
