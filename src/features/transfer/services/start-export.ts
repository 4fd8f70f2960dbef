import type { UserId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { allFields } from '#src/features/memory/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { anyExportRuns, anyFan, insertExport } from '../queries/export-rows.ts';
import { jobs, nextStep } from './transfer-jobs.ts';

/** Why nothing is exported: it is under way already, or there is nobody. */
export type ExportRefusal = 'running' | 'nobody';

/** Has everything written into a file, which then comes to this person's private chat. */
export async function startExport(
  tx: Tx,
  userId: UserId,
  services: Services,
): Promise<Result<object, ExportRefusal>> {
  if (await anyExportRuns(tx)) return refuse('running');
  if (!(await anyFan(tx))) return refuse('nobody');
  const now = services.clock.now();
  const fields = (await allFields(tx)).map(({ id, name }) => ({ id, name }));
  await nextStep(tx, jobs.export, await insertExport(tx, { userId, fields }, now), now);
  return { ok: true };
}
