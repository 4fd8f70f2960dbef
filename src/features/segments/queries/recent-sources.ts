import { sql } from 'kysely';
import type { Reader } from '#src/storage/reader.ts';

/** So many of the newest fans are looked at: all of them would take too long. */
const newest = 1_000;

/** The links by which the newest fans came, the most frequent first; at most `most`, long ones left out. */
export async function recentSources(reader: Reader, most: number): Promise<string[]> {
  const fans = reader.db.selectFrom('fan').select('source').orderBy('id', 'desc').limit(newest);
  const rows = await reader.db
    .selectFrom(fans.as('newest'))
    .select('source')
    .where('source', 'is not', null)
    // The callback data of a button has 64 bytes.
    .where(sql<boolean>`length(source) <= 24`)
    .groupBy('source')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('source')
    .limit(most)
    .execute();
  return rows.flatMap(({ source }) => (source === null ? [] : [source]));
}
