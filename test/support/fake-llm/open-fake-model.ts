import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { createLlm, type OpenLlm } from '#src/llm/create-llm.ts';
import { type LlmLimits, usualLimits } from '#src/llm/llm-config.ts';
import { usualPrices } from '#src/llm/prices.ts';
import { type FakeLlm, startFakeLlm } from './fake-llm.ts';

/** The port to language models with one fake provider behind it. */
export interface FakeModel extends AsyncDisposable {
  readonly fake: FakeLlm;
  readonly llm: OpenLlm;
}

const models = {
  groq: { draft: 'openai/gpt-oss-120b', cheap: 'openai/gpt-oss-20b' },
  xai: { draft: 'grok-4.3', cheap: 'grok-4.3' },
  compatible: { draft: 'llama3', cheap: 'llama3' },
} as const;

/**
 * Opens it; it has a model for this purpose alone. `limits`: where others than the usual are needed. Groq's does not show
 * drafts as they grow.
 */
export async function openFakeModel(
  purpose: 'draft' | 'cheap',
  limits: Partial<LlmLimits> = {},
  provider: keyof typeof models = 'groq',
): Promise<FakeModel> {
  const fake = await startFakeLlm();
  const llm = createLlm(
    {
      access: {
        groq: { apiKey: fake.key, baseUrl: fake.groqRoot },
        xai: { apiKey: fake.key, baseUrl: fake.baseUrl },
        compatible: { apiKey: fake.key, baseUrl: fake.baseUrl },
      },
      models: {
        draft: [],
        cheap: [],
        [purpose]: [{ provider, model: models[provider][purpose] }],
      },
      allowPrivateUrls: false,
      prices: usualPrices,
    },
    { clock: systemClock, random: systemRandom, log: silentLog },
    { ...usualLimits, ...limits },
  );
  return {
    fake,
    llm,
    async [Symbol.asyncDispose]() {
      await llm.close();
      await fake[Symbol.asyncDispose]();
    },
  };
}
