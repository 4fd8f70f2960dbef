import { type Api, InputFile } from 'grammy';
import { errorCode } from '#src/core/error-code.ts';
import type { OutboxFileId, TenantId } from '#src/core/ids.ts';
import type { TenantStore } from '#src/storage/tenant-store.ts';
import { callApi } from '#src/telegram/api-client.ts';
import { downloadFile } from '#src/telegram/download-file.ts';
import { filesOf, pieceOf } from '#src/telegram/outbox/file-queries.ts';
import { fileRefsIn, mapFileRefs } from '#src/telegram/outbox/file-ref.ts';
import type { Claimed } from '#src/telegram/outbox/sender-parts.ts';
import type { SendOutcome } from '#src/telegram/send-outcome.ts';

/**
 * Makes a claimed call. Stored files that its payload refers to are uploaded with it; they are read in pieces meanwhile.
 * The method `downloadFile` with a `file_id` is ours: it fetches a file, and its result is `Downloaded`. Never throws:
 * whatever happened is an outcome.
 */
export async function callWithFiles(
  api: Api,
  { row, call }: Pick<Claimed, 'row' | 'call'>,
  from: {
    readonly store: TenantStore;
    readonly tenantId: TenantId;
    /** Where the Bot API is, and with it the files. */
    readonly apiRoot: string;
  },
): Promise<SendOutcome> {
  if (call.method === 'downloadFile') return await downloadFile(api, from.apiRoot, call.payload);
  const wanted = fileRefsIn(call.payload);
  if (wanted.length === 0) return await callApi(api, call.method, call.payload);
  let names: Map<number, string>;
  try {
    const files = await from.store.read(from.tenantId, (reader) => filesOf(reader, row.id));
    names = new Map(files.map(({ id, name }) => [id, name]));
  } catch (error) {
    return { outcome: 'transient', code: null, description: errorCode(error) };
  }
  if (wanted.some((id) => !names.has(id))) {
    const description = 'the file to upload is gone';
    return { outcome: 'refused', failure: { reason: 'media-refused', code: null, description } };
  }
  const payload = mapFileRefs(
    call.payload,
    ({ $file }) => new InputFile(piecesOf($file as OutboxFileId, from), names.get($file)),
  );
  return await callApi(api, call.method, payload);
}

async function* piecesOf(
  id: OutboxFileId,
  from: { readonly store: TenantStore; readonly tenantId: TenantId },
): AsyncGenerator<Uint8Array> {
  for (let place = 0; ; place += 1) {
    const bytes = await from.store.read(from.tenantId, (reader) => pieceOf(reader, id, place));
    if (!bytes) return;
    yield bytes;
  }
}
