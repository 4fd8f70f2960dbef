import type { Clock } from '#src/core/clock.ts';
import type { LlmFault } from '#src/core/llm.ts';
import { type LlmConfig, usualLimits } from './llm-config.ts';
import type { ProviderName } from './model-ref.ts';
import { providerAdapters } from './provider-adapters.ts';
import { openWays } from './ways.ts';

/** What a provider says of the installation's key and models. */
export interface ProviderLook {
  readonly provider: ProviderName;
  /** Why it could not be asked; null: it answered. */
  readonly fault: LlmFault | null;
  /** Configured models that it does not list. */
  readonly missing: readonly string[];
}

/** Time limit of one call, in ms. */
const timeoutMs = 10_000;

/** Asks each configured provider for its models. Sends nothing else and costs nothing. */
export async function lookAtProviders(
  config: LlmConfig,
  clock: Clock,
  signal?: AbortSignal,
): Promise<ProviderLook[]> {
  const ways = openWays(usualLimits.answerBytes, false);
  const configured = [...config.models.draft, ...config.models.cheap];
  try {
    return await Promise.all(
      [...providerAdapters(config, ways.providers, clock)].map(async ([provider, adapter]) => {
        const timeout = AbortSignal.timeout(timeoutMs);
        const listed = await adapter.models(signal ? AbortSignal.any([signal, timeout]) : timeout);
        if (!listed.ok) return { provider, fault: listed.fault, missing: [] };
        const wanted = configured.flatMap((ref) => (ref.provider === provider ? [ref.model] : []));
        // Ollama lists `llama3:latest` for what is asked for as `llama3`.
        const has = (model: string) =>
          listed.ids.includes(model) ||
          (provider === 'compatible' && listed.ids.includes(`${model}:latest`));
        const missing = [...new Set(wanted)].filter((model) => !has(model));
        return { provider, fault: null, missing };
      }),
    );
  } finally {
    await ways.close();
  }
}
