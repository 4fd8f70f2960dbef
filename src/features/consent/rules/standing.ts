import { createHash } from 'node:crypto';
import type { UserId } from '#src/core/ids.ts';
import type { Consent, ConsentStanding } from '../consent.ts';

/** The version of `consent-offer` and of what it says of providers. Raise it when their meaning changes: all are asked anew. */
export const consentTextVersion = 1;

/** Whether a consent holds for the providers that are configured now and the owner of now. */
export function standingOf(
  consent: Consent | null,
  now: { readonly configured: readonly string[]; readonly ownerId: UserId | undefined },
): ConsentStanding {
  if (now.configured.length === 0) return { state: 'not-configured' };
  if (!consent) return { state: 'off' };
  if (consent.givenBy !== now.ownerId) return { state: 'lapsed', why: 'other-owner', consent };
  if (!sameNames(consent.providers, now.configured)) {
    return { state: 'lapsed', why: 'other-providers', consent };
  }
  if (consent.textVersion !== consentTextVersion) {
    return { state: 'lapsed', why: 'other-text', consent };
  }
  return { state: 'on', consent };
}

/** Names of providers as they are stored and compared: each once, in alphabetical order. */
export function sortedNames(providers: readonly string[]): string[] {
  return [...new Set(providers)].toSorted();
}

/**
 * Stands for what a person was shown, 12 characters of a button's data: a tap on an older text, which named other providers, is
 * no consent to these.
 */
export function offerMark(configured: readonly string[]): string {
  const shown = JSON.stringify([consentTextVersion, sortedNames(configured)]);
  return createHash('sha256').update(shown).digest('base64url').slice(0, 12);
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(sortedNames(one)) === JSON.stringify(sortedNames(other));
}
