import type { LlmTry } from '#src/core/llm.ts';
import { type AllowedProviders, toldName } from '#src/features/consent/index.ts';

/** Who was told something, how that ended and what it cost. */
export interface Spent {
  /** Who was told last, as consent names it: a creator's own provider by its host. */
  readonly provider: string;
  /** Its model; empty: not known. */
  readonly model: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Millionths of a US dollar, of all calls. */
  readonly costMicroUsd: number;
  readonly ms: number;
  /**
   * Every call, in order. `unknown`: who may have been told, where the program ended before it was known; receipts are written
   * before anything leaves.
   */
  readonly calls: readonly {
    readonly provider: string;
    readonly model: string;
    readonly outcome: LlmTry['outcome'] | 'unknown';
  }[];
}

/** What is known of calls before the first is made. */
export function notYetKnown(allowed: AllowedProviders): Spent {
  const calls = allowed.providers.map((provider) => ({
    provider: toldName(provider, allowed),
    model: '',
    outcome: 'unknown' as const,
  }));
  const provider = calls[0]?.provider ?? '';
  return { provider, model: '', tokensIn: 0, tokensOut: 0, costMicroUsd: 0, ms: 0, calls };
}

/** What is known of calls that were made; null: none was, so nothing left the box. */
export function spentOf(tries: readonly LlmTry[], allowed: AllowedProviders): Spent | null {
  const last = tries.at(-1);
  if (!last) return null;
  const sum = (of: (each: LlmTry) => number) => tries.reduce((all, each) => all + of(each), 0);
  return {
    provider: toldName(last.provider, allowed),
    model: last.model,
    tokensIn: sum(({ usage }) => usage?.in ?? 0),
    tokensOut: sum(({ usage }) => usage?.out ?? 0),
    costMicroUsd: sum(({ costMicroUsd }) => costMicroUsd),
    ms: sum(({ ms }) => ms),
    calls: tries.map(({ provider, model, outcome }) => ({
      provider: toldName(provider, allowed),
      model,
      outcome,
    })),
  };
}
