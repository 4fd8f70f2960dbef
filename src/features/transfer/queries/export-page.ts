import { longQuery } from '#src/storage/long-query.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { ExportedField } from '../rules/exported-fan.ts';
import type { ExportPage, ExportProgress } from '../rules/export-progress.ts';
import { csvHead, csvLines } from '../rules/fans-csv.ts';
import { jsonLines } from '../rules/fans-json-lines.ts';
import { packPiece } from '../rules/zip.ts';
import { exportedFans } from './exported-fans.ts';

/** Fans that are read together; a page ends when it has so many, or so many characters. */
const fansAtOnce = 100;
const fansInPage = 1_000;
const pageLength = 1_000_000;

/** The next fans of an export, packed. */
export const exportPage = longQuery(
  import.meta.url,
  'exportPage',
  async (
    reader: Reader,
    { progress, fields }: { readonly progress: ExportProgress; readonly fields: ExportedField[] },
  ): Promise<ExportPage> => {
    const { file, zip } = progress;
    let { after } = progress;
    let text = file === 'csv' && !zip.open ? csvHead(fields) : '';
    let count = 0;
    let more = true;
    while (more && count < fansInPage && text.length < pageLength) {
      const fans = await exportedFans(reader, after, fansAtOnce);
      text += file === 'csv' ? csvLines(fans, fields) : jsonLines(fans, fields);
      count += fans.length;
      after = fans.at(-1)?.id ?? after;
      more = fans.length === fansAtOnce;
    }
    return { piece: packPiece(text, zip.open?.crc ?? 0), fans: count, after, more };
  },
);
