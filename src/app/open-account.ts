import type { AccountBook } from '#src/core/account.ts';
import type { AccountLink } from '#src/core/plans.ts';
import type { Services } from '#src/core/services.ts';
import {
  type AccountParts,
  accountRoute,
  createAccountLink,
  handedLinkMs,
} from '#src/features/account/index.ts';
import type { HttpRoute } from '#src/http/server.ts';
import type { Config } from './config.ts';
import { isBilled } from './stripe-settings.ts';

/** What it stands on. */
export interface AccountSideParts extends Pick<AccountParts, 'control' | 'store'> {
  readonly book: AccountBook;
  readonly services: Services;
  /** Where the server listens, once it does. */
  readonly serverUrl: () => string;
}

/** What links to it are made with. */
export interface AccountLinkParts extends Omit<Parameters<typeof createAccountLink>[0], 'origin'> {
  /** Where the server listens, once it does. */
  readonly serverUrl: () => string;
}

/** Where Stripe's pages are, unless Stripe itself is elsewhere. */
const stripeOrigins = ['https://checkout.stripe.com', 'https://billing.stripe.com'];

/** The account page; undefined where nothing is billed, or nobody could open it. */
export function openAccount(
  config: Pick<Config, 'stripe' | 'publicUrl' | 'telegramApiRoot'>,
  { services, serverUrl, ...rest }: AccountSideParts,
): HttpRoute | undefined {
  const { stripe } = services;
  if (!stripe) return undefined;
  const origin = accountOrigin(config, serverUrl);
  if (!origin) {
    services.log.warn('app.no-account-page', {
      hint: 'Creators reach the account page only under a PUBLIC_URL with https. See docs/operations.md, "Stripe".',
    });
    return undefined;
  }
  const base = config.stripe?.apiBase ?? null;
  return accountRoute({
    ...rest,
    services: { ...services, stripe },
    origin,
    stripeOrigins: base === null ? stripeOrigins : [new URL(base).origin],
  });
}

/** What makes links to it; undefined where nobody could open them. */
export function openAccountLink(
  config: Pick<Config, 'stripe' | 'publicUrl' | 'telegramApiRoot'>,
  { serverUrl, ...parts }: AccountLinkParts,
): AccountLink | undefined {
  const origin = accountOrigin(config, serverUrl);
  if (!isBilled(config.stripe) || !origin) return undefined;
  return createAccountLink({ ...parts, origin });
}

/** Makes links for the operator to hand over, without a server at hand; undefined where nobody could open them. */
export function openHandedLinks(
  config: Pick<Config, 'stripe' | 'publicUrl' | 'telegramApiRoot' | 'host' | 'port'>,
  parts: Omit<AccountLinkParts, 'serverUrl' | 'lastsMs'>,
): AccountLink | undefined {
  const serverUrl = () => `http://${config.host}:${config.port}`;
  return openAccountLink(config, { ...parts, serverUrl, lastsMs: handedLinkMs });
}

/**
 * Telegram takes no button that leads to an address of one machine alone (Bot API, "Wrong HTTP URL"), so links need a public https
 * address, or a Telegram that is played on this machine.
 */
function accountOrigin(
  { publicUrl, telegramApiRoot }: Pick<Config, 'publicUrl' | 'telegramApiRoot'>,
  serverUrl: () => string,
): (() => string) | null {
  if (publicUrl?.startsWith('https:')) return () => publicUrl;
  const isPlayed = /^http:\/\/(127\.|localhost\b|\[::1\])/.test(telegramApiRoot);
  return isPlayed ? () => publicUrl ?? serverUrl() : null;
}
