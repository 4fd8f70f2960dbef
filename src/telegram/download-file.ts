import type { Api } from 'grammy';
import { request } from 'undici';
import { callApi } from '#src/telegram/api-client.ts';
import type { SendOutcome } from '#src/telegram/send-outcome.ts';

/** Telegram gives bots files of up to 20 MB (Bot API, getFile). */
export const largestDownload = 20 * 1024 * 1024;

/** The bytes of a file: the result of the outbox method `downloadFile`. */
export interface Downloaded {
  readonly bytes: Uint8Array;
}

/** How long the bytes may take. */
const timeoutMs = 60_000;

/**
 * Fetches the bytes of a file that somebody sent: getFile, then the download itself. Never throws: whatever happened is an
 * outcome. The URL carries the token and goes nowhere else.
 */
export async function downloadFile(
  api: Api,
  apiRoot: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<SendOutcome> {
  const found = await callApi(api, 'getFile', { file_id: payload['file_id'] });
  if (found.outcome !== 'ok') return found;
  const { file_path: path } = found.result as { file_path?: string };
  if (path === undefined) return refused('Telegram named no path');
  try {
    const url = `${apiRoot.replace(/\/+$/, '')}/file/bot${api.token}/${path}`;
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await request(url, { signal });
    if (response.statusCode !== 200) {
      await response.body.dump();
      return refused(`HTTP ${response.statusCode} for the file`);
    }
    const bytes = await boundedBytes(response.body);
    return bytes ? { outcome: 'ok', result: { bytes } } : refused('the file is too big');
  } catch {
    return { outcome: 'transient', code: null, description: 'the file could not be fetched' };
  }
}

async function boundedBytes(body: AsyncIterable<Buffer>): Promise<Uint8Array | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > largestDownload) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function refused(description: string): SendOutcome {
  return { outcome: 'refused', failure: { reason: 'media-refused', code: null, description } };
}
