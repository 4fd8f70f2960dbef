export type { AccountParts } from './account-parts.ts';
export { accountRoute } from './http.ts';
export { handedLinkMs } from './rules/secrets.ts';
export { createAccountLink } from './services/account-links.ts';
