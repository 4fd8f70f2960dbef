import { type Finding, findingsAbout } from './finding.ts';
import type { MachineFacts } from './machine-facts.ts';

const megabyte = 1024 * 1024;
/** Below this a busy hour fills the disk; with a full one nothing is acknowledged any more. */
const tightBytes = 1024 * megabyte;
const almostFullBytes = 200 * megabyte;
/** 500 open tenant files of 3 descriptors each, calls and connections (architecture, Storage). */
const neededOpenFiles = 4096;
/** How far this clock may be from Telegram's. */
const driftWarningMs = 30_000;
const driftErrorMs = 300_000;

/** What the machine's facts mean. */
export function machineFindings(facts: MachineFacts, dir: string): Finding[] {
  const about = findingsAbout(null);
  const findings: Finding[] = [];
  const free = `${Math.round(facts.freeBytes / megabyte)} MB are free below ${dir}.`;
  const makeRoom =
    'Make room or move TENANTS_DIR to a larger disk. While the disk is full, updates stay with Telegram for 24 hours.';
  if (facts.freeBytes < almostFullBytes) findings.push(about.error('disk.full', free, makeRoom));
  else if (facts.freeBytes < tightBytes) findings.push(about.warning('disk.tight', free, makeRoom));
  else findings.push(about.ok('disk.well', free));
  if (facts.freeFiles !== null && facts.freeFiles < 1000) {
    findings.push(
      about.error(
        'disk.no-inodes',
        `The disk can hold ${facts.freeFiles} more files only.`,
        'Delete files that nobody needs.',
      ),
    );
  }
  if (facts.openFilesLimit !== null && facts.openFilesLimit < neededOpenFiles) {
    findings.push(
      about.warning(
        'limits.open-files',
        `The server may open ${facts.openFilesLimit} files at one time; busy, it needs up to ${neededOpenFiles}.`,
        'Raise the hard limit: ulimit -Hn, or LimitNOFILE=65536 in the systemd unit.',
      ),
    );
  }
  if (facts.loose.length > 0) {
    findings.push(
      about.warning(
        'permissions.loose',
        `Other users of this machine may get at ${some(facts.loose)}.`,
        `chmod -R go= ${dir}`,
      ),
    );
  }
  if (facts.strayFolders.length > 0) {
    findings.push(
      about.warning(
        'data.stray-folders',
        `${some(facts.strayFolders)} belong to no tenant: left by a creation that was cut off, or put there by somebody.`,
        'Nothing reads them. Look whose they are before you remove them.',
      ),
    );
  }
  if (facts.leftovers.length > 0) {
    findings.push(
      about.note(
        'data.leftovers',
        `${some(facts.leftovers)} were left half made by a process that died.`,
        'They can be removed while no command runs.',
      ),
    );
  }
  if (facts.controlPlainText) {
    findings.push(
      about.error(
        'control.plain-text',
        'The control file is not encrypted.',
        'Stop the server, restore the control file from a backup, rotate every token.',
      ),
    );
  }
  return findings;
}

/** How far this machine's clock is from Telegram's; undefined: not known. */
export function clockFindings(
  now: number,
  serverNow: number | undefined,
  newestRecordAt: number,
): Finding[] {
  const about = findingsAbout(null);
  const advice = 'Let the machine keep its clock by NTP (timedatectl set-ntp true).';
  if (newestRecordAt > now + driftErrorMs) {
    return [
      about.error(
        'clock.behind',
        'The control file was changed at a time that this machine’s clock says is still to come.',
        advice,
      ),
    ];
  }
  if (serverNow === undefined) return [];
  const drift = Math.abs(now - serverNow);
  const message = `This machine’s clock is ${Math.round(drift / 1000)} s from Telegram’s.`;
  if (drift > driftErrorMs) return [about.error('clock.wrong', message, advice)];
  if (drift > driftWarningMs) return [about.warning('clock.drifts', message, advice)];
  return [about.ok('clock.well', message)];
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
