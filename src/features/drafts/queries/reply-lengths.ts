import { sql } from 'kysely';
import type { Reader } from '#src/storage/reader.ts';

/** How long the creator's replies mostly are, in characters. */
export interface ReplyLengths {
  readonly p10: number;
  readonly p90: number;
}

/** So many of the newest messages are looked at, and fewer replies than this tell nothing. */
const newest = 600;
const fewest = 20;

/** The 10th and 90th percentile of the lengths of the newest replies that people wrote; null where there are too few. */
export async function replyLengths(reader: Reader): Promise<ReplyLengths | null> {
  const messages = reader.db
    .selectFrom('message')
    .select(['direction', 'actor', 'kind', sql<number>`length(text)`.as('length')])
    .orderBy('id', 'desc')
    .limit(newest);
  const rows = await reader.db
    .selectFrom(messages.as('newest'))
    .select('length')
    .where('direction', '=', 'out')
    .where('actor', 'in', ['creator', 'member'])
    .where('kind', '=', 'text')
    .orderBy('length')
    .execute();
  if (rows.length < fewest) return null;
  const at = (share: number) => rows[Math.floor(share * (rows.length - 1))]?.length ?? 0;
  return { p10: at(0.1), p90: at(0.9) };
}
