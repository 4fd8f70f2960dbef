import type { ChoiceChange } from '../choice-change.ts';
import { keyOf } from './names.ts';

/** What became of a choice, without when. */
export type Renaming = Pick<ChoiceChange, 'was' | 'becomes'>;

/**
 * What a choice is called now, by the changes of its field in their order; null when it was removed, undefined when no change
 * is about it. Of two that were called so one after the other the later one is meant.
 */
export function choiceNow(choice: string, changes: readonly Renaming[]): string | null | undefined {
  const start = changes.findLastIndex(({ was }) => keyOf(was) === keyOf(choice));
  const first = changes[start];
  if (!first) return undefined;
  let now = first.becomes;
  for (const { was, becomes } of changes.slice(start + 1)) if (was === now) now = becomes;
  return now;
}
