/** Languages that are told apart here; what the detector takes for another is one of these or too uncertain. */
const languages = new Set(
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv ta th tr uk ur vi zh'.split(
    ' ',
  ),
);

/** Fewest letters of an alphabet, in all and in a sentence, and fewest characters of Chinese, Japanese or Korean. */
const fewestLetters = 12;
const fewestInSentence = 8;
const fewestCharacters = 3;

/** Least distance between the best language and the next; below it the text is between two. */
const margin = 0.01;

const notWords = /https?:\/\/\S+|www\.\S+|@\w+|\[[A-Z]+_\d+\]|[\p{N}\p{Extended_Pictographic}]/gu;
const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;

/**
 * The language that a text is written in, as an ISO 639-1 code; null where it is too short, mixed or uncertain. The
 * detector is loaded at the first call and takes 100 MB, so this is for work beside the messages, never on their way.
 */
export async function languageOf(text: string): Promise<string | null> {
  const words = text.replace(notWords, ' ').slice(0, 4_096);
  if (!isLongEnough(words)) return null;
  const detect = await detector();
  const whole = best(detect(words), words);
  if (whole === null) return null;
  const others = words
    .split(/[.!?…。！？؟\n]+/u)
    .filter((sentence) => isLongEnough(sentence, fewestInSentence))
    .map((sentence) => best(detect(sentence), sentence))
    .filter((language) => language !== null && language !== whole);
  return others.length > 0 ? null : whole;
}

function isLongEnough(words: string, fewest = fewestLetters): boolean {
  const characters = words.match(dense)?.length ?? 0;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  return characters >= fewestCharacters || letters - characters >= fewest;
}

type Scores = Readonly<Record<string, number>>;

/** Letters that only one of two neighbouring languages has. */
const telling: readonly (readonly [language: string, letters: RegExp])[] = [
  ['uk', /[іїєґ]/iu],
  ['ru', /[ыэё]/iu],
  ['pt', /[ãõ]/iu],
  ['es', /[ñ¿¡]/iu],
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/u],
];

/** The best of the languages that are told apart, if it is clearly the best, or has the letters of its own. */
function best(scores: Scores, text: string): string | null {
  const ranked = Object.entries(scores)
    .filter(([language]) => languages.has(language))
    .sort(([, a], [, b]) => b - a);
  const [first, second] = ranked;
  if (!first || first[1] < 0.5) return null;
  const near = ranked.slice(0, 3).filter(([, score]) => first[1] - score < 0.15);
  const told = telling.find(
    ([language, letters]) => letters.test(text) && near.some(([it]) => it === language),
  );
  if (told) return told[0];
  return second && first[1] - second[1] < margin ? null : first[0];
}

async function detector(): Promise<(text: string) => Scores> {
  const { eld } = await import('eld/small');
  return (text) => eld.detect(text).getScores();
}
