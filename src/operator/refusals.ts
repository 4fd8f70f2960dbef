/** Exit codes of every operator command. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  someTenantsFailed: 3,
  notFound: 4,
  configuration: 78,
} as const;

/** One of them. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const { failed, usage, notFound, configuration } = exitCodes;
const sayDate = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Every reason for which a verb refuses: its exit code and its sentence, which says what to do next. */
const catalogue = {
  'invalid-slug': [
    usage,
    () =>
      'A slug is the tenant’s short name: 2 to 31 characters of a-z, 0-9 and "-", beginning with a letter or digit. Example: luna',
  ],
  'invalid-name': [usage, () => 'A name has 1 to 64 characters.'],
  'invalid-owner': [
    usage,
    () =>
      '--owner takes the Telegram id of a person: a number such as 123456789. @userinfobot tells it.',
  ],
  'invalid-plan': [
    usage,
    () => 'A grant gives pro or studio, and none takes it back. Example: plan luna pro',
  ],
  'invalid-until': [
    usage,
    () =>
      '--until takes the last day of the grant, from today on: --until 2027-01-31. A grant that is taken back has none.',
  ],
  'not-found': [
    notFound,
    ({ slug }: { slug: string }) =>
      `There is no tenant ${quote(slug)}. See: npm run tenant -- list`,
  ],
  'slug-taken': [
    failed,
    ({ slug }: { slug: string }) =>
      `There is a tenant ${quote(slug)} already. Choose another slug.`,
  ],
  'slug-of-deleted': [
    failed,
    ({ slug, purgeAt }: { slug: string; purgeAt: number | null }) =>
      `Tenant ${quote(slug)} was deleted${kept(purgeAt)}. Bring it back with: npm run tenant -- undelete ${slug}`,
  ],
  'bot-taken': [
    failed,
    ({ slug }: { slug: string }) =>
      `Tenant ${quote(slug)} has this bot already. Make another bot with @BotFather, or use that tenant.`,
  ],
  'bot-of-deleted': [
    failed,
    ({ slug, purgeAt }: { slug: string; purgeAt: number | null }) =>
      `The deleted tenant ${quote(slug)} has this bot${kept(purgeAt)}. Bring it back with: npm run tenant -- undelete ${slug}`,
  ],
  'token-malformed': [
    failed,
    () =>
      'That is no bot token. @BotFather gives one like 123456789:AA… (digits, a colon, 35 characters).',
  ],
  'token-refused': [
    failed,
    () => 'Telegram refuses this token. Copy it again from @BotFather (/mybots, API Token).',
  ],
  'telegram-unreachable': [
    failed,
    () =>
      'Telegram cannot be reached, so the token was not checked. Look at the network and TELEGRAM_API_ROOT, then try again.',
  ],
  'other-bot': [
    failed,
    ({ username }: { username: string }) =>
      `This token is of another bot; the tenant’s is @${username}. Take the token of that bot from @BotFather.`,
  ],
  'is-deleted': [
    failed,
    ({ slug }: { slug: string }) =>
      `Tenant ${quote(slug)} is deleted. First bring it back with: npm run tenant -- undelete ${slug}`,
  ],
  'not-deleted': [failed, ({ slug }: { slug: string }) => `Tenant ${quote(slug)} is not deleted.`],
  'key-destroyed': [
    failed,
    ({ slug }: { slug: string }) =>
      `Tenant ${quote(slug)} is past its grace: its key is destroyed and its data gone for good.`,
  ],
  'has-owner': [
    failed,
    ({ slug }: { slug: string }) =>
      `Tenant ${quote(slug)} has an owner already, so there is nothing to claim.`,
  ],
  'invalid-row': [
    usage,
    ({ id }: { id: string }) =>
      `${quote(id)} is no id of a row. They look like u12, m34, r56 or j78; see them with: npm run tenant -- parked <slug>`,
  ],
  'no-such-row': [
    notFound,
    ({ slug, id }: { slug: string; id: string }) =>
      `Nothing of ${quote(slug)} needs attention under ${quote(id)} (any more), so nothing was changed. See: npm run tenant -- parked ${slug}`,
  ],
  'not-usable': [
    failed,
    ({ slug, code }: { slug: string; code: string }) =>
      `The file of tenant ${quote(slug)} cannot be used (${code}). Mend or restore it, then: npm run migrate -- run`,
  ],
  'needs-yes': [
    usage,
    ({ slug, losses, pays }: { slug: string; losses: string; pays: boolean }) =>
      `Deleting ${quote(slug)} switches its bot off and, after 30 days, destroys ${losses} for good.${
        pays
          ? ' Its subscription at Stripe goes on until then; --cancel-subscription period-end (or now) ends it.'
          : ''
      } If that is meant, add --yes.`,
  ],
  'invalid-subscription-end': [
    usage,
    () =>
      '--cancel-subscription takes period-end (when what is paid is over) or now (what was paid for longer becomes credit at Stripe).',
  ],
  'no-stripe-here': [
    configuration,
    ({ subscribed, verb }: { subscribed: boolean; verb: string }) =>
      subscribed
        ? `There are no Stripe settings here, so its subscription cannot be ended from here, and nothing was changed. Set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET again; or cancel it in Stripe’s Dashboard, and do ${quote(verb)} without --cancel-subscription.`
        : 'There are no Stripe settings here, so there is no subscription to end. Leave out --cancel-subscription; nothing was changed.',
  ],
  'subscription-goes-on': [
    failed,
    ({ verb }: { verb: string }) =>
      `Stripe cannot be reached, so the subscription goes on, as far as is known, and nothing was changed here. Run it again later; or do ${quote(verb)} now without --cancel-subscription, and the same with it later.`,
  ],
  'subscription-not-ended': [
    failed,
    ({ verb }: { verb: string }) =>
      `Stripe refuses to end the subscription (its Dashboard says why, under Developers, Logs), so nothing was changed here. Cancel it in the Dashboard, and do ${quote(verb)} without --cancel-subscription.`,
  ],
  'no-owner': [
    failed,
    ({ slug }: { slug: string }) =>
      `Nobody owns ${quote(slug)} yet, so there is nobody whose account page it would be. See: npm run tenant -- claim ${slug}`,
  ],
  'no-account-page': [
    configuration,
    () =>
      'There is no account page: it needs STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET and a PUBLIC_URL with https.',
  ],
  'server-running': [
    failed,
    () =>
      'A server runs on this data. Stop it, migrate, start it again (it would also migrate by itself at its start).',
  ],
  'stripe-not-configured': [
    configuration,
    () =>
      'STRIPE_SECRET_KEY is not set. Take a secret key from dashboard.stripe.com (Developers, API keys); STRIPE_WEBHOOK_SECRET comes out of this set-up.',
  ],
  'stripe-price-list': [
    usage,
    () =>
      'That is no price list. docs/operations.md, "Stripe", shows one; amounts are whole numbers in the currency’s smallest unit.',
  ],
  'stripe-secret-file': [
    usage,
    () =>
      'The file for the secret is there already, or cannot be made. Name one that is not there, in a folder that you may write to.',
  ],
  'stripe-needs-secret-file': [
    usage,
    () =>
      'A webhook endpoint is to be made, and Stripe tells its secret once. Add --secret-file <file>; nothing was changed.',
  ],
  'stripe-unreachable': [
    failed,
    () =>
      'Stripe cannot be reached, or has too much to do. Look at the network and STRIPE_API_BASE, then run it again: it goes on where it was.',
  ],
  'stripe-key-refused': [
    failed,
    () =>
      'Stripe refuses STRIPE_SECRET_KEY: it is wrong, was revoked, or may not do this. A restricted key needs to write products, prices, the customer portal and webhook endpoints.',
  ],
  'stripe-refused': [
    failed,
    ({ code }: { code: string }) =>
      `Stripe refuses a step (${quote(code)}). Its Dashboard (Developers, Logs) says why; run it again afterwards.`,
  ],
} as const satisfies Record<string, readonly [ExitCode, (facts: never) => string]>;

/** Why an operator verb refused. */
export type OperatorReason = keyof typeof catalogue;

type Facts<Reason extends OperatorReason> = Parameters<(typeof catalogue)[Reason][1]>;

/** A refusal with its sentence for people and its exit code. */
export interface OperatorRefusal {
  readonly ok: false;
  readonly reason: OperatorReason;
  readonly message: string;
  readonly exitCode: ExitCode;
}

/** Makes a refusal from the facts that its sentence needs. */
export function refusal<const Reason extends OperatorReason>(
  reason: Reason,
  ...facts: Facts<Reason>
): OperatorRefusal {
  const [exitCode, say] = catalogue[reason] as readonly [ExitCode, (...facts: unknown[]) => string];
  return { ok: false, reason, message: say(...facts), exitCode };
}

/** Quoted, so that nothing in it can be taken for part of the sentence or steer a terminal. */
function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

function kept(purgeAt: number | null): string {
  return purgeAt === null ? '' : ` and is kept until ${sayDate(purgeAt)}`;
}
