import type { Config } from '#src/app/config.ts';
import type { Llm } from '#src/core/llm.ts';
import { createLlm } from '#src/llm/create-llm.ts';
import { services } from '../bed.ts';

/** The providers that the installation's settings name. */
export interface RealModel extends AsyncDisposable {
  readonly llm: Llm;
}

/** Opens the providers of these settings; undefined where no key is set. Asking costs money. */
export function openRealModel(config: Pick<Config, 'llm'>): RealModel | undefined {
  if (Object.keys(config.llm.access).length === 0) return undefined;
  const llm = createLlm(config.llm, services);
  return { llm, [Symbol.asyncDispose]: () => llm.close() };
}
