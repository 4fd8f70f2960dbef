import type { ProposedChoice } from '../draft.ts';

/** A message offers so many choices at most. */
export const mostChoices = 3;

/** Units for the texts of all choices of a message, which leaves room for what stands around them (4096; Bot API). */
const room = 3_400;

/**
 * The choices of a proposal that are offered next: whole texts only, none that was offered before, as many as one message
 * holds.
 */
export function fitChoices(
  choices: readonly ProposedChoice[],
  offered: readonly string[],
): ProposedChoice[] {
  const seen = new Set(offered.map(keyOf));
  const fitting: ProposedChoice[] = [];
  let left = room;
  for (const choice of choices) {
    const key = keyOf(choice.text);
    if (key === '' || seen.has(key) || choice.text.length > left) continue;
    seen.add(key);
    left -= choice.text.length;
    fitting.push(choice);
    if (fitting.length === mostChoices) break;
  }
  return fitting;
}

/** Two texts that differ in case and spaces alone are the same to a reader. */
function keyOf(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}
