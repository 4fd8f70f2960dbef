import { isMoney } from './is-money.ts';
import { type Finder, spansOf, withoutOverlaps } from './span.ts';

// Ids of people on Telegram have 9 digits and more by now; groups stand with -100 in front.
const long = /(?<![\p{L}\p{N}.,$€£¥₽₴+])-?\d{9,20}(?![\p{L}\p{N}]|[.,]\d|\s?[$€£¥₽₴])/gu;
const named = /(?<![\p{L}\p{N}_])(?:id|user ?id|айди|ид)\s?[:=#№]?\s?(?<it>\d{5,20})(?!\d)/dgiu;

/** Long ids of people, and shorter ones that are called an id. */
export const findIds: Finder = (text) =>
  withoutOverlaps([
    ...spansOf(text, long).filter((span) => !isMoney(text, span)),
    ...spansOf(text, named),
  ]);
