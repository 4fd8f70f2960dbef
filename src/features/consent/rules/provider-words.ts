import type { Translate } from '#src/core/texts.ts';

/** What the parts of a sentence need. */
export interface Wording {
  readonly t: Translate;
  /** IETF tag. */
  readonly language: string;
}

/** The names of providers as people know them, as a list in words: "Groq and xAI". */
export function providerNames(providers: readonly string[], { t, language }: Wording): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(
    providers.map((provider) => nameOf(provider, t)),
  );
}

/**
 * Where each provider is and what it keeps, one a line. Source: console.groq.com/docs/your-data,
 * docs.x.ai/docs/faq/security and docs.x.ai/developers/advanced-api-usage/regions (the place of processing is not promised).
 */
export function aboutProviders(providers: readonly string[], t: Translate): string {
  return providers.map((provider) => `• ${aboutOf(provider, t)}`).join('\n');
}

function nameOf(provider: string, t: Translate): string {
  switch (provider) {
    case 'groq':
      return 'Groq';
    case 'xai':
      return 'xAI';
    case 'own':
      return t('consent-own-model');
    default:
      return provider;
  }
}

function aboutOf(provider: string, t: Translate): string {
  switch (provider) {
    case 'groq':
      return t('consent-about-groq');
    case 'xai':
      return t('consent-about-xai');
    case 'own':
      return t('consent-about-own');
    default:
      return t('consent-about-other', { name: provider });
  }
}
