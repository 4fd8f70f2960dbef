import { unzipSync } from 'fflate';
import { refuse, type Result } from '#src/core/result.ts';

/** A table that unpacks to more than this is refused. */
const largestTable = 64 * 1024 * 1024;

/** The first table in a zip, as `/export` makes them; any other file as it is. `spreadsheet`: a zip without a table. */
export function unpack(file: Uint8Array): Result<{ table: Uint8Array }, 'spreadsheet'> {
  if (file[0] !== 0x50 || file[1] !== 0x4b) return { ok: true, table: file };
  let chosen = false;
  try {
    const [table] = Object.values(
      unzipSync(file, {
        filter({ name, originalSize }) {
          if (chosen || !name.toLowerCase().endsWith('.csv')) return false;
          chosen = true;
          return originalSize <= largestTable;
        },
      }),
    );
    return table ? { ok: true, table } : refuse('spreadsheet');
  } catch {
    return refuse('spreadsheet');
  }
}
