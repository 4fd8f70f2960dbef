import { readdirSync, readFileSync } from 'node:fs';
import { I18n } from '@grammyjs/i18n';
import { AppError } from '#src/core/errors.ts';
import type { Texts, Translate } from '#src/core/texts.ts';

const localesFolder = new URL('../locales/', import.meta.url);
const fallback = 'en';

/**
 * Loads every `src/locales/<tag>/*.ftl` once. A text that a language lacks comes in English; a key that English lacks
 * throws `texts.unknown-key`, as does a placeholder without a value (a bug; tests find both), so no raw key is shown.
 */
export function createTexts(folder: URL = localesFolder): Texts {
  const i18n = new I18n({
    defaultLocale: fallback,
    fluentBundleOptions: { useIsolating: false },
    fluentOptions: { warningHandler: () => undefined },
  });
  const languages = languagesIn(folder);
  for (const language of languages) {
    i18n.loadLocaleSync(language, { source: sourceOf(folder, language) });
  }
  const translators = new Map<string, Translate>(
    languages.map((language) => [language, translatorFor(i18n, language)]),
  );
  const inFallback = translatorFor(i18n, fallback);

  return {
    languages,
    for(languageTag) {
      const nearest = nearestLanguage(languages, languageTag);
      return (nearest && translators.get(nearest)) || inFallback;
    },
  };
}

/** The language that serves this tag: itself whatever its case, else its base language ("pt-BR" finds "pt"). */
export function nearestLanguage(
  languages: readonly string[],
  languageTag: string | null | undefined,
): string | undefined {
  if (!languageTag) return undefined;
  const wanted = languageTag.toLowerCase().replaceAll('_', '-');
  const [base] = wanted.split('-');
  return (
    languages.find((language) => language.toLowerCase() === wanted) ??
    languages.find((language) => language.toLowerCase() === base)
  );
}

function translatorFor(i18n: I18n, language: string): Translate {
  return (key, args = {}) => {
    const text = i18n.translate(language, key, { ...args });
    if (text !== `{${key}}`) return text;
    throw new AppError('texts.unknown-key', 'bug', `there is no text with the key ${key}`);
  };
}

function languagesIn(folder: URL): string[] {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return [fallback, ...found.filter((language) => language !== fallback).sort()];
}

function sourceOf(folder: URL, language: string): string {
  const own = new URL(`${language}/`, folder);
  return readdirSync(own)
    .filter((name) => name.endsWith('.ftl'))
    .sort()
    .map((name) => readFileSync(new URL(name, own), 'utf8'))
    .join('\n');
}
