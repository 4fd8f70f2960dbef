import type { LlmConfig, ModelRef, ProviderName } from '#src/llm/llm-config.ts';
import { readModelRefs } from '#src/llm/model-refs.ts';
import type { SettingProblem, Settings } from './settings-schema.ts';

const keySettings: Readonly<Record<ProviderName, string>> = {
  groq: 'GROQ_API_KEY',
  xai: 'XAI_API_KEY',
};

/** Models that are asked for by name although their provider has no key. The usual models need none: they are left out. */
export function llmProblems(env: Readonly<Record<string, string | undefined>>): SettingProblem[] {
  return ['LLM_DRAFT_MODELS', 'LLM_CHEAP_MODELS'].flatMap((setting) => {
    const read = readModelRefs(env[setting] ?? '');
    if (!read.ok) return [];
    const keyless = new Set(
      read.refs.flatMap(({ provider }) => (env[keySettings[provider]] ? [] : [provider])),
    );
    return [...keyless].map((provider) => ({
      setting,
      problem: `names ${provider}, but ${keySettings[provider]} is not set`,
      example: 'models of providers with a key alone',
    }));
  });
}

/** Which providers there are, by the settings: those with a key. */
export function llmConfigOf(settings: Settings): LlmConfig {
  const { GROQ_API_KEY: groqKey, XAI_API_KEY: xaiKey } = settings;
  const access = {
    ...(groqKey ? { groq: { apiKey: groqKey, baseUrl: settings.GROQ_BASE_URL } } : {}),
    ...(xaiKey ? { xai: { apiKey: xaiKey, baseUrl: settings.XAI_BASE_URL } } : {}),
  };
  const withKey = (refs: readonly ModelRef[]) => refs.filter(({ provider }) => provider in access);
  return {
    access,
    models: {
      draft: withKey(settings.LLM_DRAFT_MODELS),
      cheap: withKey(settings.LLM_CHEAP_MODELS),
    },
    prices: settings.LLM_PRICES,
    allowPrivateUrls: settings.LLM_ALLOW_PRIVATE_URLS,
  };
}
