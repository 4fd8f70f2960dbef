import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Random bytes of a link's and of a session's secret. */
export const secretBytes = 32;
/** How long a link may be opened. */
export const linkMs = 15 * 60_000;
/** How long a link may be opened that an operator hands over: a person has to pass it on. */
export const handedLinkMs = 24 * 3_600_000;
/** How long a session lasts. */
export const sessionMs = 60 * 60_000;

/** Whether a text has the form of a secret (32 bytes as base64url); nothing else is looked for. */
export function isSecret(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** What is stored of a secret: SHA-256 in hex. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** What every form of a session carries; another site can neither read nor make it. */
export function formTokenOf(sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update('fanline account form').digest('base64url');
}

/** Whether this is the session's form token. */
export function isFormToken(token: string | null, sessionSecret: string): boolean {
  const wanted = Buffer.from(formTokenOf(sessionSecret));
  const given = Buffer.from(token ?? '');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
