import type { LiveSubscription } from '#src/operator/end-subscription.ts';

/** What was asked of a bot that is, or in a dry run would be, switched off. */
export interface SwitchedOff {
  readonly slug: string;
  /** The command that was given, with the slug. */
  readonly verb: string;
  readonly dryRun: boolean;
  /** What was said with `--cancel-subscription`. */
  readonly wish: string | undefined;
  /** When its data is destroyed, which ends a subscription, too; ISO 8601. Null: never. */
  readonly purgeAt: string | null;
}

/** What becomes of the subscription; `subscription` as this installation last heard of it. */
export function subscriptionLines(
  subscription: LiveSubscription | null,
  off: SwitchedOff,
): string[] {
  if (!subscription) return [];
  const { price, status, cancelsAt, periodEnd } = subscription;
  const named = `Its subscription at Stripe (${price ?? 'unknown price'}, ${status})`;
  const { dryRun, wish, purgeAt } = off;
  // One that nobody has paid for has no end of a paid period.
  const isPaid = status === 'active' || status === 'trialing';
  if (wish === 'now' || (wish !== undefined && !isPaid)) {
    return [
      dryRun
        ? `${named} would end at once.`
        : `${named} was ended. Stripe’s word of it has not come here yet.`,
    ];
  }
  const end = wish === undefined ? cancelsAt : (cancelsAt ?? periodEnd);
  if (end === null) return goesOn(named, periodEnd, off);
  const ends = dryRun ? 'would end' : 'ends';
  return purgeAt !== null && purgeAt < end
    ? [`${named} ${ends} on ${day(purgeAt)}, ${withData(end)}`, orNow(off)]
    : [`${named} ${ends} on ${day(end)}.`];
}

function goesOn(named: string, periodEnd: string, off: SwitchedOff): string[] {
  const { slug, verb, dryRun, purgeAt } = off;
  const goes = dryRun ? 'would GO ON' : 'GOES ON';
  const link = `The bot ${dryRun ? 'would answer nobody' : 'answers nobody now'}. A link for the creator, to see invoices and cancel by themself: npm run tenant -- account ${slug}`;
  if (purgeAt !== null && purgeAt < periodEnd) {
    return [
      `${named} ${goes} until ${day(purgeAt)}: it ends ${withData(periodEnd)}`,
      orNow(off),
      link,
    ];
  }
  const until =
    purgeAt === null ? '' : `, until it ends on ${day(purgeAt)} with the data, without credit`;
  return [
    `${named} ${goes}: the creator is charged again from ${day(periodEnd)} on${until}. To end it when what is paid is over: npm run tenant -- ${verb} --cancel-subscription period-end (or now)`,
    link,
  ];
}

function withData(paidUntil: string): string {
  return `with the data, and what is paid from then until ${day(paidUntil)} does not become credit.`;
}

function orNow({ verb }: SwitchedOff): string {
  return `To end it now, with credit: npm run tenant -- ${verb} --cancel-subscription now`;
}

function day(iso: string): string {
  return iso.slice(0, 10);
}
