import { counted } from '#src/operator/counted.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { PlanRow } from '#src/core/plans.ts';
import type { MappedCustomer, ModeStanding, StripeEventCounts } from '#src/core/stripe-book.ts';
import type { StripeLook } from '#src/stripe/look-at-stripe.ts';
import { type Finding, findingsAbout } from './finding.ts';

const setup = 'npm run stripe -- setup';
/** Events are taken up within seconds; one that waits longer does so because Stripe or the server is away. */
const longOpenMs = 15 * 60_000;

/** What Stripe says of key, prices, portal and endpoint; `look` null: it was not asked. */
export function stripeFindings(
  state: 'no-webhook-secret' | 'on',
  look: StripeLook | null,
): Finding[] {
  const about = findingsAbout(null);
  const findings: Finding[] = [];
  if (state === 'no-webhook-secret') {
    findings.push(
      about.error(
        'stripe.no-webhook-secret',
        'STRIPE_WEBHOOK_SECRET is missing, so plans are not asked for and everything is allowed.',
        `${setup} --secret-file <file>, then put the secret into STRIPE_WEBHOOK_SECRET`,
      ),
    );
  }
  if (look === null) return findings;
  if (look.fault !== null) return [...findings, faultFinding(look.fault)];
  if (look.testMode) {
    findings.push(
      about.note('stripe.test-mode', 'The key is one of test mode: nobody really pays.'),
    );
  }
  for (const key of look.missingPrices) {
    findings.push(
      about.error(
        'stripe.no-such-price',
        `Stripe has no active price with the lookup key ${key}, so nobody can buy it.`,
        `${setup} --prices <file>`,
      ),
    );
  }
  if (!look.portal) {
    findings.push(
      about.warning(
        'stripe.no-portal',
        'The customer portal has no settings of ours; those of the account are used, if there are any.',
        setup,
      ),
    );
  }
  findings.push(...endpointFindings(look));
  if (findings.length === 0) {
    findings.push(
      about.ok('stripe.well', 'Stripe takes the key; prices, portal and endpoint are there.'),
    );
  }
  return findings;
}

/** Whether what is kept is of the key's mode, and what of the other mode is left out; `look` null: Stripe was not asked. */
export function modeFindings(
  { livemode, others }: ModeStanding,
  look: Pick<StripeLook, 'testMode'> | null,
): Finding[] {
  if (livemode === null) return [];
  const about = findingsAbout(null);
  const [present, other] = livemode ? ['live', 'test'] : ['test', 'live'];
  const findings: Finding[] = [];
  if (look !== null && look.testMode === livemode) {
    findings.push(
      about.warning(
        'stripe.mode-not-entered',
        `The key is one of ${other} mode, and the server last ran in ${present} mode: until its next start plans are those of ${present} mode.`,
        'Start the server anew, or put the former key back.',
      ),
    );
  }
  if (others > 0) {
    findings.push(
      about.note(
        'stripe.other-mode',
        `${counted(others, 'customer')} made in ${other} mode; what was bought there does not count in ${present} mode.`,
      ),
    );
  }
  return findings;
}

/** How the mirror stands: events that wait, deliveries that stopped, what was not understood. */
export function mirrorFindings(
  counts: StripeEventCounts,
  rows: readonly { readonly slug: string; readonly row: PlanRow }[],
  now: number,
): Finding[] {
  const about = findingsAbout(null);
  const findings: Finding[] = [];
  const { open, oldestOpenAt, deliveredAt, missedAt } = counts;
  if (oldestOpenAt !== null && now - oldestOpenAt > longOpenMs) {
    findings.push(
      about.warning(
        'stripe.events-wait',
        `${counted(open, 'event')} of Stripe waiting, the oldest for ${counted(Math.round((now - oldestOpenAt) / 60_000), 'minute')}.`,
        'Is a server running? Its log says why under stripe.call-failed or stripe.sync-failed.',
      ),
    );
  }
  if (missedAt !== null && (deliveredAt === null || missedAt > deliveredAt)) {
    findings.push(
      about.error(
        'stripe.no-events',
        'Stripe’s events are not delivered: they were found in its list only. Plans follow once a night until that is mended.',
        `${setup} --dry-run shows the endpoint; the Dashboard (Developers, Webhooks) shows what Stripe was answered.`,
      ),
    );
  }
  for (const { slug, row } of rows) {
    if (row.oddity === null) continue;
    const [what = '', id = ''] = row.oddity.split(':');
    findings.push(findingsAbout(slug).warning(`stripe.${what}`, ...oddityText(what, id)));
  }
  return findings;
}

