import { compatiblePrefix } from '#src/core/llm.ts';
import type { ModelRef, ProviderName } from './model-ref.ts';
import type { PriceList } from './prices.ts';

/** The installation's access to a provider. */
export interface ProviderAccess {
  readonly apiKey: string;
  /** Without a slash at its end. Groq: the API's root, to which its client adds `/openai/v1`; others: up to `/v1`. */
  readonly baseUrl: string;
}

/** What a provider is called where it is agreed to, and in receipts. */
export function toldProvider(provider: ProviderName, { baseUrl }: ProviderAccess): string {
  return provider === 'compatible' ? `${compatiblePrefix}${new URL(baseUrl).host}` : provider;
}

/** Which providers there are, and what they are asked for. */
export interface LlmConfig {
  readonly access: Readonly<Partial<Record<ProviderName, ProviderAccess>>>;
  /** For each purpose, in the order in which they are asked; only models of providers in `access`. */
  readonly models: Readonly<Record<'draft' | 'cheap', readonly ModelRef[]>>;
  /** What all models of known price cost. */
  readonly prices: PriceList;
  /** Whether a creator's own endpoint may lie in a private network, be plain http and have any port. */
  readonly allowPrivateUrls: boolean;
}

/** How long and how much. Times in ms. */
export interface LlmLimits {
  /** One call. */
  readonly attemptMs: number;
  /** All calls for one question, with the waiting before. */
  readonly deadlineMs: number;
  /** Waiting for room before a question is put together. */
  readonly roomMs: number;
  /** Calls with the installation's keys at one time, of all tenants and of each. */
  readonly most: number;
  readonly mostPerTenant: number;
  /** Calls with creators' own keys, likewise. */
  readonly mostOwn: number;
  readonly mostOwnPerTenant: number;
  /** An answer longer than this is cut off. */
  readonly answerBytes: number;
}

/** The limits of one of so many who ask side by side: each of its part of the calls at one time. */
export function limitsOfShare(limits: LlmLimits, of: number): LlmLimits {
  const part = (most: number) => Math.ceil(most / of);
  return { ...limits, most: part(limits.most), mostOwn: part(limits.mostOwn) };
}

/**
 * The usual limits. Groq allows 1,000 calls a minute and organisation (developer plan): at two seconds each, that is some
 * 33 at one time, and the rest are xAI's or wait.
 */
export const usualLimits: LlmLimits = {
  attemptMs: 5_000,
  deadlineMs: 8_000,
  // Whoever has tapped Draft rather has past answers by then.
  roomMs: 20_000,
  most: 48,
  mostPerTenant: 6,
  mostOwn: 128,
  mostOwnPerTenant: 4,
  answerBytes: 1_000_000,
};
