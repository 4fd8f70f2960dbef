import { type Finder, type Span, spansOf } from './span.ts';

const candidate = /(?<![\p{L}\p{N}])\d(?:[ -]?\d){12,27}/gu;

/** Fewest and most digits of a payment card's number (ISO/IEC 7812). */
const fewest = 13;
const most = 19;

/** Numbers of payment cards whose check digit is right (Luhn), with or without spaces. */
export const findCards: Finder = (text) =>
  spansOf(text, candidate).flatMap((span) => {
    const card = cardIn(text, span);
    return card ? [card] : [];
  });

/** The longest number at the beginning of the span that ends with a group of digits and is right. */
function cardIn(text: string, { start, end }: Span): Span | null {
  for (let to = end; to > start + fewest - 1; to -= 1) {
    if (/\d/u.test(text.charAt(to)) || /\D/u.test(text.charAt(to - 1))) continue;
    const digits = text.slice(start, to).replace(/\D/gu, '');
    if (digits.length <= most && digits.length >= fewest && isRight(digits)) {
      return { start, end: to };
    }
  }
  return null;
}

function isRight(digits: string): boolean {
  if (/^(\d)\1*$/u.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
