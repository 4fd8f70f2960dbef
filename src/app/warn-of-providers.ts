import type { Clock } from '#src/core/clock.ts';
import type { Log } from '#src/core/log.ts';
import type { LlmConfig } from '#src/llm/llm-config.ts';
import { lookAtProviders } from '#src/llm/look-at-providers.ts';

/**
 * Looks in the background whether the providers take their keys and have the models, and says in the log what is wrong;
 * drafts come from elsewhere then. The answer ends it, and resolves when that is done.
 */
export function warnOfProviders(config: LlmConfig, clock: Clock, log: Log): () => Promise<void> {
  const stopping = new AbortController();
  const looking = lookAtProviders(config, clock, stopping.signal).then((looks) => {
    if (stopping.signal.aborted) return;
    for (const { provider, fault, missing } of looks) {
      if (fault) log.warn('llm.provider-unwell', { provider, outcome: fault });
      for (const model of missing) log.warn('llm.no-such-model', { provider, model });
    }
  });
  return () => {
    stopping.abort();
    return looking;
  };
}
