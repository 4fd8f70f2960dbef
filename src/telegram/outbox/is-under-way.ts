import { sql } from 'kysely';
import type { Reader } from '#src/storage/reader.ts';

/** Whether a row of this kind, for which `which` holds, is in a call (or was left in one by an earlier process). */
export async function isUnderWay(
  reader: Reader,
  kind: string,
  which: (ref: Readonly<Record<string, unknown>>) => boolean,
): Promise<boolean> {
  const rows = await reader.db
    .selectFrom('outbox')
    .select('ref')
    .where('state', '=', sql.lit('sending'))
    .where('kind', '=', kind)
    .execute();
  return rows.some(({ ref }) => which(JSON.parse(ref ?? '{}')));
}
