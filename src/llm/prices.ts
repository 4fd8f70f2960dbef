import type { LlmUsage } from '#src/core/llm.ts';

/** US dollars for a million tokens, which is millionths of a dollar for one. */
interface Price {
  readonly in: number;
  readonly cached: number;
  readonly out: number;
}

/**
 * Collected 2026-11-20 from console.groq.com/docs/models and docs.x.ai/docs/models. What the providers' consoles say
 * counts: look there before a launch, and when a model is added. Groq takes half for cached input where it has a price for it, else the full price stands.
 */
const prices = new Map<string, Price>(
  Object.entries({
    'openai/gpt-oss-120b': { in: 0.15, cached: 0.075, out: 0.6 },
    'openai/gpt-oss-20b': { in: 0.075, cached: 0.075, out: 0.3 },
    'openai/gpt-oss-safeguard-20b': { in: 0.075, cached: 0.075, out: 0.3 },
    'qwen/qwen3.6-27b': { in: 0.6, cached: 0.6, out: 3 },
    'grok-4.3': { in: 1.25, cached: 0.2, out: 2.5 },
    'grok-4.5': { in: 2, cached: 0.5, out: 6 },
    'grok-4.6': { in: 2, cached: 0.5, out: 6 },
    'grok-4.7': { in: 2, cached: 0.5, out: 6 },
  }),
);

const known = [...prices.values()];
/** What a model of unknown price counts as, so that caps err on the safe side. */
const highest: Price = {
  in: Math.max(...known.map((price) => price.in)),
  cached: Math.max(...known.map((price) => price.cached)),
  out: Math.max(...known.map((price) => price.out)),
};

/** What tokens of a model cost, in whole millionths of a US dollar, rounded up. Thought tokens are among `out`. */
export function costOf(model: string, usage: LlmUsage): number {
  const price = prices.get(model) ?? highest;
  const fresh = Math.max(0, usage.in - usage.cached);
  // Sums of binary fractions go a hair over whole numbers.
  const cost = fresh * price.in + usage.cached * price.cached + usage.out * price.out;
  return Math.ceil(Number(cost.toFixed(6)));
}
