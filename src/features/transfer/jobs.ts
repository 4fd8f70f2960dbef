import type { ExportId, ImportId } from '#src/core/ids.ts';
import type { Job } from '#src/jobs/job.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import type { ExportPage } from './rules/export-progress.ts';
import { type Checking, lookAtTable, sayChecked } from './services/check-table.ts';
import { endWaiting } from './services/forget-waiting.ts';
import { dropImport } from './services/run-import.ts';
import { jobs } from './services/transfer-jobs.ts';
import {
  type NextRows,
  readNextRows,
  stopImport,
  takeRows,
  writeSomeDown,
} from './services/write-down.ts';
import { readNextPage, stopExport, writeNextPage } from './services/write-export.ts';

/** Looks at a table that was brought, and says what is in it. */
export const checkKind: JobKind = {
  kind: jobs.check,
  late: 'once',
  prepare: async (job, preparation) => await lookAtTable(importIdOf(job), preparation),
  async run(tx, job, services, prepared) {
    await sayChecked(tx, importIdOf(job), prepared as Checking, services);
  },
  async onFailed(tx, job, services) {
    await stopImport(tx, importIdOf(job), services);
  },
};

/** Reads the next rows of a table that is brought in. */
export const readKind: JobKind = {
  kind: jobs.read,
  late: 'once',
  prepare: async (job, preparation) => await readNextRows(importIdOf(job), preparation),
  async run(tx, job, services, prepared) {
    await takeRows(tx, importIdOf(job), prepared as NextRows | undefined, services);
  },
  async onFailed(tx, job, services) {
    await stopImport(tx, importIdOf(job), services);
  },
};

/** Writes some of these rows down. */
export const applyKind: JobKind = {
  kind: jobs.apply,
  late: 'once',
  async run(tx, job, services) {
    await writeSomeDown(tx, importIdOf(job), services);
  },
  async onFailed(tx, job, services) {
    await stopImport(tx, importIdOf(job), services);
  },
};

/** Forgets a table that nobody wanted. */
export const forgetKind: JobKind = {
  kind: jobs.forget,
  late: 'once',
  async run(tx, job, services) {
    await dropImport(tx, importIdOf(job), services);
  },
};

/** Forgets rows of imports whose fans did not write in half a year. */
export const endWaitingKind: JobKind = {
  kind: jobs.endWaiting,
  late: 'once',
  run: async (tx, _job, services) => await endWaiting(tx, services),
};

/** Writes the next page of an export into its file. */
export const exportKind: JobKind = {
  kind: jobs.export,
  late: 'once',
  prepare: async (job, preparation) => await readNextPage(exportIdOf(job), preparation),
  async run(tx, job, services, prepared) {
    await writeNextPage(tx, exportIdOf(job), prepared as ExportPage | undefined, services);
  },
  async onFailed(tx, job, services) {
    await stopExport(tx, exportIdOf(job), services);
  },
};

function exportIdOf({ ref }: Job): ExportId {
  return ref['id'] as ExportId;
}

function importIdOf({ ref }: Job): ImportId {
  return ref['id'] as ImportId;
}
