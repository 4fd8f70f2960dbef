import { counted } from '#src/operator/counted.ts';
import { badArrivalsAdvice } from '#src/storage/arrival-journal.ts';
import type { ArrivalsReport, WaitingArrivals } from '#src/storage/inspect-arrivals.ts';
import { type Finding, findingsAbout } from './finding.ts';

/** What arrives is in its tenant's file within moments; a row that stands in the journal for longer is stuck. */
const lateArrivalMs = 3 * 60_000;

const meanings: Readonly<Record<string, string>> = {
  'storage.foreign': 'it is empty, or not made by this program',
  'storage.unreadable': 'it is garbage, or was written with another key',
  'storage.corrupt': 'it is damaged',
  'storage.no-access': 'it may not be opened or written by this user',
  'storage.busy': 'another process holds it for long',
};

/** What a look at the journal of arrivals says; `slugs` of those tenants that are there. */
export function arrivalFindings(
  { path, fault, waiting }: ArrivalsReport,
  at: {
    readonly now: number;
    readonly serverRuns: boolean;
    readonly slugs: ReadonlyMap<string, string>;
  },
): Finding[] {
  const about = findingsAbout(null);
  if (fault !== null) {
    return [
      about.error(
        `arrivals.${fault}`,
        `The journal of arrivals (${path}) cannot be used: ${meanings[fault] ?? fault}.`,
        adviceOn(fault, at.serverRuns),
      ),
    ];
  }
  const slugOf = ({ tenantId }: WaitingArrivals) => at.slugs.get(tenantId);
  if (!at.serverRuns) {
    const known = waiting.filter((one) => slugOf(one) !== undefined);
    if (known.length > 0) {
      const count = known.reduce((sum, one) => sum + one.count, 0);
      const whose = known.map((one) => `${slugOf(one)}: ${one.count}`).join(', ');
      return [
        about.note(
          'arrivals.waiting',
          `${counted(count, 'acknowledged update')} ${count === 1 ? 'stands' : 'stand'} in the journal of arrivals (${whose}). The next start takes up what is not in its tenant’s file yet.`,
          'npm start',
        ),
      ];
    }
  }
  const late = waiting.filter(({ oldestAt }) => at.now - oldestAt > lateArrivalMs);
  if (!at.serverRuns || late.length === 0) {
    return [about.ok('arrivals.well', 'Nothing is stuck in the journal of arrivals.')];
  }
  const minutes = Math.floor((at.now - Math.min(...late.map(({ oldestAt }) => oldestAt))) / 60_000);
  const whose = late.map((one) => `${slugOf(one) ?? 'one that is gone'}: ${one.count}`).join(', ');
  return [
    about.warning(
      'arrivals.late',
      `Acknowledged updates have been waiting for their tenants’ files for up to ${counted(minutes, 'minute')} (${whose}).`,
      'Mend what is said of these tenants; the server’s log says why under telegram.dispatch_failed. A restart loses nothing.',
    ),
  ];
}

function adviceOn(fault: string, serverRuns: boolean): string {
  if (fault === 'storage.no-access') {
    return 'Give the files back to the user who runs the server (chown -R), mode 700 for folders and 600 for files.';
  }
  if (fault === 'storage.busy') return 'End other programs that have it open.';
  return `${serverRuns ? 'Stop the server. ' : ''}${badArrivalsAdvice}`;
}
