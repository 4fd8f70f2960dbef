import { fold, runsOf, pairsOf } from '#src/features/search/index.ts';
import { isStop, stemOf, withoutArticle } from './answer-words.ts';
import { withoutCourtesies } from './without-courtesies.ts';

/** Endings that a word may have are so long. */
const longestEnding = 3;
/** A shorter beginning stands in too many other words. */
const shortestBeginning = 5;

/** A word of a text: `word` as in `answerWords`, and what tells it from others with the same beginning. */
export interface Echo {
  readonly word: string;
  /** The folded word but for its ending; the word itself where it is short, or of a dense script. */
  readonly form: string;
}

/** A text, as words are looked for in it. */
export interface Heard {
  readonly folded: string;
  readonly words: ReadonlySet<string>;
}

/** The telling words that a reply repeats from what its fan told, each once. Placeholders are none. */
export function echoesOf(told: string, reply: string): Echo[] {
  const replied = formsOf(reply);
  return [...formsOf(withoutCourtesies(told))]
    .filter(([word]) => replied.has(word) && !isStop(word))
    .map(([word, form]) => ({ word, form }));
}

/** A text to look for words in. */
export function heard(text: string): Heard {
  return { folded: fold(text), words: new Set(formsOf(text).keys()) };
}

/** Whether a text has this word, whatever its ending: not only one that begins like it. */
export function hasEcho({ folded, words }: Heard, { word, form }: Echo): boolean {
  return words.has(word) && (form.length <= shortestBeginning || folded.includes(form));
}

function formsOf(text: string): Map<string, string> {
  return new Map(
    runsOf(fold(text.replace(placeholder, ' '))).flatMap(({ text: run, dense }) =>
      dense
        ? pairsOf(run).map((pair): [string, string] => [pair, pair])
        : [[stemOf(run), formOf(withoutArticle(run))] as [string, string]],
    ),
  );
}

const placeholder = /\{[a-z_]{1,40}\}/gu;

function formOf(word: string): string {
  const letters = Array.from(word);
  return letters.slice(0, Math.max(shortestBeginning, letters.length - longestEnding)).join('');
}
