import { phrasePattern } from '../phrases.ts';
import { figureWords, future, oaths } from './figure-words.ts';
import { exceptions, japaneseExceptions, refusalWords } from './refusal-words.ts';

const figures = phrasePattern(figureWords);
const refusals = phrasePattern(refusalWords);
// The rest of the sentence takes a refusal back, or the next one begins so.
const takenBack = new RegExp(
  `^[^.!?。！？]*(?:(?<![\\p{L}\\p{N}])${exceptions}(?![\\p{L}\\p{N}])|${japaneseExceptions})|^[^.!?。！？]*[.!?。！？]+ ?(?:${exceptions}(?![\\p{L}\\p{N}])|${japaneseExceptions})`,
  'u',
);
const oath = new RegExp(`(?<![\\p{L}\\p{N}])(?:${oaths})(?![\\p{L}\\p{N}])`, 'gu');
const binding = new RegExp(`(?<![\\p{L}\\p{N}])${future}(?![\\p{L}\\p{N}])|'ll(?!\\p{L})`, 'u');
const asked = /(?<![\p{L}\p{N}])(?:why|por que|porque|warum|wieso|почему|чому) $/u;

/** Stands where something was taken out, so that words around it do not come together. */
const gap = ' | ';

/**
 * A `plainText` without what only sounds like a promise or an offer: refusals ("no discounts"), unless the text takes them
 * back ("but for you"), greetings that are sent, and oaths about what is so already.
 */
export function withoutFigures(plain: string): string {
  return plain
    .replace(figures, gap)
    .replace(refusals, (found, ...more) => {
      const at = offsetIn(more);
      const isRefused =
        !takenBack.test(plain.slice(-1) === '' ? '' : restOf(more, at + found.length)) &&
        !asked.test(textIn(more).slice(0, at));
      return isRefused ? gap : found;
    })
    .replace(oath, (found, ...more) => {
      const at = offsetIn(more);
      return binding.test(sentenceAt(textIn(more), at, found.length)) ? found : gap;
    });
}