/** What is odd about a subscription, and what to do. */
function oddityText(what: string, id: string): [string, string] {
  const mend =
    'then finalize its draft invoices in the Dashboard, and turn automatic tax on again where it is off.';
  switch (what) {
    case 'unknown-price':
      return [
        unknownText(id),
        `Give its price one of our lookup keys, or move the subscription to a price that has one: ${setup} lists them.`,
      ];
    case 'no-address':
      return [
        `Stripe does not know where the creator of ${id} is: renewals are not paid, or have no taxes. The plan stays.`,
        `The creator was told to enter an address; ${mend}`,
      ];
    case 'fraud-warning':
      return [
        `The issuer of the card that paid for ${id} warns of fraud: the plan is Free, for two weeks at most, and the subscription is not renewed by itself.`,
        'Look at the payment in the Dashboard. Refund it in full if the creator did not make it: then nobody disputes it, and the subscription ends at once.',
      ];
    case 'invoice-not-final':
      return [
        `Stripe could not make an invoice of ${id} final, so it is not paid. The plan stays.`,
        `The invoice in the Dashboard says why (mostly Stripe Tax); ${mend}`,
      ];
    default:
      return [
        unknownText(id),
        'Look at it in the Dashboard, and for a newer version of this program.',
      ];
  }
}

function unknownText(id: string): string {
  return `Stripe says something of ${id} that this version does not know; the plan stays as it was.`;
}

/** Customers of tenants that were purged, where ending what they pay failed: else they are forgotten in the night. */
export function purgedFindings(
  customers: readonly MappedCustomer[],
  known: ReadonlySet<TenantId>,
): Finding[] {
  return customers
    .filter(({ tenantId, endFailedAt }) => endFailedAt !== null && !known.has(tenantId))
    .map(({ tenantId, customerId }) =>
      findingsAbout(null).warning(
        'stripe.purged-customer',
        `The tenant ${tenantId} was purged, and what its customer ${customerId} pays could not be ended.`,
        'It is tried each night. If this is said on another day as well, cancel its subscriptions in the Dashboard: Stripe refuses it, and the log says why under stripe.call-failed.',
      ),
    );
}

function faultFinding(fault: NonNullable<StripeLook['fault']>): Finding {
  const about = findingsAbout(null);
  switch (fault) {
    case 'unreachable':
    case 'down':
    case 'flooded':
      return about.warning(
        'stripe.unreachable',
        `Stripe could not be asked (${fault}). Plans go on as they were last known.`,
        'Look at the network and STRIPE_API_BASE, try again.',
      );
    default:
      return about.error(
        'stripe.key-refused',
        `Stripe refuses the key, or what it was asked for (${fault}).`,
        'Look at STRIPE_SECRET_KEY and its permissions in the Dashboard (Developers, API keys).',
      );
  }
}

function endpointFindings({ endpoint }: StripeLook): Finding[] {
  const about = findingsAbout(null);
  if (endpoint === null) {
    return [
      about.warning(
        'stripe.no-public-url',
        'PUBLIC_URL is not set, so Stripe cannot deliver events: plans follow once a night and on the way back from its pages.',
        `Set PUBLIC_URL, then: ${setup} --secret-file <file>`,
      ),
    ];
  }
  if (endpoint.missing) {
    return [
      about.error(
        'stripe.endpoint-missing',
        'Stripe has no webhook endpoint with our address, so no events come.',
        `${setup} --secret-file <file>`,
      ),
    ];
  }
  const findings: Finding[] = [];
  if (endpoint.disabled) {
    findings.push(
      about.error(
        'stripe.endpoint-disabled',
        'The webhook endpoint is disabled: no events come.',
        setup,
      ),
    );
  }
  if (endpoint.otherVersion !== null) {
    findings.push(
      about.warning(
        'stripe.endpoint-version',
        `The webhook endpoint has another API version (${endpoint.otherVersion}).`,
        `${setup} --secret-file <file> makes one with the right version.`,
      ),
    );
  }
  if (endpoint.missingEvents.length > 0) {
    findings.push(
      about.error(
        'stripe.endpoint-events',
        `The webhook endpoint leaves out events: ${endpoint.missingEvents.join(', ')}.`,
        setup,
      ),
    );
  }
  return findings;
}
