import { phrasePattern } from '../phrases.ts';
import { plainText } from '../plain-text.ts';
import { nameCues, namings } from './name-cues.ts';

/** A word with a capital in the middle of a sentence, in a script that has capitals; behind a comma only one that is all of the part. */
const inSentence =
  /(?<=[\p{L}\p{N}'’](?: |, (?=\p{L}+(?:[,.!?]|$))|-)["“«(]?)\p{Lu}\p{Ll}{2,}(?:-\p{L}+)*/gu;
/** A word of Japanese before which a person or an animal is named, or that is called so. */
const japanese =
  /(?<=(?:犬|猫|ネコ|イヌ|うさぎ|ウサギ|鳥|ハムスター|娘|息子|妹|弟|姉|兄|妻|夫|友達|友人|彼女|彼氏|同僚|先輩|後輩)の)\p{sc=Katakana}[\p{sc=Katakana}ー]+|[\p{sc=Katakana}ー]{2,}(?=ちゃん|くん|君|さん|様)/gu;
/** German writes all nouns with a capital: there a capital says nothing by itself. */
const german =
  /(?<!\p{L})(?:und|ist|nicht|ich|ein|eine|einen|meine?|meinen|für|mit|auf|der|die|das|den|dem|zu|im|bei|von|oder|auch|wie|sie|ihr|ihre|ihnen|wir|gern|danke)(?!\p{L})/giu;

const afterCue = new RegExp(`(?<!\\p{L})(?:${nameCues.join('|')}),? $`, 'iu');
const named = phrasePattern(namings.map((naming) => `(?:${naming}) [\\p{L}'-]{3,}`));

/** Words with capitals that name nobody: what many languages write so, and where people meet. */
const common = new Set(
  'christmas xmas easter halloween thanksgiving hanukkah ramadan god english spanish german french italian portuguese russian ukrainian arabic japanese chinese korean american british european instagram facebook twitter tiktok youtube telegram whatsapp spotify twitch discord patreon onlyfans google apple paypal netflix steam dvd internet navidad pascua dios weihnachten ostern sie ihnen ihr ihre ihrem ihren ihrer lord sir miss mister mrs доброго вы вам вас ваш ваша ваше вами'.split(
    ' ',
  ),
);

/** Words of texts that belong together, in their plain form, that look like names of people, animals or places. */
export function namesIn(texts: readonly string[]): string[] {
  const isGerman = (texts.join(' ').match(german) ?? []).length >= 2;
  const found = texts.flatMap((text) => [
    ...capitalsIn(text, isGerman),
    ...[...text.matchAll(japanese)].map(([word]) => plainText(word)),
    ...[...plainText(text).matchAll(named)].map(([found]) => found.split(' ').at(-1) ?? ''),
  ]);
  return [...new Set(found)].filter((word) => !common.has(word));
}

function capitalsIn(text: string, isGerman: boolean): string[] {
  if (isTitle(text)) return [];
  return [...text.matchAll(inSentence)]
    .filter(({ index }) => !isGerman || afterCue.test(text.slice(Math.max(0, index - 30), index)))
    .map(([word]) => plainText(word));
}

/** Where most words begin with a capital, none says anything. */
function isTitle(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return (
    words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length
  );
}
