import type { TenantRecord } from '#src/storage/control-store.ts';
import { purgeVerdict } from '../purge-deleted.ts';
import { type Finding, findingsAbout } from './finding.ts';

/** A creation that has not ended after this long was killed in the middle. */
const unfinishedMs = 60_000;
/** The server purges once a day. */
const purgeLateMs = 2 * 24 * 60 * 60 * 1000;

/** What the control file alone says of a tenant; `now` in epoch ms. */
export function recordFindings(record: TenantRecord, now: number): Finding[] {
  const { slug, state, purgeAt, connection, quarantine, schemaNumber, createdAt } = record;
  const about = findingsAbout(slug);
  if (schemaNumber === 0) {
    return createdAt < now - unfinishedMs
      ? [
          about.warning(
            'tenant.unfinished',
            'Its creation was cut off; it has no file and no messages.',
            `Create it again: npm run tenant -- create ${slug} --token-file <file>`,
          ),
        ]
      : [];
  }
  if (state === 'deleted') return deletedFindings(record, now);
  const findings: Finding[] = [];
  if (quarantine !== null) {
    findings.push(
      about.error(
        'tenant.quarantined',
        `It stands still (${quarantine}): nothing is taken, handled or sent. Telegram keeps its updates for 24 hours.`,
        'Mend its file or restore it from a backup, then: npm run migrate -- run',
      ),
    );
  }
  if (state === 'suspended') {
    findings.push(
      about.note(
        'tenant.suspended',
        'It is switched off by an operator.',
        `Switch it on: npm run tenant -- resume ${slug}`,
      ),
    );
    return findings;
  }
  if (connection === 'disconnected') {
    findings.push(
      about.error(
        'tenant.disconnected',
        'Telegram refused its token. Nothing is taken or sent until there is a good one.',
        `Take a new token from @BotFather (/mybots, API Token), then: npm run tenant -- rotate-token ${slug} --token-file <file>`,
      ),
    );
  } else if (connection === 'conflict') {
    findings.push(
      about.error(
        'tenant.conflict',
        'Another program takes its updates with the same token, so some never come here.',
        `Stop the other program, or rotate the token: npm run tenant -- rotate-token ${slug} --token-file <file>; then: npm run tenant -- resume ${slug}`,
      ),
    );
  }
  if (findings.length === 0 && purgeAt === null) {
    findings.push(about.ok('tenant.active', 'Active and connected.'));
  }
  return findings;
}

function deletedFindings(record: TenantRecord, now: number): Finding[] {
  const { slug, purgeAt } = record;
  const about = findingsAbout(slug);
  if (purgeVerdict(record, now) === 'clock-suspect') {
    return [
      about.error(
        'tenant.purge-refused',
        'It was to be destroyed more than a year ago; the program refuses, because the clock may be wrong.',
        'Look at the clock of this machine (date, NTP). If it is right, run the server: it purges within a day of its grace.',
      ),
    ];
  }
  const until = purgeAt === null ? 'never' : new Date(purgeAt).toISOString().slice(0, 10);
  if (purgeAt !== null && purgeAt < now - purgeLateMs) {
    return [
      about.warning(
        'tenant.not-purged',
        `It was to be destroyed on ${until} and is still there.`,
        'Run the server: it purges at its start and once a day.',
      ),
    ];
  }
  return [
    about.note(
      'tenant.deleted',
      `It is deleted and will be destroyed on ${until}.`,
      `Bring it back: npm run tenant -- undelete ${slug}`,
    ),
  ];
}
