/** The name of a language in that language, as a button shows it. */
export function languageName(tag: string): string {
  const name = nameIn(tag, tag);
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** The language that somebody typed: its tag, its own name or its English name. */
export function languageMeant(typed: string, languages: readonly string[]): string | undefined {
  const wanted = typed.trim().toLowerCase();
  return languages.find((tag) =>
    [tag, nameIn(tag, tag), nameIn(tag, 'en')].some((name) => name.toLowerCase() === wanted),
  );
}

function nameIn(tag: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
}
