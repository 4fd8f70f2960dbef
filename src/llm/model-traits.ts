/** What a model takes. Facts: console.groq.com/docs (reasoning, structured-outputs), docs.x.ai/docs/models. */
export interface ModelTraits {
  /** How much it may think; null: it is not told. */
  readonly effort: 'none' | 'low' | null;
  /** Answers with JSON that fits a schema (`strict`), or with some JSON. */
  readonly json: 'strict' | 'some';
}

const known: readonly (readonly [RegExp, ModelTraits])[] = [
  // `none` is refused with 400.
  [/^openai\/gpt-oss-/, { effort: 'low', json: 'strict' }],
  [/^qwen\/qwen3/, { effort: 'none', json: 'some' }],
  [/^grok-4\.3/, { effort: 'none', json: 'strict' }],
  [/^grok-4\.[4-9]/, { effort: 'low', json: 'strict' }],
];

/** What this model of ours takes; of one that is not known, only what all take. */
export function traitsOf(model: string): ModelTraits {
  return known.find(([pattern]) => pattern.test(model))?.[1] ?? unknownTraits;
}

/** What can be expected of any model behind an endpoint that speaks Chat Completions. */
export const unknownTraits: ModelTraits = { effort: null, json: 'some' };
