import { runsOf } from '#src/features/search/index.ts';
import { isStop } from './answer-words.ts';

/** A word that tells what is asked, as it is looked for in answers. */
export interface Sought {
  readonly weight: number;
  /** Each three letters in a row; of a dense script the word itself. */
  readonly grams: readonly string[];
}

/** Of a word so much stands in an answer that speaks of it: endings differ, and in some languages words are joined. */
const least = 0.5;

/** The words (`askedWords`) by which answers are looked through, those that tell most first. */
export function soughtIn(weights: ReadonlyMap<string, number>): Sought[] {
  return [...weights]
    .filter(([word]) => !isStop(word))
    .map(([word, weight]) => ({ weight, grams: lettersOf(word) }))
    .filter(({ grams }) => grams.length > 0)
    .toSorted((a, b) => b.weight - a.weight);
}

/** How much of what is asked an answer (folded) speaks of, 0 to 1, by the weights of the words and how much of each is there. */
export function spokenOf(sought: readonly Sought[], folded: string): number {
  let all = 0;
  let spoken = 0;
  for (const { weight, grams } of sought) {
    const share = grams.filter((gram) => folded.includes(gram)).length / grams.length;
    all += weight;
    if (share >= least) spoken += weight * share;
  }
  return all === 0 ? 0 : spoken / all;
}

function lettersOf(word: string): string[] {
  if (runsOf(word)[0]?.dense === true) return [word];
  const letters = Array.from(word);
  return letters.slice(2).map((_, at) => letters.slice(at, at + 3).join(''));
}
