/**
 * Characters that are not seen, or that turn what stands beside them; often put inside words to hide them. Not those that
 * emoji and some scripts need: joiners, and the mark of the emoji style.
 */
export const hidden =
  /(?![\t\n\r\u200c\u200d]|\ufe0f)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const joiners = /[\u200c\u200d]/gu;

/** First digits of the scripts in which numbers are written in the languages that are looked for here. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
const otherDigits =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/gu;

/** The digit 0-9 that a digit of another script stands for; any other character as it is. */
export function westernDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? character : String(code - zero);
}

// Accents and vowel signs, but not the marks that make other letters of Japanese.
const marks = /(?![\u3099\u309a])\p{M}/gu;
const shortI = /и\u0306/gu;
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ـ: '',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu');

/** Letters without accents and points, and those that are written for one another as one. Case stays. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(shortI, 'й')
    .replace(marks, '')
    .normalize('NFC')
    .replace(alikeLetters, (letter) => alike[letter] ?? letter);
}

/** Greek and Cyrillic letters that look like Latin ones, small (Unicode confusables, the usual ones). */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  ɡ: 'g',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
};
const lookalike = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'gu');
const latinLetter = /\p{sc=Latin}/u;
/** Of a script that has letters like Latin ones; ɡ is Latin itself, and looks like another. */
const otherLetter = /[\p{sc=Cyrillic}\p{sc=Greek}ɡ]/u;
/** A letter by itself between Latin words. */
const strayLetter = /(?<=\p{sc=Latin}\P{L}{1,3})[аеосухі](?=\P{L}{1,3}\p{sc=Latin})/gu;
const mixedWord =
  /(?=[\p{L}]*\p{sc=Latin})(?=[\p{L}]*[\p{sc=Cyrillic}\p{sc=Greek}ɡ])[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]+/gu;

/**
 * A text as the checks compare it: small letters without accents, forms of a letter as the letter itself (NFKC), digits
 * of all scripts as 0-9, nothing hidden, words of mixed scripts in Latin letters, single spaces.
 */
export function plainText(text: string): string {
  const small = text.normalize('NFKC').replace(hidden, '').replace(joiners, '').toLowerCase();
  const plain = plainLetters(small).replace(otherDigits, westernDigit).replace(/\s+/gu, ' ').trim();
  // To look for words of mixed scripts takes longer than all the rest, and few texts have two.
  if (!latinLetter.test(plain) || !otherLetter.test(plain)) return plain;
  return plain.replace(mixedWord, latin).replace(strayLetter, latin);
}

function latin(word: string): string {
  return word.replace(lookalike, (letter) => lookalikes[letter] ?? letter);
}
