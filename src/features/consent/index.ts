export type { ConsentStanding } from './consent.ts';
export {
  consentOf,
  isOptedOut,
  optOut,
  takeBackOptOut,
} from './queries.ts';
export {
  type ConsentWording,
  consentState,
  consentText,
  creatorPrivacyText,
  fanPrivacyText,
  optOutLine,
} from './rules/consent-texts.ts';
export { providerNames } from './rules/provider-words.ts';
export { offerMark } from './rules/standing.ts';
export { consentStanding, giveConsent, mayUseProvider, withdrawConsent } from './service.ts';
