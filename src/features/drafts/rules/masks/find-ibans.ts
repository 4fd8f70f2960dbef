import { type Finder, type Span, spansOf } from './span.ts';

const candidate = /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]){11,30}/giu;

/** Shortest and longest IBAN, in characters (ISO 13616). */
const shortest = 15;
const longest = 34;

/** International bank account numbers whose check digits are right (ISO 13616, modulo 97), with or without spaces. */
export const findIbans: Finder = (text) =>
  spansOf(text, candidate).flatMap((span) => {
    const iban = ibanIn(text, span);
    return iban ? [iban] : [];
  });

/** The longest number at the beginning of the span that ends with a word and is right. */
function ibanIn(text: string, { start, end }: Span): Span | null {
  for (let to = end; to > start + shortest - 1; to -= 1) {
    if (/[\p{L}\p{N}]/u.test(text.charAt(to))) continue;
    const number = text.slice(start, to).replace(/[ -]/gu, '').toUpperCase();
    if (number.length <= longest && number.length >= shortest && isRight(number)) {
      return { start, end: to };
    }
  }
  return null;
}

function isRight(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
