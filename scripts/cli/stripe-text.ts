import { unreachable } from '#src/core/result.ts';
import type { ShownSetup } from '#src/operator/stripe-setup.ts';

/** What set-up did, a line for each change, and what is left to do. */
export function setupText(shown: ShownSetup, secretFile: string | undefined): string {
  const { dryRun, steps, notes, secretKept } = shown;
  const done =
    steps.length === 0
      ? 'Nothing to change at Stripe.'
      : dryRun
        ? 'Would be done (dry run):'
        : 'Done:';
  return [
    done,
    ...steps.map((step) => `  ${stepText(step)}`),
    ...notes.map((note) => `-> ${noteText(note)}`),
    ...(secretKept
      ? [
          `-> The endpoint’s secret is in ${secretFile}. Put it into STRIPE_WEBHOOK_SECRET (beside a former one, with a comma), restart the server, then delete the file.`,
        ]
      : []),
  ].join('\n');
}

function stepText(step: ShownSetup['steps'][number]): string {
  switch (step.kind) {
    case 'create-product':
      return `product ${step.product}: made (${step.name})`;
    case 'rename-product':
      return `product ${step.product}: called ${step.name}`;
    case 'create-price':
      return `price ${step.key}: ${step.amount} ${step.currency} (smallest unit)${step.replaces === null ? '' : `, in place of ${step.replaces}, which its subscribers keep`}`;
    case 'create-portal':
      return 'customer portal: settings made';
    case 'update-portal':
      return 'customer portal: settings changed';
    case 'create-endpoint':
      return `webhook endpoint: made for ${step.url}${step.halfMade.length === 0 ? '' : `; an earlier run was cut off at ${step.halfMade.join(', ')}, which is gone on with or removed`}`;
    case 'update-endpoint':
      return `webhook endpoint ${step.id}: enabled, with the events that are needed`;
    case 'remove-endpoint':
      return `webhook endpoint ${step.id}: removed`;
    default:
      return unreachable(step);
  }
}

function noteText(note: ShownSetup['notes'][number]): string {
  switch (note.code) {
    case 'price-missing':
      return `There is no price ${note.key}. Give a price list: --prices <file>`;
    case 'portal-needs-prices':
      return 'The portal’s settings wait until all prices are there.';
    case 'no-public-url':
      return 'PUBLIC_URL is not set, so Stripe cannot deliver events. Set it and run this again.';
    case 'secret-missing':
      return `STRIPE_WEBHOOK_SECRET is not set, so plans are not asked for. Put the secret of ${note.id} into it; if nobody has that, --secret-file <file> makes another endpoint.`;
    case 'old-endpoint':
      return `Endpoint ${note.id} has our address, too. Once the right one’s secret is in the settings: --remove-old`;
    case 'unclear-endpoint':
      return `Endpoints ${note.beside} and ${note.id} both have our address, and set-up was cut off at ${note.id}: the secret that was kept may be of either, so neither is removed. Once a secret is in the settings, remove the one whose deliveries fail, in Stripe’s Dashboard.`;
    default:
      return unreachable(note);
  }
}
