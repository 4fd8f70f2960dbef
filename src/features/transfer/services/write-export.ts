import type { ChatId, ExportId, OutboxFileId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { Tx } from '#src/storage/reader.ts';
import { appendToFile, attachFile } from '#src/telegram/outbox/attach-file.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { type FileRef, fileRef } from '#src/telegram/outbox/file-ref.ts';
import { exportPage } from '../queries/export-page.ts';
import { changeExport, type Export, exportById } from '../queries/export-rows.ts';
import { type ExportPage, type ExportStep, writePage } from '../rules/export-progress.ts';
import { smallFile } from './small-file.ts';
import { jobs, nextStep } from './transfer-jobs.ts';

/** The outbox kind of rows that carry an export. */
export const exportRow = 'export-file';

/** Reads and packs the next page in a thread; undefined when the export does not run. */
export async function readNextPage(
  id: ExportId,
  { read, readLong }: Pick<Preparation, 'read' | 'readLong'>,
): Promise<ExportPage | undefined> {
  const running = await read((reader) => exportById(reader, id));
  if (running?.state !== 'running') return undefined;
  const { progress, fields } = running;
  const text = await read((reader) => smallFile(reader, progress.file));
  return await readLong(exportPage, { progress, fields, text });
}

/** Appends it to the file, together with how far it is; sends that when it is full or has everything. */
export async function writeNextPage(
  tx: Tx,
  id: ExportId,
  page: ExportPage | undefined,
  services: Services,
): Promise<void> {
  const running = await exportById(tx, id);
  if (running?.state !== 'running' || !page) return;
  const now = services.clock.now();
  const step = writePage(running.progress, page, now);
  const file = await append(tx, running, step.bytes, now);
  const isOver = step.then === 'done';
  await changeExport(tx, id, {
    progress: JSON.stringify(step.progress),
    file_id: step.then === 'go-on' ? (file.$file as OutboxFileId) : null,
    ...(isOver ? { state: 'done', finished_at: now } : {}),
  });
  if (step.then !== 'go-on') await sendPart(tx, running, step, file, services);
  if (!isOver) await nextStep(tx, jobs.export, id, now);
}

/** Ends an export that cannot go on, and says so. */
export async function stopExport(tx: Tx, id: ExportId, services: Services): Promise<void> {
  const stopped = await exportById(tx, id);
  if (stopped?.state !== 'running') return;
  await changeExport(tx, id, { state: 'failed', finished_at: services.clock.now() });
  await sayExportFailed(tx, stopped.user_id as number as ChatId, services);
}

/** Says in the private chat that an export failed. */
export async function sayExportFailed(tx: Tx, chatId: ChatId, services: Services): Promise<void> {
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  await enqueue(tx, services.clock.now(), {
    method: 'sendMessage',
    payload: { chat_id: chatId, text: t('transfer-export-failed') },
    audience: 'desk',
    chatId,
  });
}

async function append(
  tx: Tx,
  { file_id: fileId, progress }: Export,
  bytes: Uint8Array,
  now: number,
): Promise<FileRef> {
  if (fileId === null) {
    const name = progress.part === 1 ? 'fanline.zip' : `fanline-${progress.part}.zip`;
    return await attachFile(tx, now, { name, bytes });
  }
  await appendToFile(tx, fileRef(fileId), bytes);
  return fileRef(fileId);
}

async function sendPart(
  tx: Tx,
  { user_id: userId, progress: { part } }: Export,
  { then, progress: { fans } }: ExportStep,
  document: FileRef,
  services: Services,
): Promise<void> {
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  const lines = [
    then === 'done' && t('transfer-exported', { fans }),
    then === 'next-part' && t('transfer-exported-part', { part }),
    then === 'done' && part > 1 && t('transfer-exported-last', { part }),
    then === 'done' && t('transfer-exported-how'),
  ];
  await enqueue(tx, services.clock.now(), {
    kind: exportRow,
    method: 'sendDocument',
    // Everything about everyone: not for the others at the desk.
    payload: {
      chat_id: userId,
      document,
      caption: lines.filter((line) => line !== false).join('\n'),
    },
    audience: 'desk',
    chatId: userId as number as ChatId,
  });
}
