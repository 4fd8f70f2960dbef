import { AppError } from '#src/core/errors.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { runningServer } from '#src/storage/data-lock.ts';
import { loadMasterKey } from '#src/storage/load-master-key.ts';
import { controlFileExists } from '#src/storage/open-control-store.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
import { type ExitCode, exitCodes } from '../refusals.ts';
import { doctorExitCode, type Finding, findingsAbout, sortFindings } from './finding.ts';
import type { DoctorParts, DoctorWish } from './doctor-parts.ts';
import { arrivalFindings } from './arrival-findings.ts';
import { checkBots } from './check-bots.ts';
import { checkFiles } from './check-files.ts';
import { checkStripe } from './check-stripe.ts';
import { llmFindings, priceFindings } from './llm-findings.ts';
import { holdsFolders, machineFacts } from './machine-facts.ts';
import { clockFindings, machineFindings } from './machine-findings.ts';

/** What the doctor found. */
export interface DoctorReport {
  /** True when no finding is an error. */
  readonly ok: boolean;
  readonly exitCode: ExitCode;
  readonly server: { readonly runs: boolean; readonly pid: number | null };
  readonly checked: { readonly tenants: number; readonly deep: boolean; readonly network: boolean };
  /** Worst first. */
  readonly findings: readonly Finding[];
}

/**
 * Checks the whole installation and says for each finding what it means and what to do. Changes nothing, makes nothing
 * (no key, no folder), and works beside a running server. Throws only for what it cannot explain.
 */
export async function runDoctor(parts: DoctorParts, wish: DoctorWish = {}): Promise<DoctorReport> {
  const { dir } = parts;
  if (!controlFileExists(dir)) return report(wish, 0, undefined, [withoutControl(dir)]);
  const server = runningServer(dir);
  const opened = await openOrSay(parts);
  if ('finding' in opened) return report(wish, 0, server, [opened.finding]);
  await using storage = opened.storage;
  const records = await storage.control.list();
  const serverRuns = server !== undefined;
  const folders = new Set<string>(records.map(({ tenantId }) => tenantId));
  const at = { parts, storage, records, serverRuns, wish };
  const findings = [
    ...machineFindings(machineFacts(dir, { folders, serverPid: server?.pid }), dir),
    findingsAbout(null).ok('key.well', `The master key is ${keyPlace(parts)}, and it is the one.`),
    ...serverFindings(serverRuns, records),
    ...arrivalFindings(storage.arrivals.look(), {
      now: parts.clock.now(),
      serverRuns,
      slugs: new Map(records.map(({ tenantId, slug }) => [tenantId, slug])),
    }),
    ...(await checkFiles(at)),
    ...clockFindings(
      parts.clock.now(),
      wish.offline ? undefined : await parts.serverTime(),
      Math.max(0, ...records.map(lastChangeOf)),
    ),
    ...(wish.offline ? [] : await checkBots(at)),
    ...(wish.offline ? [] : llmFindings(await parts.lookAtProviders())),
    ...priceFindings(parts.unpricedModels),
    ...(await checkStripe(at)),
  ];
  return report(wish, records.length, server, findings);
}

function report(
  wish: DoctorWish,
  tenants: number,
  server: { readonly pid: number | undefined } | undefined,
  findings: readonly Finding[],
): DoctorReport {
  const exitCode = doctorExitCode(findings);
  return {
    ok: exitCode === exitCodes.done,
    exitCode,
    server: { runs: server !== undefined, pid: server?.pid ?? null },
    checked: { tenants, deep: wish.deep ?? false, network: !wish.offline },
    findings: sortFindings(findings),
  };
}

function withoutControl(dir: string): Finding {
  const about = findingsAbout(null);
  return holdsFolders(dir)
    ? about.error(
        'control.missing',
        `Folders of tenants are below ${dir}, but no control file: without it nobody has their keys.`,
        'Restore the folder _control from a backup before anything else.',
      )
    : about.note(
        'data.none',
        `There is no data below ${dir} yet.`,
        'Make the first tenant: npm run tenant -- create <slug> --token-file <file>',
      );
}

async function openOrSay(
  parts: DoctorParts,
): Promise<{ readonly storage: Storage } | { readonly finding: Finding }> {
  try {
    const masterKey = loadMasterKey(parts.masterKey, { dataDir: parts.dir, controlExists: true });
    return { storage: await openStorage({ ...parts, masterKey, maxOpen: 8 }) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const advice = error.code.startsWith('keys.')
      ? 'docs/operations.md, "The master key": where it is looked for, and what a lost one means.'
      : 'Nothing works without the control file. Restore the folder _control from a backup.';
    return { finding: findingsAbout(null).error(error.code, error.message, advice) };
  }
}

function keyPlace({ masterKey }: DoctorParts): string {
  if ('key' in masterKey) return 'in the environment';
  return 'file' in masterKey ? `in ${masterKey.file}` : `in ${masterKey.default}`;
}

function serverFindings(runs: boolean, records: readonly TenantRecord[]): Finding[] {
  const about = findingsAbout(null);
  if (runs) return [about.ok('server.runs', 'A server runs on this data.')];
  if (!records.some(({ state }) => state === 'active')) return [];
  return [
    about.warning(
      'server.none',
      'No server runs on this data: nothing is taken or sent. Telegram keeps updates for 24 hours.',
      'npm start',
    ),
  ];
}

function lastChangeOf({ createdAt, connectionAt }: TenantRecord): number {
  return Math.max(createdAt, connectionAt ?? 0);
}
