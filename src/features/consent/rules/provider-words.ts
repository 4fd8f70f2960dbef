import { compatiblePrefix } from '#src/core/llm.ts';
import type { Translate } from '#src/core/texts.ts';

/** What the parts of a sentence need. */
export interface Wording {
  readonly t: Translate;
  /** IETF tag. */
  readonly language: string;
}

const ownPrefix = 'own:';

/** What the creator's own provider is called where it is agreed to: another host is another provider. */
export function ownName(host: string): string {
  return `${ownPrefix}${host}`;
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
 * `model`: the creator's own, where one of them is theirs.
 */
export function aboutProviders(
  providers: readonly string[],
  { t, model }: { readonly t: Translate; readonly model: string | null },
): string {
  return providers.map((provider) => `• ${aboutOf(provider, model, t)}`).join('\n');
}

/** Whether a model is trained with what it gets: not by Groq and xAI; of endpoints elsewhere nobody here can say. */
export function trainingText(providers: readonly string[], t: Translate): string {
  const elsewhere = providers.some((provider) => hostIn(provider) !== null);
  return elsewhere ? t('consent-training-own') : t('consent-training-none');
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
      return hostIn(provider) ?? provider;
  }
}

function aboutOf(provider: string, model: string | null, t: Translate): string {
  if (provider.startsWith(ownPrefix)) {
    const host = provider.slice(ownPrefix.length);
    return t('consent-about-own', { host, model: model ?? '' });
  }
  switch (provider) {
    case 'groq':
      return t('consent-about-groq');
    case 'xai':
      return t('consent-about-xai');
    default:
      return t('consent-about-other', { name: hostIn(provider) ?? provider });
  }
}

/** The host by which an endpoint of the creator's or of the operator's is called; null: it is called otherwise. */
function hostIn(provider: string): string | null {
  const prefix = [ownPrefix, compatiblePrefix].find((each) => provider.startsWith(each));
  return prefix === undefined ? null : provider.slice(prefix.length);
}
