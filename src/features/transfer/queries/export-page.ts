import type { DraftId, FanId, MessageId } from '#src/core/ids.ts';
import { longQuery } from '#src/storage/long-query.ts';
import type { Reader } from '#src/storage/reader.ts';
import { draftLines } from '../rules/exported-draft.ts';
import type { ExportedField } from '../rules/exported-fan.ts';
import { messageLines } from '../rules/exported-message.ts';
import { receiptLines } from '../rules/exported-receipt.ts';
import type { ExportPage, ExportProgress } from '../rules/export-progress.ts';
import { csvHead, csvLines } from '../rules/fans-csv.ts';
import { jsonLines } from '../rules/fans-json-lines.ts';
import { packPiece } from '../rules/zip.ts';
import { exportedDrafts } from './exported-drafts.ts';
import { exportedFans } from './exported-fans.ts';
import { exportedMessages } from './exported-messages.ts';
import { exportedReceipts } from './exported-receipts.ts';

/** Rows that are read together; a page ends when it has so many, or so many characters. */
const fansAtOnce = 100;
const fansInPage = 1_000;
const messagesAtOnce = 500;
const linesInPage = 5_000;
const draftsAtOnce = 200;
const receiptsAtOnce = 500;
const pageLength = 1_000_000;

/** What a page is made of. */
export interface PageWanted {
  readonly progress: ExportProgress;
  readonly fields: ExportedField[];
  /** The whole of a small file that was read before; null for those that are read here. */
  readonly text: string | null;
}

/** The next page of an export, packed. */
export const exportPage = longQuery(
  import.meta.url,
  'exportPage',
  async (reader: Reader, { progress, fields, text }: PageWanted): Promise<ExportPage> => {
    const page =
      text !== null
        ? { text, fans: 0, after: 0, more: false }
        : await bigPage(reader, progress, fields);
    const { text: lines, ...rest } = page;
    return { piece: packPiece(lines, progress.zip.open?.crc ?? 0), ...rest };
  },
);

type Page = Omit<ExportPage, 'piece'> & { readonly text: string };

async function bigPage(
  reader: Reader,
  progress: ExportProgress,
  fields: ExportedField[],
): Promise<Page> {
  const { file } = progress;
  if (file === 'messages.jsonl') {
    return await linesPage(progress, messagesAtOnce, async (after) => {
      const messages = await exportedMessages(reader, after as MessageId, messagesAtOnce);
      return { rows: messages, text: messageLines(messages) };
    });
  }
  if (file === 'drafts.jsonl') {
    return await linesPage(progress, draftsAtOnce, async (after) => {
      const drafts = await exportedDrafts(reader, after as DraftId, draftsAtOnce);
      return { rows: drafts, text: draftLines(drafts) };
    });
  }
  if (file === 'receipts.jsonl') {
    return await linesPage(progress, receiptsAtOnce, async (after) => {
      const receipts = await exportedReceipts(reader, after, receiptsAtOnce);
      return { rows: receipts, text: receiptLines(receipts) };
    });
  }
  return await fanPage(reader, progress, fields);
}

async function fanPage(
  reader: Reader,
  { file, zip, after: first }: ExportProgress,
  fields: ExportedField[],
): Promise<Page> {
  const isTable = file === 'fans.csv';
  let after = first as FanId;
  let text = isTable && !zip.open ? csvHead(fields) : '';
  let count = 0;
  let more = true;
  while (more && count < fansInPage && text.length < pageLength) {
    const fans = await exportedFans(reader, after, fansAtOnce);
    text += isTable ? csvLines(fans, fields) : jsonLines(fans, fields);
    count += fans.length;
    after = fans.at(-1)?.id ?? after;
    more = fans.length === fansAtOnce;
  }
  return { text, fans: count, after, more };
}

/** One page of a file with one line for each row, in the order of their ids. */
async function linesPage(
  { after: first }: ExportProgress,
  atOnce: number,
  read: (after: number) => Promise<{ rows: readonly { readonly id: number }[]; text: string }>,
): Promise<Page> {
  let after = first;
  let text = '';
  let count = 0;
  let more = true;
  while (more && count < linesInPage && text.length < pageLength) {
    const { rows, text: lines } = await read(after);
    text += lines;
    count += rows.length;
    after = rows.at(-1)?.id ?? after;
    more = rows.length === atOnce;
  }
  return { text, fans: 0, after, more };
}
