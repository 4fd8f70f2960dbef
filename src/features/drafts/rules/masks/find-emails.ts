import { type Finder, spansOf, withoutOverlaps } from './span.ts';

const name = "[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]{0,63}";
const host = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})';
const usual = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])${name}@${host}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4}`,
  'gu',
);
const spelled = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])${name}\\s?[([]\\s?at\\s?[)\\]]\\s?${host}(?:\\s?(?:\\.|[([]\\s?dot\\s?[)\\]])\\s?[\\p{L}\\p{N}-]{1,63}){1,4}`,
  'giu',
);

const words = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])${name}(?: at ${host}(?: dot [\\p{L}\\p{N}-]{2,20}){1,2}|@(?:gmail|googlemail|yahoo|hotmail|outlook|icloud|proton|protonmail|yandex|ukr|gmx))(?![\\p{L}\\p{N}.-])`,
  'giu',
);

/** E-mail addresses, also those written with (at) and [dot]. */
export const findEmails: Finder = (text) => {
  const patterns = [
    ...(text.includes('@') ? [usual] : []),
    ...(/@|[([ ]at[)\] ]/iu.test(text) ? [spelled, words] : []),
  ];
  return withoutOverlaps(patterns.flatMap((pattern) => spansOf(text, pattern)));
};
