import type { ProviderLook } from '#src/llm/look-at-providers.ts';
import { type Finding, findingsAbout } from './finding.ts';

/** What the providers of language models say of their keys and models. Drafts do without them, so none is an error. */
export function llmFindings(looks: readonly ProviderLook[]): Finding[] {
  const about = findingsAbout(null);
  if (looks.length === 0) {
    return [
      about.ok('llm.none', 'No provider is configured: drafts come from creators’ past answers.'),
    ];
  }
  return looks.flatMap(({ provider, fault, missing }) => {
    const { key, baseUrl } = settingsOf[provider];
    if (fault === 'rejected-key') {
      const message = `${provider} refuses the key: it is wrong, was revoked, or has no money left.`;
      return [
        about.warning('llm.rejected-key', message, `Look at ${key} and the provider’s console.`),
      ];
    }
    if (fault) {
      const message = `${provider} could not be asked for its models (${fault}).`;
      return [
        about.warning('llm.unreachable', message, `Look at the network and ${baseUrl}, try again.`),
      ];
    }
    if (missing.length === 0) {
      return [about.ok('llm.well', `${provider} takes the key and has the models.`)];
    }
    return missing.map((model) =>
      about.warning(
        'llm.no-such-model',
        `${provider} does not list the model ${model}: it was retired, or the key may not use it.`,
        'Put another into LLM_DRAFT_MODELS or LLM_CHEAP_MODELS; docs/operations.md names the usual ones.',
      ),
    );
  });
}

/** Configured models of unknown price. Caps hold all the same, only sooner. */
export function priceFindings(unpriced: readonly string[]): Finding[] {
  return unpriced.map((ref) =>
    findingsAbout(null).note(
      'llm.no-price',
      `What ${ref} costs is not known: it counts as the dearest model that is, so what a day may cost is reached sooner.`,
      `Put ${ref}=<in>/<out> into LLM_PRICES, in US dollars for a million tokens.`,
    ),
  );
}

const settingsOf = {
  groq: { key: 'GROQ_API_KEY', baseUrl: 'GROQ_BASE_URL' },
  xai: { key: 'XAI_API_KEY', baseUrl: 'XAI_BASE_URL' },
  compatible: { key: 'LLM_COMPATIBLE_KEY', baseUrl: 'LLM_COMPATIBLE_URL' },
} as const;
