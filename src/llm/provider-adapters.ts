import type { Clock } from '#src/core/clock.ts';
import type { ProviderAdapter } from './adapter.ts';
import { endpointOf } from './endpoint-of.ts';
import { groqAdapter } from './groq-adapter.ts';
import type { Way } from './limited-fetch.ts';
import type { LlmConfig } from './llm-config.ts';
import type { ProviderName } from './model-ref.ts';
import { openaiAdapter } from './openai-adapter.ts';

/** Makes the adapters of the providers that the installation may ask. */
export function providerAdapters(
  { access }: LlmConfig,
  way: Way,
  clock: Clock,
): ReadonlyMap<ProviderName, ProviderAdapter> {
  const adapters = new Map<ProviderName, ProviderAdapter>();
  if (access.groq) adapters.set('groq', groqAdapter(access.groq, way, clock));
  if (access.xai) adapters.set('xai', openaiAdapter(access.xai, way, clock));
  if (access.compatible) {
    const { tokensField } = endpointOf(access.compatible.baseUrl);
    adapters.set('compatible', openaiAdapter(access.compatible, way, clock, tokensField));
  }
  return adapters;
}
