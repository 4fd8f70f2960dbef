/** Providers that an installation may ask. `compatible`: an endpoint of the operator's choice that speaks OpenAI's Chat Completions. */
export const providerNames = ['groq', 'xai', 'compatible'] as const;

/** One of them. */
export type ProviderName = (typeof providerNames)[number];

/** A model of a provider. */
export interface ModelRef {
  readonly provider: ProviderName;
  readonly model: string;
}
