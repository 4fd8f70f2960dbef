/** Scripts of languages that are written in one of their own: text in another is a wrong language, however short. */
const scripts: Readonly<Record<string, RegExp>> = {
  ar: /\p{sc=Arabic}/u,
  fa: /\p{sc=Arabic}/u,
  ur: /\p{sc=Arabic}/u,
  ru: /\p{sc=Cyrillic}/u,
  uk: /\p{sc=Cyrillic}/u,
  bg: /\p{sc=Cyrillic}/u,
  el: /\p{sc=Greek}/u,
  he: /\p{sc=Hebrew}/u,
  hi: /\p{sc=Devanagari}/u,
  ja: /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u,
  ko: /[\p{sc=Hangul}\p{sc=Han}]/u,
  th: /\p{sc=Thai}/u,
  zh: /\p{sc=Han}/u,
};

/** Languages that detectors take for one another, and their readers do, too. */
const alike = [
  ['no', 'nb', 'nn', 'da'],
  ['sr', 'hr', 'bs'],
  ['id', 'ms'],
  ['tl', 'fil'],
  ['he', 'iw'],
];

/** Fewest letters from which the script says something. */
const fewestLetters = 4;

/**
 * Whether a text is in another language than the wanted one, by what the detector says (null: it cannot tell) and by
 * its script. Regions do not count: `pt-BR` is `pt`.
 */
export function isWrongLanguage(text: string, detected: string | null, wanted: string): boolean {
  const language = base(wanted);
  const letters = text.replace(/https?:\/\/\S+|@\w+/gu, ' ').match(/\p{L}/gu) ?? [];
  const script = scripts[language] ?? /\p{sc=Latin}/u;
  const own = letters.filter((letter) => script.test(letter)).length;
  const known = language in scripts || latin.has(language);
  if (known && letters.length >= fewestLetters && own * 2 < letters.length) return true;
  if (detected === null || base(detected) === language) return false;
  return !alike.some((group) => group.includes(language) && group.includes(base(detected)));
}

const latin = new Set(
  'ca cs da de en es et fi fr hr hu id it lt lv ms nl no pl pt ro sk sl sv tl tr vi'.split(' '),
);

function base(tag: string): string {
  return (tag.split(/[-_]/u)[0] ?? '').toLowerCase();
}
