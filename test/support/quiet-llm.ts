import type { Llm } from '#src/core/llm.ts';

/** Providers by name that answer nothing; the names can be changed, as an operator changes the configuration. */
export function quietLlm(...providers: string[]): Llm & { providers: string[] } {
  return {
    providers,
    dearest: { in: 0, out: 0 },
    chat: () => Promise.resolve({ ok: false, reason: 'unreachable', tries: [] }),
  };
}
