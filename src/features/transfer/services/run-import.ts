import type { ChatMessageId, ImportId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { changeImport, endImport, importById } from '../queries/import-rows.ts';
import { jobs, nextStep } from './transfer-jobs.ts';

/** Why a table is not brought in or forgotten (any more). */
export type TapRefusal = 'running' | 'done' | 'gone';

/** Begins to bring a table in; `shownAt` is the message that will tell how far it is. */
export async function startImport(
  tx: Tx,
  id: ImportId,
  shownAt: ChatMessageId,
  services: Services,
): Promise<Result<{ readonly rows: number }, TapRefusal>> {
  const ready = await readyImport(tx, id);
  if (!ready.ok) return ready;
  await changeImport(tx, id, { state: 'running', chat_message_id: shownAt });
  await nextStep(tx, jobs.read, id, services.clock.now());
  return ready;
}

/** Forgets a table. */
export async function dropImport(
  tx: Tx,
  id: ImportId,
  services: Services,
): Promise<Result<object, TapRefusal>> {
  const ready = await readyImport(tx, id);
  if (ready.ok) await endImport(tx, id, 'dropped', services.clock.now());
  return ready;
}

async function readyImport(
  tx: Tx,
  id: ImportId,
): Promise<Result<{ readonly rows: number }, TapRefusal>> {
  const brought = await importById(tx, id);
  switch (brought?.state) {
    case 'ready':
      return { ok: true, rows: brought.rows };
    case 'running':
      return refuse('running');
    case 'done':
      return refuse('done');
    case 'checking':
    case 'dropped':
    case undefined:
      return refuse('gone');
  }
}
