import { describe, expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import { arrivalFindings } from './arrival-findings.ts';

const now = Date.UTC(2026, 0, 15, 12);
const slugs = new Map([
  ['t1', 'luna'],
  ['t2', 'mira'],
]);
const path = '/data/_control/arrivals.db';
const waitingSince = (seconds: number) =>
  ['t1', 't2', 't3'].map((tenantId, index) => ({
    tenantId: tenantId as TenantId,
    count: index + 1,
    oldestAt: now - seconds * 1000,
  }));
const find = (
  report: { fault?: string; waiting?: ReturnType<typeof waitingSince> },
  serverRuns: boolean,
) =>
  arrivalFindings({ path, fault: null, waiting: [], ...report }, { now, serverRuns, slugs }).map(
    ({ severity, code, message, advice }) => ({ found: `${severity} ${code}`, message, advice }),
  );

describe('what the journal of arrivals says', () => {
  test.each([true, false])('is nothing while it is empty (a server runs: %s)', (serverRuns) => {
    expect(find({}, serverRuns)).toMatchObject([{ found: 'ok arrivals.well' }]);
  });

  test('without a server is how many wait for the next start, and whose', () => {
    expect(find({ waiting: waitingSince(3) }, false)).toEqual([
      {
        found: 'note arrivals.waiting',
        message:
          '3 acknowledged updates stand in the journal of arrivals (luna: 1, mira: 2). The next start takes up what is not in its tenant’s file yet.',
        advice: 'npm start',
      },
    ]);
    expect(find({ waiting: waitingSince(3).slice(2) }, false)).toMatchObject([
      { found: 'ok arrivals.well' },
    ]);
  });

  test('beside a server is what waits for long', () => {
    expect(find({ waiting: waitingSince(60) }, true)).toMatchObject([
      { found: 'ok arrivals.well' },
    ]);
    const [late, soon] = [waitingSince(600).slice(0, 1), waitingSince(1).slice(1)];
    expect(find({ waiting: [...late, ...soon] }, true)).toMatchObject([
      {
        found: 'warning arrivals.late',
        message:
          'Acknowledged updates have been waiting for their tenants’ files for up to 10 minutes (luna: 1).',
        advice: expect.stringContaining('A restart loses nothing.'),
      },
    ]);
  });

  test.each([
    ['storage.unreadable', false, /^It holds what arrived .+ remove both, and start again\.$/],
    ['storage.foreign', true, /^Stop the server\. It holds what arrived /],
    ['storage.no-access', false, /chown -R/],
  ])('that is %s is an error with what to do (a server runs: %s)', (fault, serverRuns, advice) => {
    expect(find({ fault }, serverRuns)).toMatchObject([
      {
        found: `error arrivals.${fault}`,
        message: expect.stringContaining(path),
        advice: expect.stringMatching(advice),
      },
    ]);
  });
});
