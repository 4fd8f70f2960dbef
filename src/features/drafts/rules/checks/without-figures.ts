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

/** So much of a sentence is looked at, in UTF-16 units. */
const longest = 300;

/** Stands where something was taken out, so that words around it do not come together. */
const gap = ' | ';

/**
 * A `plainText` without what only sounds like a promise or an offer: refusals ("no discounts"), unless the text takes them
 * back ("but for you"), greetings that are sent, and oaths about what is so already.
 */
export function withoutFigures(plain: string): string {
  return plain
    .replace(figures, gap)
    .replace(refusals, (found: string, at: number, whole: string) => {
      const isRefused =
        !takenBack.test(whole.slice(at + found.length, at + found.length + longest)) &&
        !asked.test(whole.slice(Math.max(0, at - 20), at));
      return isRefused ? gap : found;
    })
    .replace(oath, (found: string, at: number, whole: string) =>
      binding.test(sentenceAround(whole, at, at + found.length)) ? found : gap,
    );
}

/** What else the sentence says in which a part stands. */
function sentenceAround(text: string, start: number, end: number): string {
  const before = /[^.!?。！？]*$/u.exec(text.slice(Math.max(0, start - longest), start))?.[0] ?? '';
  const after = /^[^.!?。！？]*/u.exec(text.slice(end, end + longest))?.[0] ?? '';
  return `${before} ${after}`;
}
