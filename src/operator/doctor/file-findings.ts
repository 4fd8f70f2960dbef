import { counted } from '#src/operator/counted.ts';
import type { Attention, AuditedBooks } from '#src/features/status/index.ts';
import type { FileReport } from '#src/storage/inspect-tenant-file.ts';
import type { Backlog } from '#src/telegram/outbox/backlog.ts';
import { type Finding, findingsAbout } from './finding.ts';

/** A write-ahead log this large is not being moved into its file. */
const longWalBytes = 256 * 1024 * 1024;
/** Updates are handled within moments; one that waits this long is stuck, or nobody handles it. */
const lateUpdateMs = 5 * 60_000;
/** Rows wait for Telegram's pace and its pauses; this long is more than that. */
const lateRowMs = 60 * 60_000;

const meanings: Readonly<Record<string, string>> = {
  'storage.missing': 'Its file is not there.',
  'storage.foreign': 'Its file is empty, of another tenant, or not made by this program.',
  'storage.unreadable':
    'Its file cannot be decrypted: it is garbage, or was written with another key.',
  'storage.corrupt': 'Its file is damaged.',
  'storage.no-access': 'Its file may not be opened by this user.',
  'storage.busy': 'Another process holds its file for long.',
  'keys.destroyed': 'Its key is destroyed, so its data is gone for good.',
  'keys.tampered': 'Its key was changed from outside.',
};

/** What a look at a tenant's file says. */
export function fileFindings(slug: string, report: FileReport): Finding[] {
  const about = findingsAbout(slug);
  const findings: Finding[] = [];
  if (report.plainText) {
    findings.push(
      about.error(
        'file.plain-text',
        'Its file is not encrypted.',
        'Move it away, restore the tenant from a backup, and find out who wrote it.',
      ),
    );
  }
  if (report.fault !== null) {
    const advice =
      report.fault === 'storage.no-access'
        ? 'Give the files back to the user who runs the server (chown -R), mode 700 for folders and 600 for files.'
        : 'Restore it from a backup, then: npm run migrate -- run. Nothing is made anew in its place.';
    findings.push(
      about.error(
        `file.${report.fault}`,
        meanings[report.fault] ?? `Its file cannot be used (${report.fault}).`,
        advice,
      ),
    );
    return findings;
  }
  if (report.standing === 'older') {
    findings.push(
      about.warning(
        'file.older-schema',
        'Its schema is older than this program’s; the server migrates it at its start.',
        'npm run migrate -- run',
      ),
    );
  } else if (report.standing === 'newer') {
    findings.push(
      about.error(
        'file.newer-schema',
        'A newer version of the program changed its schema; this one cannot use it.',
        'Run the newer version.',
      ),
    );
  }
  if (report.damagedTables !== null && report.damagedTables.length > 0) {
    findings.push(
      about.error(
        'file.damaged',
        `Pages of its file are damaged (tables: ${report.damagedTables.join(', ')}).`,
        `Suspend it before it gets worse: npm run tenant -- suspend ${slug}; then restore it from a backup.`,
      ),
    );
  }
  if (report.walBytes > longWalBytes) {
    findings.push(
      about.warning(
        'file.long-wal',
        `Its write-ahead log has ${Math.round(report.walBytes / 1024 / 1024)} MB: something reads the file without end.`,
        'End other programs that have the file open, or restart the server.',
      ),
    );
  }
  if (findings.length === 0) findings.push(about.ok('file.well', 'Its file opens and is its own.'));
  return findings;
}

/** What is inside a tenant's file. */
export interface ContentFacts {
  readonly books: AuditedBooks;
  readonly backlog: Backlog;
  /** What waits for a person, from the lists of `tenant parked`. */
  readonly attention: Attention;
  readonly hasOwner: boolean;
}

/** What the contents of a tenant's file say; `handled`: it is active, connected and a server runs. */
export function contentFindings(
  slug: string,
  facts: ContentFacts,
  at: { readonly now: number; readonly handled: boolean; readonly serverRuns: boolean },
): Finding[] {
  const about = findingsAbout(slug);
  const see = `npm run tenant -- parked ${slug}`;
  const findings: Finding[] = [];
  const { books, attention } = facts;
  if (!books.balanced) {
    const sums = books.faults.map(
      ({ ledger, sum, left, right }) => `${ledger}: ${sum}, but ${left} and ${right}`,
    );
    const lost =
      books.stranded > 0
        ? [`${counted(books.stranded, 'message')} on the way that nothing would send`]
        : [];
    findings.push(
      about.error(
        'books.unbalanced',
        `Its books do not add up (${[...sums, ...lost].join('; ')}). This is a fault of the program.`,
        `Keep a copy of its file and report this with: npm run tenant -- show ${slug} --json`,
      ),
    );
  } else findings.push(about.ok('books.balanced', 'Its books add up.'));
  if (attention.parked > 0) {
    findings.push(
      about.error(
        'updates.parked',
        `${counted(attention.parked, 'update')} failed five times and stopped there (parked).`,
        `See and retry them: ${see} --retry-all`,
      ),
    );
  }
  if (attention.relays > 0) {
    findings.push(
      about.warning(
        'messages.failed',
        `${counted(attention.relays, 'message')} of fans did not reach the desk.`,
        `See and retry them: ${see} --retry-all`,
      ),
    );
  }
  if (attention.replies > 0) {
    findings.push(
      about.note(
        'replies.failed',
        `${attention.replies} ${attention.replies === 1 ? 'reply' : 'replies'} did not arrive, or may not have. The creator was told and can decide (/status).`,
        `See them: ${see}`,
      ),
    );
  }
  if (attention.jobs.length > 0) {
    const kinds = attention.jobs.map(({ kind, count }) => `${kind}: ${count}`).join(', ');
    findings.push(
      about.error(
        'jobs.failed',
        `Due work was given up after its tries (${kinds}). What it was to do has not been done.`,
        `See why and try it again: ${see} --retry-all; the server’s log tells more under jobs.given-up`,
      ),
    );
  }
  if (!facts.hasOwner) {
    findings.push(
      about.note(
        'tenant.unclaimed',
        'Nobody has claimed it yet; what fans write waits.',
        `Make a fresh link: npm run tenant -- claim ${slug}`,
      ),
    );
  }
  return [...findings, ...backlogFindings(about, facts.backlog, at)];
}

function backlogFindings(
  about: ReturnType<typeof findingsAbout>,
  { oldestUpdateAt, oldestRowAt }: Backlog,
  at: { readonly now: number; readonly handled: boolean; readonly serverRuns: boolean },
): Finding[] {
  const late = [
    { since: oldestUpdateAt, limit: lateUpdateMs, code: 'backlog.updates', what: 'An update' },
    { since: oldestRowAt, limit: lateRowMs, code: 'backlog.outbox', what: 'Something to be sent' },
  ].filter(({ since, limit }) => since !== null && at.now - since > limit);
  return late.map(({ since, code, what }) => {
    const minutes = Math.floor((at.now - (since ?? 0)) / 60_000);
    const message = `${what} has been waiting for ${counted(minutes, 'minute')}.`;
    if (!at.serverRuns) return about.warning(code, `${message} No server runs.`, 'npm start');
    if (!at.handled) return about.note(code, `${message} It goes on when the tenant does.`);
    return about.error(
      code,
      message,
      'Look into the server’s log for this tenant; a restart loses nothing.',
    );
  });
}
