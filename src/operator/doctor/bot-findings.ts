import { counted } from '#src/operator/counted.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { allowedUpdates } from '#src/telegram/ingest/allowed-updates.ts';
import type { BotLook } from '#src/telegram/look-at-bot.ts';
import { type Finding, findingsAbout } from './finding.ts';

/** More updates than this waiting at Telegram are not taken as fast as they come. */
const manyPending = 100;
/** A delivery that failed longer ago is history. */
const recentMs = 60 * 60_000;

/** What the webhook should be. */
export interface WantedDelivery {
  /** The tenant's webhook, or null when its bot is polled. */
  readonly url: string | null;
  readonly serverRuns: boolean;
  readonly now: number;
}

/** What Telegram says of a bot, against what it should say. */
export function botFindings(
  record: TenantRecord,
  look: BotLook,
  wanted: WantedDelivery,
): Finding[] {
  const about = findingsAbout(record.slug);
  const findings = webhookFindings(record, look.webhook, wanted);
  if (look.me.id !== record.botId) {
    findings.push(
      about.error(
        'bot.other',
        'Its token belongs to another bot.',
        `npm run tenant -- rotate-token ${record.slug} --token-file <file>`,
      ),
    );
  } else if (look.me.username !== record.botUsername) {
    findings.push(
      about.note(
        'bot.renamed',
        `The bot is called @${look.me.username} now.`,
        `Take the name over: npm run tenant -- rotate-token ${record.slug} --token-file <file> (the same token will do)`,
      ),
    );
  }
  if (findings.length === 0) findings.push(about.ok('bot.well', 'Telegram takes its token.'));
  return findings;
}

function webhookFindings(
  { slug }: TenantRecord,
  webhook: BotLook['webhook'],
  { url, serverRuns, now }: WantedDelivery,
): Finding[] {
  const about = findingsAbout(slug);
  const findings: Finding[] = [];
  const set = webhook.url ?? '';
  if (url === null && set !== '') {
    findings.push(
      about[serverRuns ? 'error' : 'warning'](
        'webhook.foreign',
        'A webhook is set although this installation polls: its updates go elsewhere.',
        serverRuns
          ? 'Another program sets it again and again. Stop that, or rotate the token.'
          : 'If another program uses this bot, stop it. The server takes the webhook away at its start.',
      ),
    );
  } else if (url !== null && set !== url) {
    const message =
      set === ''
        ? 'Its webhook is not registered.'
        : 'Its webhook leads to another address than PUBLIC_URL.';
    findings.push(
      serverRuns
        ? about.error(
            'webhook.wrong',
            message,
            'Restart the server, which registers it; if it changes again, another program uses this bot.',
          )
        : about.warning(
            'webhook.wrong',
            message,
            'The server registers it at its start: npm start',
          ),
    );
  } else if (url !== null && !sameUpdates(webhook.allowed_updates ?? [])) {
    findings.push(
      about.warning(
        'webhook.updates',
        'Its webhook asks for other kinds of updates than this version needs.',
        `Have it registered again: npm run tenant -- suspend ${slug}, then resume ${slug}`,
      ),
    );
  }
  if (webhook.pending_update_count > manyPending) {
    findings.push(
      about.warning(
        'webhook.pending',
        `${counted(webhook.pending_update_count, 'update')} waiting at Telegram, which keeps them for 24 hours.`,
        serverRuns ? 'Look at the server’s log, its load and PUBLIC_URL.' : 'npm start',
      ),
    );
  }
  const failedAt = (webhook.last_error_date ?? 0) * 1000;
  if (url !== null && set === url && now - failedAt < recentMs) {
    findings.push(
      about.warning(
        'webhook.failing',
        `Telegram could not deliver lately: ${webhook.last_error_message ?? 'no reason given'}`,
        'Look whether PUBLIC_URL leads to this server’s PORT, and at the certificate.',
      ),
    );
  }
  return findings;
}

function sameUpdates(asked: readonly string[]): boolean {
  return (
    asked.length === allowedUpdates.length && allowedUpdates.every((kind) => asked.includes(kind))
  );
}
