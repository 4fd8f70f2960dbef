import {
  appendPiece,
  beginEntry,
  emptyZip,
  endEntry,
  endZip,
  type PackedPiece,
  type Zip,
} from './zip.ts';

/** The files of an export, in their order. */
export const exportFiles = [
  'fans.csv',
  'fans.jsonl',
  'messages.jsonl',
  'drafts.jsonl',
  'receipts.jsonl',
  'segments.jsonl',
  'saved-replies.jsonl',
  'persona.jsonl',
  'faq.jsonl',
  'consents.jsonl',
] as const;

/** One of these files. */
export type ExportFile = (typeof exportFiles)[number];

/** How far an export is. */
export interface ExportProgress {
  readonly file: ExportFile;
  /** The row id of the last fan, message, draft or receipt in that file. */
  readonly after: number;
  /** Fans in the table so far. */
  readonly fans: number;
  /** The zip that is being written, counted from 1: a large export has several. */
  readonly part: number;
  readonly zip: Zip;
}

/** The next lines of a file, packed; `more` when others follow. */
export interface ExportPage {
  readonly piece: PackedPiece;
  /** Fans of whom they are; 0 where they are of something else. */
  readonly fans: number;
  readonly after: number;
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
  file: 'fans.csv',
  after: 0,
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
  if (!zip.open) take(beginEntry(zip, nameIn(before), now));
  take(appendPiece(zip, page.piece));
  const nextFile = exportFiles[exportFiles.indexOf(before.file) + 1];
  const isDone = !page.more && nextFile === undefined;
  const isFull = zip.size >= largest && !isDone;
  if (!page.more || isFull) take(endEntry(zip));
  if (isDone || isFull) take(endZip(zip, now));
  const goesOn: Pick<ExportProgress, 'file' | 'after'> = page.more
    ? { file: before.file, after: page.after }
    : { file: nextFile ?? before.file, after: 0 };
  return {
    bytes: Buffer.concat(pieces),
    progress: {
      ...goesOn,
      fans: before.fans + (before.file === 'fans.csv' ? page.fans : 0),
      part: before.part + (isFull ? 1 : 0),
      zip: isFull ? emptyZip : zip,
    },
    then: isDone ? 'done' : isFull ? 'next-part' : 'go-on',
  };
}

/** What the file is called in its part, so that the parts of one export can lie in one folder. */
function nameIn({ file, part }: ExportProgress): string {
  return part === 1 ? file : file.replace('.', `-${part}.`);
}
