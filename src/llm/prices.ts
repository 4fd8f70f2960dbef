import type { LlmUsage, TokenPrice } from '#src/core/llm.ts';
import type { ModelRef } from './model-ref.ts';

/** US dollars for a million tokens, which is millionths of a dollar for one. */
export interface Price extends TokenPrice {
  readonly cached: number;
}

/** What models cost, by `provider:model`. */
export type PriceList = ReadonlyMap<string, Price>;

/** What nobody here pays for. */
export const noPrice: Price = { in: 0, cached: 0, out: 0 };

/**
 * Collected 2026-11-20 from console.groq.com/docs/models and docs.x.ai/docs/models; `LLM_PRICES` adds to it and overrides it. What
 * the providers' consoles say counts: look there before a launch, and when a model is added. Groq takes half for cached input where
 * it has a price for it, else the full price stands.
 */
export const usualPrices: PriceList = new Map(
  Object.entries({
    'groq:openai/gpt-oss-120b': { in: 0.15, cached: 0.075, out: 0.6 },
    'groq:openai/gpt-oss-20b': { in: 0.075, cached: 0.075, out: 0.3 },
    'groq:openai/gpt-oss-safeguard-20b': { in: 0.075, cached: 0.075, out: 0.3 },
    'groq:qwen/qwen3.6-27b': { in: 0.6, cached: 0.6, out: 3 },
    'xai:grok-4.3': { in: 1.25, cached: 0.2, out: 2.5 },
    'xai:grok-4.5': { in: 2, cached: 0.5, out: 6 },
    'xai:grok-4.6': { in: 2, cached: 0.5, out: 6 },
    'xai:grok-4.7': { in: 2, cached: 0.5, out: 6 },
  }),
);

/** A model as it stands in settings. */
export function refText({ provider, model }: ModelRef): string {
  return `${provider}:${model}`;
}

/** What this model costs; one of unknown price as much as the dearest of the list, so that caps err on the safe side. */
export function priceOf(prices: PriceList, ref: ModelRef): Price {
  return prices.get(refText(ref)) ?? dearest([...prices.values()]);
}

/** What a token costs at most, whichever of these models answers. */
export function dearestOf(prices: PriceList, refs: readonly ModelRef[]): TokenPrice {
  return dearest(refs.map((ref) => priceOf(prices, ref)));
}

/** Models of unknown price, each once. */
export function unpricedOf(prices: PriceList, refs: readonly ModelRef[]): string[] {
  return [...new Set(refs.map(refText))].filter((ref) => !prices.has(ref));
}

function dearest(all: readonly Price[]): Price {
  return {
    in: Math.max(0, ...all.map((price) => price.in)),
    cached: Math.max(0, ...all.map((price) => price.cached)),
    out: Math.max(0, ...all.map((price) => price.out)),
  };
}

/** What tokens cost at this price, in whole millionths of a US dollar, rounded up. Thought tokens are among `out`. */
export function costOf(price: Price, usage: LlmUsage): number {
  const fresh = Math.max(0, usage.in - usage.cached);
  // Sums of binary fractions go a hair over whole numbers.
  const cost = fresh * price.in + usage.cached * price.cached + usage.out * price.out;
  return Math.ceil(Number(cost.toFixed(6)));
}
