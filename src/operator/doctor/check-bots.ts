import { AppError } from '#src/core/errors.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { webhookUrlOf } from '#src/telegram/ingest/webhook-registration.ts';
import { createLimiter } from '#src/telegram/limiter.ts';
import { botFindings } from './bot-findings.ts';
import type { DoctorScope } from './doctor-parts.ts';
import { type Finding, findingsAbout } from './finding.ts';

/** Bots asked after at one time; each call has 15 s. */
const looksAtOnce = 16;

/** Asks Telegram after the bot of every active tenant. When none can be asked, that is told once. */
export async function checkBots(scope: DoctorScope): Promise<Finding[]> {
  const limit = createLimiter(looksAtOnce);
  const active = scope.records.filter(
    ({ state, schemaNumber }) => state === 'active' && schemaNumber > 0,
  );
  let done = 0;
  const looks = await Promise.all(
    active.map((record) =>
      limit(async () => {
        const found = await checkBot(scope, record);
        done += 1;
        scope.wish.onProgress?.('bots', done, active.length);
        return found;
      }),
    ),
  );
  const unreachable = looks.flat().filter(({ code }) => code === 'bot.unreachable');
  if (unreachable.length === 0 || unreachable.length < active.length) return looks.flat();
  return [
    findingsAbout(null).error(
      'network.unreachable',
      'Telegram cannot be reached from here, so no token and no webhook was checked.',
      'Look at the network, the proxy and TELEGRAM_API_ROOT; npm run doctor -- --offline leaves it out.',
    ),
  ];
}

async function checkBot(
  { parts, storage, serverRuns }: DoctorScope,
  record: TenantRecord,
): Promise<Finding[]> {
  const about = findingsAbout(record.slug);
  const restore = 'Restore the control file (folder _control) from a backup.';
  let token: string;
  try {
    ({ token } = await storage.control.secretsOf(record.tenantId));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [about.error(`token.${error.code}`, 'Its token cannot be unsealed.', restore)];
  }
  const look = await parts.lookAtBot(token);
  if (!look.ok && look.reason === 'unreachable') {
    return [about.warning('bot.unreachable', 'Telegram did not answer for its bot.', 'Try again.')];
  }
  if (!look.ok) {
    return [
      about.error(
        'bot.token-refused',
        'Telegram refuses its token: it was revoked, or the bot deleted.',
        `Take a new one from @BotFather (/mybots, API Token), then: npm run tenant -- rotate-token ${record.slug} --token-file <file>`,
      ),
    ];
  }
  const url = parts.publicUrl && webhookUrlOf(parts.publicUrl, record.webhookPath);
  return botFindings(record, look, { url, serverRuns, now: parts.clock.now() });
}
