import { keyOf } from './names.ts';

/** What became of a name: of a choice or of a tag. `becomes` null: what was called so is gone. */
export interface Renaming {
  readonly was: string;
  readonly becomes: string | null;
}

/** What is called so before these changes, in their order, under its name after them; null when it is gone. */
export function nameAfter(name: string, changes: readonly Renaming[]): string | null {
  let now = name;
  for (const { was, becomes } of changes) {
    if (keyOf(was) !== keyOf(now)) continue;
    if (becomes === null) return null;
    now = becomes;
  }
  return now;
}
