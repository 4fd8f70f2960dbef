/** What a model takes. Facts: console.groq.com/docs (reasoning, structured-outputs), docs.x.ai/docs/models. */
export interface ModelTraits {
  /** How much it may think; null: it is not told. */
  readonly effort: 'none' | 'low' | null;
  /** Answers with JSON that fits a schema (`strict`), or with some JSON. */
  readonly json: 'strict' | 'some';
  /**
   * Whether an answer that is asked for in a format may be asked for as a stream. Groq: no. "Streaming and tool use are not
   * currently supported with Structured Outputs" (console.groq.com/docs/structured-outputs, as quoted 2026-07 in
   * jgravelle/GroqApiLibrary#33), and in JSON mode it answers 400, "response_format does not support streaming"
   * (langchain-ai/langchain#23629, BerriAI/litellm#4804).
   */
  readonly streamsFormat: boolean;
}

/** Who runs a model, as far as that tells what it takes. `any`: an endpoint of which nothing is known. */
export type Host = 'groq' | 'xai' | 'any';

type Known = readonly (readonly [RegExp, Omit<ModelTraits, 'streamsFormat'>])[];

const knownModels: Readonly<Record<Host, Known>> = {
  groq: [
    // `none` is refused with 400.
    [/^openai\/gpt-oss-/, { effort: 'low', json: 'strict' }],
    [/^qwen\/qwen3/, { effort: 'none', json: 'some' }],
  ],
  xai: [
    [/^grok-4\.3/, { effort: 'none', json: 'strict' }],
    [/^grok-4\.[4-9]/, { effort: 'low', json: 'strict' }],
  ],
  // The same name may mean anything there.
  any: [],
};

/** What this model takes where it runs; of one that is not known, only what all take there. */
export function traitsOf(host: Host, model: string): ModelTraits {
  const [, known] = knownModels[host].find(([pattern]) => pattern.test(model)) ?? [];
  return { ...(known ?? { effort: null, json: 'some' }), streamsFormat: host !== 'groq' };
}
