import type { FanId } from '#src/core/ids.ts';
import {
  appendPiece,
  beginEntry,
  emptyZip,
  endEntry,
  endZip,
  type PackedPiece,
  type Zip,
} from './zip.ts';

/** The two files of an export, in their order. */
export type ExportFile = 'csv' | 'jsonl';

/** How far an export is. */
export interface ExportProgress {
  readonly file: ExportFile;
  /** The last fan in that file. */
  readonly after: FanId;
  /** Fans in the table so far. */
  readonly fans: number;
  /** The zip that is being written, counted from 1: a large export has several. */
  readonly part: number;
  readonly zip: Zip;
}

/** The next fans of a file, packed; `more` when others follow. */
export interface ExportPage {
  readonly piece: PackedPiece;
  readonly fans: number;
  readonly after: FanId;
  readonly more: boolean;
}

/** What a page makes of an export: bytes for the zip, and whether that is full, or everything is done. */
export interface ExportStep {
  readonly bytes: Uint8Array;
  readonly progress: ExportProgress;
  readonly then: 'go-on' | 'next-part' | 'done';
}

/** Before the first page. */
export const firstProgress: ExportProgress = {
  file: 'csv',
  after: 0 as FanId,
  fans: 0,
  part: 1,
  zip: emptyZip,
};

/** Telegram gives bots files of at most 20 MB (Bot API, getFile), so that larger ones could not be imported. */
const largestPart = 18_000_000;

/** Puts the next page into the zip. `now` in epoch ms. */
export function writePage(
  before: ExportProgress,
  page: ExportPage,
  now: number,
  largest = largestPart,
): ExportStep {
  const pieces: Uint8Array[] = [];
  let { zip } = before;
  const take = (step: { readonly zip: Zip; readonly bytes: Uint8Array }) => {
    pieces.push(step.bytes);
    zip = step.zip;
  };
  const ending = before.part === 1 ? '' : `-${before.part}`;
  if (!zip.open) take(beginEntry(zip, `fans${ending}.${before.file}`, now));
  take(appendPiece(zip, page.piece));
  const isDone = !page.more && before.file === 'jsonl';
  const isFull = zip.size >= largest && !isDone;
  if (!page.more || isFull) take(endEntry(zip));
  if (isDone || isFull) take(endZip(zip, now));
  const goesOn: Pick<ExportProgress, 'file' | 'after'> = page.more
    ? { file: before.file, after: page.after }
    : { file: 'jsonl', after: 0 as FanId };
  return {
    bytes: Buffer.concat(pieces),
    progress: {
      ...goesOn,
      fans: before.fans + (before.file === 'csv' ? page.fans : 0),
      part: before.part + (isFull ? 1 : 0),
      zip: isFull ? emptyZip : zip,
    },
    then: isDone ? 'done' : isFull ? 'next-part' : 'go-on',
  };
}
