import { distance } from 'fastest-levenshtein';

/** Letters that may differ: one in a short word, one in three of a longer one. */
const mistakesIn = (word: string): number => Math.max(1, Math.floor(word.length / 3));

/**
 * The command that somebody may have meant by one that there is not (both without the slash): one that begins so, or the one with the
 * fewest letters to change, of equals the earlier. Undefined where none is near, and for one that there is: it cannot be used here.
 */
export function nearestCommand(typed: string, known: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  if (word.length < 2 || known.includes(typed)) return undefined;
  const begun = known.find((command) => command.startsWith(word));
  if (begun !== undefined) return begun;
  const [nearest] = known
    .map((command) => ({ command, mistakes: distance(word, command) }))
    .filter(({ command, mistakes }) => mistakes <= mistakesIn(command))
    .toSorted((a, b) => a.mistakes - b.mistakes);
  return nearest?.command;
}
