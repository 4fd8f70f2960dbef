/** Pages that lead nowhere: the status, and what they say. */
interface DeadEnd {
  readonly status: 400 | 403 | 404 | 405 | 409 | 410 | 414 | 429 | 503;
  readonly sign: string;
  readonly title: string;
  readonly text: string;
}

const askAgain = 'account-plan-again';
/** A bot that is switched off makes no link; the operator does. */
const orAsk = 'account-plan-or-ask';

/** Every page that leads nowhere, by its reason. */
export const deadEnds = {
  unknown: { status: 404, sign: '🔍', title: 'account-link-unknown', text: orAsk },
  used: { status: 410, sign: '🔑', title: 'account-link-used', text: orAsk },
  expired: { status: 410, sign: '⏳', title: 'account-link-expired', text: orAsk },
  foreign: {
    status: 409,
    sign: '👥',
    title: 'account-link-foreign',
    text: 'account-link-foreign-text',
  },
  'too-many': {
    status: 429,
    sign: '✋',
    title: 'account-too-many',
    text: 'account-too-many-text',
  },
  'no-session': { status: 403, sign: '🔑', title: 'account-closed', text: orAsk },
  'no-session-after-paying': {
    status: 403,
    sign: '🔑',
    title: 'account-closed',
    text: 'account-closed-after-paying',
  },
  'tenant-gone': { status: 410, sign: '💤', title: 'account-gone', text: 'account-gone-text' },
  'not-owner': {
    status: 403,
    sign: '🔑',
    title: 'account-not-owner',
    text: 'account-not-owner-text',
  },
  'wrong-form': {
    status: 403,
    sign: '↩️',
    title: 'account-wrong-form',
    text: 'account-wrong-form-text',
  },
  'cross-site': {
    status: 403,
    sign: '✋',
    title: 'account-cross-site',
    text: 'account-cross-site-text',
  },
  'not-found': { status: 404, sign: '🔍', title: 'account-not-found', text: askAgain },
  'wrong-method': { status: 405, sign: '✋', title: 'account-not-found', text: askAgain },
  'too-long': { status: 414, sign: '✋', title: 'account-not-found', text: askAgain },
  failed: { status: 503, sign: '🌧', title: 'account-failed', text: 'account-failed-text' },
} as const satisfies Readonly<Record<string, DeadEnd>>;

/** Why a page leads nowhere. */
export type DeadEndReason = keyof typeof deadEnds;
