import { type Helpline, helplines } from './care/helplines.ts';

/** Where who speaks a language likely lives, the likeliest first: three at most. */
const likely: Readonly<Record<string, readonly string[]>> = {
  ar: ['EG', 'LB'],
  de: ['DE', 'AT', 'CH'],
  en: ['US', 'GB', 'IN'],
  es: ['MX', 'ES', 'AR'],
  fr: ['FR', 'CA', 'CH'],
  hi: ['IN'],
  it: ['IT'],
  ja: ['JP'],
  nl: ['NL'],
  pl: ['PL'],
  pt: ['BR', 'PT'],
  ru: ['RU', 'UA'],
  uk: ['UA'],
};

/**
 * The helplines that a fan can likely reach, by the language of their Telegram (`de`, `pt-br`): that of its region, else those
 * of the countries where most who speak it live. None where nothing is known: then there is the directory.
 */
export function helplinesFor(languageCode: string | null): Helpline[] {
  const [language = '', ...subtags] = (languageCode ?? '').toLowerCase().split(/[-_]/u);
  const region = subtags.find((subtag) => /^[a-z]{2}$/u.test(subtag))?.toUpperCase();
  const countries = region ? [region] : Object.hasOwn(likely, language) ? likely[language] : [];
  return (countries ?? []).flatMap((country) => helplines.filter((one) => one.country === country));
}
