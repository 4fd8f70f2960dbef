import { refuse, type Result } from '#src/core/result.ts';

/** Languages are answered in the fan's own. */
export const ofFan = 'fan';

/** A person speaks no more. */
const mostLanguages = 10;

/** Words for `the fan's language`, in the languages of the bot. */
const fanWords =
  /^(?:the\s+|der\s+|des\s+|el\s+)?(?:fans?|fan['’]s(?:\s+language)?|фаната?|фан)$/iu;

/** Languages that are known by their names, too; any other by its code. */
const named =
  'ar bg bn ca cs da de el en es et fa fi fil fr he hi hr hu id it ja kk ko lt lv ms nl no pl pt ro ru sk sl sr sv sw ta th tr uk ur uz vi zh'.split(
    ' ',
  );

/**
 * Reads the languages that a person typed: codes or names with commas or spaces between them, or `fan`. Gives tags
 * (ISO 639, with a region where one was typed), or `fan` alone.
 */
export function readLanguages(
  typed: string,
): Result<{ lines: string[] }, 'empty' | 'no-language' | 'too-many'> {
  const text = typed.trim();
  if (text === '') return refuse('empty');
  if (fanWords.test(text)) return { ok: true, lines: [ofFan] };
  const words = text.split(/[\s,;/+&]+/u).filter((word) => word !== '');
  const tags = words.map(tagOf);
  if (tags.length === 0 || tags.includes(undefined)) return refuse('no-language');
  const lines = [...new Set(tags.filter((tag) => tag !== undefined))];
  return lines.length > mostLanguages ? refuse('too-many') : { ok: true, lines };
}

/** The name of a language (a tag) in another language (a tag). */
export function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames([language, 'en'], { type: 'language' }).of(tag) ?? tag;
}

function tagOf(word: string): string | undefined {
  const lower = word.toLocaleLowerCase('en');
  if (/^[a-z]{2,3}(?:[-_][a-z]{2})?$/.test(lower)) {
    const known = knownTag(lower.replace('_', '-'));
    if (known !== undefined) return known;
  }
  return named.find((tag) =>
    [tag, 'en', 'de', 'es', 'ru'].some(
      (language) => languageName(tag, language).toLocaleLowerCase('en') === lower,
    ),
  );
}

/** The tag as it is spelt; undefined when no such language is known to ICU. */
function knownTag(typed: string): string | undefined {
  const [tag] = Intl.getCanonicalLocales(typed);
  const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag ?? '');
  return tag !== undefined && name !== undefined ? tag : undefined;
}
