/** Marks that people leave out: accents, Arabic vowel signs and the stretching of letters, Hebrew points. */
const optionalMarks = new RegExp(
  `[${[
    '\\u0300-\\u036f',
    '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7',
    '\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed',
  ].join('')}]`,
  'gu',
);

/** The one mark that makes another letter: й is no и. */
const shortI = /и\u0306/gu;

/** Follows emoji, and is a mark only by its number. */
const emojiStyle = /\ufe0f/gu;

/** Letters that are written for one another and that Unicode does not take apart. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu');

/**
 * A text as search compares it: small letters, no accents (but й stays), full-width and other forms of a letter as the
 * letter itself (Unicode NFKC), Arabic letters that stand for one another as one.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(shortI, 'й')
    .replace(optionalMarks, '')
    .normalize('NFC')
    .replace(emojiStyle, ' ')
    .replace(alikeLetters, (letter) => alike[letter] ?? letter);
}
