import type { LlmConfig } from '#src/llm/llm-config.ts';
import type { ModelRef, ProviderName } from '#src/llm/model-ref.ts';
import { readModelRefs } from '#src/llm/model-refs.ts';
import type { SettingProblem, Settings } from './settings-schema.ts';

/** Without which a provider is not there. */
const neededSettings: Readonly<Record<ProviderName, string>> = {
  groq: 'GROQ_API_KEY',
  xai: 'XAI_API_KEY',
  compatible: 'LLM_COMPATIBLE_URL',
};

/** Where no key is needed, any will do; clients want one. */
const anyKey = 'none';

/**
 * Models that are asked for by name although their provider is not there, and an endpoint that is there without a model. The usual
 * models need no key: they are left out.
 */
export function llmProblems(env: Readonly<Record<string, string | undefined>>): SettingProblem[] {
  const lists = ['LLM_DRAFT_MODELS', 'LLM_CHEAP_MODELS'];
  const idle =
    env['LLM_COMPATIBLE_URL'] && !lists.some((list) => env[list]?.includes('compatible:'));
  const unused = {
    setting: 'LLM_COMPATIBLE_URL',
    problem: 'is set, but neither LLM_DRAFT_MODELS nor LLM_CHEAP_MODELS names a model of it',
    example: 'LLM_DRAFT_MODELS=compatible:llama3',
  };
  const keyless = lists.flatMap((setting) => {
    const read = readModelRefs(env[setting] ?? '');
    if (!read.ok) return [];
    const absent = new Set(
      read.refs.flatMap(({ provider }) => (env[neededSettings[provider]] ? [] : [provider])),
    );
    return [...absent].map((provider) => ({
      setting,
      problem: `names ${provider}, but ${neededSettings[provider]} is not set`,
      example: 'models of providers with a key alone',
    }));
  });
  return idle ? [...keyless, unused] : keyless;
}

/** Which providers there are, by the settings: those with a key, and the endpoint that has an address. */
export function llmConfigOf(settings: Settings): LlmConfig {
  const { GROQ_API_KEY: groqKey, XAI_API_KEY: xaiKey, LLM_COMPATIBLE_URL: baseUrl } = settings;
  const access = {
    ...(groqKey ? { groq: { apiKey: groqKey, baseUrl: settings.GROQ_BASE_URL } } : {}),
    ...(xaiKey ? { xai: { apiKey: xaiKey, baseUrl: settings.XAI_BASE_URL } } : {}),
    ...(baseUrl ? { compatible: { apiKey: settings.LLM_COMPATIBLE_KEY ?? anyKey, baseUrl } } : {}),
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
