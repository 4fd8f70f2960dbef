import type { LlmRequest } from '#src/core/llm.ts';
import type { ModelTraits } from './model-traits.ts';

/**
 * How much of what is wanted a model is asked for: all that it takes (`full`), the format but in one piece (`unstreamed`), or
 * text alone, in one piece (`plain`).
 */
export type Manner = 'full' | 'unstreamed' | 'plain';

/** What a call asks for besides text. */
export interface Extras {
  readonly stream: boolean;
  readonly format: 'none' | ModelTraits['json'];
}

/** What a question comes to for a model that is asked in this manner. `listens`: somebody wants the answer as it grows. */
export function extrasOf(
  manner: Manner,
  { json, streamsFormat }: ModelTraits,
  { request, listens }: { readonly request: LlmRequest; readonly listens: boolean },
): Extras {
  const format = request.schema && manner !== 'plain' ? json : 'none';
  const stream = listens && manner === 'full' && (format === 'none' || streamsFormat);
  return { stream, format };
}

/**
 * Whether a call that was refused for its form may have been refused for its extras: for a stream, for a format that it is not
 * known to take, and for anything once it has refused something before.
 */
export function mayBeForExtras(manner: Manner, { stream, format }: Extras): boolean {
  return stream || format === 'some' || (format === 'strict' && manner !== 'full');
}

/** How a model is asked from now on that refused these extras and answered without. */
export function mannerAfter({ stream, format }: Extras): Manner {
  return stream && format !== 'some' ? 'unstreamed' : 'plain';
}
