import type { ChatId, TopicId, UserId } from '#src/core/ids.ts';
import type { Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { insertImport } from '../queries/import-rows.ts';
import { type FileRefusal, isTable, type SentFile } from '../rules/is-table.ts';
import { forgetLater } from './transfer-jobs.ts';

/** The outbox kind of rows that fetch a table. */
export const tableRow = 'import-file';

/** Takes a table: it is fetched and looked at, and what was found is said where it came from. */
export async function bringTable(
  tx: Tx,
  given: {
    readonly by: UserId;
    readonly place: { readonly chatId: ChatId; readonly topicId: TopicId | null };
    readonly file: SentFile & { readonly fileId: string };
  },
  services: Services,
): Promise<Result<object, FileRefusal>> {
  const fit = isTable(given.file);
  if (!fit.ok) return fit;
  const now = services.clock.now();
  const { chatId, topicId } = given.place;
  const importId = await insertImport(
    tx,
    { user_id: given.by, chat_id: chatId, topic_id: topicId },
    now,
  );
  await enqueue(tx, now, {
    kind: tableRow,
    method: 'downloadFile',
    payload: { file_id: given.file.fileId },
    ref: { importId },
    audience: 'bot',
    chatId: null,
    lane: `import/${importId}`,
  });
  await forgetLater(tx, importId, now);
  return { ok: true };
}
