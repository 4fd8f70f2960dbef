import type { Clock } from '#src/core/clock.ts';
import type { ProviderAdapter } from './adapter.ts';
import { groqAdapter } from './groq-adapter.ts';
import type { Way } from './limited-fetch.ts';
import type { LlmConfig, ProviderName } from './llm-config.ts';
import { openaiAdapter } from './openai-adapter.ts';

/** Makes the adapters of the providers that the installation has keys for. */
export function providerAdapters(
  { access }: LlmConfig,
  way: Way,
  clock: Clock,
): ReadonlyMap<ProviderName, ProviderAdapter> {
  const adapters = new Map<ProviderName, ProviderAdapter>();
  if (access.groq) adapters.set('groq', groqAdapter(access.groq, way, clock));
  if (access.xai) adapters.set('xai', openaiAdapter(access.xai, way, clock));
  return adapters;
}
