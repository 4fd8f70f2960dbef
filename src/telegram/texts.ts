import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { AppError } from '#src/core/errors.ts';
import type { Texts, Translate } from '#src/core/texts.ts';

const localesFolder = new URL('../locales/', import.meta.url);
const fallback = 'en';

/**
 * Reads every `src/locales/<tag>/*.ftl` once, and parses a language when it is first spoken. A text that a language lacks comes
 * in English. A key that English lacks throws `texts.unknown-key`, a placeholder without a value a ReferenceError (bugs; tests
 * find both), so no raw key is shown.
 */
export function createTexts(folder: URL = localesFolder): Texts {
  const languages = languagesIn(folder);
  const english = bundleOf(folder, fallback);
  const inFallback = translatorFor([english]);
  const translators = new Map<string, Translate>(
    languages.map((language) => [
      language,
      language === fallback ? inFallback : translatorFor([bundleOf(folder, language), english]),
    ]),
  );

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

/** Of the bundles the first that has a text gives it. */
function translatorFor(bundles: readonly (() => FluentBundle)[]): Translate {
  return (key, args = {}) => {
    for (const bundleOfLanguage of bundles) {
      const bundle = bundleOfLanguage();
      const pattern = bundle.getMessage(key)?.value;
      if (pattern) return bundle.formatPattern(pattern, args);
    }
    throw new AppError('texts.unknown-key', 'bug', `there is no text with the key ${key}`);
  };
}

/** Its files are read now, since an update of the program may change them while it runs. */
function bundleOf(folder: URL, language: string): () => FluentBundle {
  const source = sourceOf(folder, language);
  let bundle: FluentBundle | undefined;
  return () => (bundle ??= parse(language, source));
}

/** What was parsed in this process, by its source: several programs in one, as in tests, speak the same languages. */
const resources = new Map<string, FluentResource>();

function resourceOf(source: string): FluentResource {
  let resource = resources.get(source);
  if (!resource) {
    resource = new FluentResource(source);
    resources.set(source, resource);
  }
  return resource;
}

function parse(language: string, source: string): FluentBundle {
  // Marks of direction around values would be sent along.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const [problem] = bundle.addResource(resourceOf(source));
  if (problem) throw problem;
  return bundle;
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
