export type { ConsentStanding } from './consent.ts';
export {
  allConsents,
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
export {
  accessMark,
  type AllowedProviders,
  allowedProviders,
  configuredProviders,
  consentStanding,
  giveConsent,
  isSameAccess,
  mayUseProvider,
  toldName,
  withdrawConsent,
} from './service.ts';
