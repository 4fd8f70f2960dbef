import { isWrongLanguage } from '#src/features/drafts/rules/checks/wrong-language.ts';
import { languageOf } from '#src/features/drafts/rules/language-of.ts';

/** Fewest letters from which a guess is worth something. */
const fewestLetters = 10;

/**
 * Whether a text is in this language (ISO 639-1), as the product tells it. Where the product cannot tell, the likeliest of
 * `among` counts, if the text is not too short for that.
 */
export async function isInLanguage(
  text: string,
  language: string,
  among: readonly string[],
): Promise<boolean> {
  const told = await languageOf(text);
  if (isWrongLanguage(text, told, language)) return false;
  if (told !== null || (text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return true;
  const { eld } = await import('eld/small');
  const scores = eld.detect(text).getScores();
  const best = among.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))[0];
  return best === undefined || best === language || (scores[best] ?? 0) === (scores[language] ?? 0);
}
