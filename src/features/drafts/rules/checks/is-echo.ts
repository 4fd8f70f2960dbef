import { countInRuns, lengthIn, runsOf, wordsOf } from './word-runs.ts';

/** Shortest run of words that counts as repeated; less than that is shared by any two texts on one matter. */
const run = 3;
/** Fewest words of an echo: greetings, thanks and wishes are answered in kind. */
const fewest = 5;
/** Fewest words of a question that is asked back as it is. */
const fewestAsked = 3;
/** Fewest words of a fan's message that stands in a longer draft. */
const fewestCarried = 7;
/** Share of the draft, or of the fan's message, that the repeated words make. */
const share = 0.75;

/**
 * Whether a draft only repeats what the fan wrote: nearly all its words stand in one of the fan's texts, in runs of three or
 * more, or it carries nearly all of a longer one. What the creator wrote in these words before (`ownPlain`, a `plainText`)
 * is no echo.
 */
export function isEcho(text: string, fanTexts: readonly string[], ownPlain: string): boolean {
  const words = wordsOf(text);
  const length = lengthIn(text, run);
  const asks = /[?？؟]\s*$/u.test(text);
  const least = lengthIn(text, asks ? fewestAsked : fewest);
  if (words.length < least) return false;
  const ownRuns = new Set(runsOf(words, length));
  const repeats = fanTexts.some((fanText) => {
    const said = wordsOf(fanText);
    if (countInRuns(words, length, new Set(runsOf(said, length))) >= share * words.length)
      return true;
    return (
      said.length >= lengthIn(text, fewestCarried) &&
      countInRuns(said, length, ownRuns) >= share * said.length
    );
  });
  return repeats && !isIn(words, ownPlain);
}

function isIn(words: readonly string[], plain: string): boolean {
  return ` ${wordsOf(plain).join(' ')} `.includes(` ${words.join(' ')} `);
}
