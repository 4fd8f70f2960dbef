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
  return start === -1 ? undefined : choiceAfter(choice, changes.slice(start));
}

/** What is called so before these changes of its field, under its name after them; null when it was removed. */
export function choiceAfter(choice: string, changes: readonly Renaming[]): string | null {
  let now = choice;
  for (const { was, becomes } of changes) {
    if (keyOf(was) !== keyOf(now)) continue;
    if (becomes === null) return null;
    now = becomes;
  }
  return now;
}
