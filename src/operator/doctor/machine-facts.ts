import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beginsPlain } from '#src/storage/inspect-tenant-file.ts';
import { controlFilePath, controlFolder } from '#src/storage/tenant-paths.ts';

/** What this machine and the data folder say. */
export interface MachineFacts {
  /** Bytes that this user may still write where the data is. */
  readonly freeBytes: number;
  readonly freeFiles: number | null;
  /** How many files the server may have open; null where the system does not tell. */
  readonly openFilesLimit: number | null;
  /** Folders and files of the data that other users may read, relative to the data folder. */
  readonly loose: readonly string[];
  /** Folders of the data that belong to no tenant. */
  readonly strayFolders: readonly string[];
  /** Files that a creation or a key file left half made. */
  readonly leftovers: readonly string[];
  readonly controlPlainText: boolean;
}

/** Looks at the machine and the data folder; `serverPid` is whose limits count. */
export function machineFacts(
  dir: string,
  known: { readonly folders: ReadonlySet<string>; readonly serverPid: number | undefined },
): MachineFacts {
  const disk = statfsSync(dir);
  const folders = foldersIn(dir);
  const files = folders.flatMap((folder) => filesIn(dir, folder));
  return {
    freeBytes: disk.bavail * disk.bsize,
    // Some file systems have no fixed number of files and say 0.
    freeFiles: disk.files > 0 ? disk.ffree : null,
    openFilesLimit: openFilesLimit(known.serverPid),
    loose: process.platform === 'win32' ? [] : loosePaths(dir, folders, files),
    strayFolders: folders.filter((folder) => folder !== '_control' && !known.folders.has(folder)),
    leftovers: files.filter((path) => path.includes('.new-')),
    controlPlainText: beginsPlain(controlFilePath(dir)),
  };
}

/** Whether folders of tenants are here. */
export function holdsFolders(dir: string): boolean {
  return existsSync(dir) && foldersIn(dir).some((folder) => /^t[0-9a-f]{32}$/.test(folder));
}

function foldersIn(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function filesIn(dir: string, folder: string): string[] {
  const path = folder === '_control' ? controlFolder(dir) : join(dir, folder);
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${folder}/${entry.name}`);
}

/** What others can reach: nothing below a folder that they may not enter. */
function loosePaths(dir: string, folders: readonly string[], files: readonly string[]): string[] {
  if (!isLoose(dir)) return [];
  const open = folders.filter((folder) => isLoose(join(dir, folder)));
  const inOpen = files.filter((path) => open.some((folder) => path.startsWith(`${folder}/`)));
  return ['.', ...open, ...inOpen.filter((path) => isLoose(join(dir, path)))];
}

function isLoose(path: string): boolean {
  // A write-ahead log may go away while we look.
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & 0o077) !== 0;
}

/** The hard limit counts: Node raises the soft one to it by itself. Only Linux tells (proc(5)). */
function openFilesLimit(pid: number | undefined): number | null {
  for (const who of [...(pid === undefined ? [] : [`${pid}`]), 'self']) {
    try {
      const limits = readFileSync(`/proc/${who}/limits`, 'utf8');
      const hard = /^Max open files\s+\S+\s+(\S+)/m.exec(limits)?.[1];
      if (hard) return hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard);
    } catch {
      // Another user's process, or another system.
    }
  }
  return null;
}
