import { refuse, type Result } from '#src/core/result.ts';
import { type ModelRef, providerNames } from './model-ref.ts';

const mostModels = 8;

/** Reads a list of models, `provider:model` with commas between; refuses what is no such list. */
export function readModelRefs(text: string): Result<{ refs: readonly ModelRef[] }, 'malformed'> {
  const refs: ModelRef[] = [];
  for (const part of text.split(',')) {
    const ref = readModelRef(part);
    if (!ref) return refuse('malformed');
    refs.push(ref);
  }
  return refs.length > mostModels ? refuse('malformed') : { ok: true, refs };
}

/** Reads one `provider:model`; null: it is none. */
export function readModelRef(text: string): ModelRef | null {
  const [, name, model] = /^\s*([a-z]+):([A-Za-z0-9][\w./:-]{0,99})\s*$/.exec(text) ?? [];
  const provider = providerNames.find((known) => known === name);
  return provider && model ? { provider, model } : null;
}
