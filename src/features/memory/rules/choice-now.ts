import { nameAfter, type Renaming } from './name-after.ts';
import { keyOf } from './names.ts';

/**
 * What a choice is called now, by the changes of its field in their order; null when it was removed, undefined when no change
 * is about it. Of two that were called so one after the other the later one is meant.
 */
export function choiceNow(choice: string, changes: readonly Renaming[]): string | null | undefined {
  const start = changes.findLastIndex(({ was }) => keyOf(was) === keyOf(choice));
  return start === -1 ? undefined : nameAfter(choice, changes.slice(start));
}
