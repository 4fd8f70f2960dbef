import type { Translate } from '#src/core/texts.ts';
import { unreachable } from '#src/core/result.ts';
import type { Consent, ConsentStanding } from '../consent.ts';
import { aboutProviders, providerNames, trainingText, type Wording } from './provider-words.ts';

/** Whom the texts speak of, and how dates are shown. */
export interface ConsentWording extends Wording {
  /** Providers that are configured now. */
  readonly configured: readonly string[];
  /** Of the creator's own provider; null where the installation's are configured. */
  readonly model: string | null;
  /** IANA name. */
  readonly timeZone: string;
}

/** What the creator reads before they agree, or how it stands when there is nothing to agree to. */
export function consentText(standing: ConsentStanding, wording: ConsentWording): string {
  const { t, configured } = wording;
  switch (standing.state) {
    case 'not-configured':
      return t('consent-not-configured');
    case 'off':
      return offer(wording);
    case 'lapsed':
      return `${lapseText(standing, wording)}\n\n${offer(wording)}`;
    case 'on': {
      const date = new Intl.DateTimeFormat(wording.language, {
        dateStyle: 'medium',
        timeZone: wording.timeZone,
      }).format(standing.consent.givenAt);
      return t('consent-is-on', {
        date,
        providers: providerNames(configured, wording),
        about: aboutProviders(configured, wording),
      });
    }
    default:
      return unreachable(standing);
  }
}

/** How it stands, in a few words behind "AI drafts:". */
export function consentState(standing: ConsentStanding, wording: ConsentWording): string {
  const { t, configured } = wording;
  switch (standing.state) {
    case 'not-configured':
      return t('consent-state-none');
    case 'off':
      return t('consent-state-off');
    case 'lapsed':
      return t('consent-state-lapsed');
    case 'on':
      return t('consent-state-on', { providers: providerNames(configured, wording) });
    default:
      return unreachable(standing);
  }
}

/** What a fan is told of AI besides the rest of /privacy; null: nothing, since nothing is sent. */
export function fanPrivacyText(
  standing: ConsentStanding,
  fan: { readonly optedOut: boolean; readonly name: string },
  wording: Wording,
): string | null {
  const { t } = wording;
  if (fan.optedOut) return t('consent-privacy-opted-out', { name: fan.name });
  if (standing.state !== 'on') return null;
  const providers = providerNames(standing.consent.providers, wording);
  const training = trainingText(standing.consent.providers, t);
  return t('consent-privacy-fan', { name: fan.name, providers, training });
}

/** What the creator is told of AI in /privacy. */
export function creatorPrivacyText(standing: ConsentStanding, wording: Wording): string {
  const { t } = wording;
  if (standing.state !== 'on') return t('consent-privacy-creator-off');
  const providers = providerNames(standing.consent.providers, wording);
  return t('consent-privacy-creator-on', { providers });
}

/** What a fan's card says while they keep their messages away from AI providers. */
export function optOutLine(t: Translate): string {
  return t('consent-card-opted-out');
}

function offer(wording: ConsentWording): string {
  const { t, configured } = wording;
  const about = aboutProviders(configured, wording);
  return t('consent-offer', { about, training: trainingText(configured, t) });
}

function lapseText(
  { why, consent }: { why: 'other-providers' | 'other-text' | 'other-owner'; consent: Consent },
  wording: ConsentWording,
): string {
  const { t, configured } = wording;
  switch (why) {
    case 'other-providers': {
      const before = providerNames(consent.providers, wording);
      return t('consent-lapsed-providers', { before, now: providerNames(configured, wording) });
    }
    case 'other-text':
      return t('consent-lapsed-text');
    case 'other-owner':
      return t('consent-lapsed-owner');
    default:
      return unreachable(why);
  }
}
