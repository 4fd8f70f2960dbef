export type { AccountParts } from './account-parts.ts';
export { accountRoute } from './http.ts';
export { createAccountLink } from './services/account-links.ts';
