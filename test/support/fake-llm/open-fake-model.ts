import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { createLlm, type OpenLlm } from '#src/llm/create-llm.ts';
import { type LlmLimits, usualLimits } from '#src/llm/llm-config.ts';
import { type FakeLlm, startFakeLlm } from './fake-llm.ts';

/** The port to language models with one fake provider, Groq, behind it. */
export interface FakeModel extends AsyncDisposable {
  readonly fake: FakeLlm;
  readonly llm: OpenLlm;
}

const models = {
  draft: { draft: [{ provider: 'groq', model: 'openai/gpt-oss-120b' }], cheap: [] },
  cheap: { draft: [], cheap: [{ provider: 'groq', model: 'openai/gpt-oss-20b' }] },
} as const;

/** Opens it; it has a model for this purpose alone. `limits`: where others than the usual are needed. */
export async function openFakeModel(
  purpose: keyof typeof models,
  limits: Partial<LlmLimits> = {},
): Promise<FakeModel> {
  const fake = await startFakeLlm();
  const llm = createLlm(
    {
      access: { groq: { apiKey: fake.key, baseUrl: fake.groqRoot } },
      models: models[purpose],
      allowPrivateUrls: false,
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
