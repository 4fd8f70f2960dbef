import { sql } from 'kysely';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { TenantTables } from '#src/storage/tenant-tables.ts';

// The one place that speaks the full-text language of SQLite (sqlite.org/fts5.html); another engine has its own here. What
// takes texts out of the index stands beside the tables, as triggers of the migration create_search.

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    search_index: SearchIndexTable;
    search_index_docsize: { id: number };
  }
}

/** Words and where they stand; the texts themselves are not kept. */
interface SearchIndexTable {
  rowid: number;
  words: string;
}

/** What a text must hold: these words next to each other; of the last one perhaps only the beginning is given. */
export interface TextTerm {
  readonly words: readonly string[];
  readonly beginning: boolean;
}

/** Which part of the index is searched: ids from `from` to `below`, the highest first, `limit` of them. */
export interface TextRange {
  readonly from: number;
  readonly below: number;
  readonly limit: number;
}

/**
 * Pages of 4 KB that merging may write after so many texts were added. In the long run a text is written seven times, once
 * for each level of a million texts, which is 0.1 of a page; what is left over catches up. Far more only hurries: with 32
 * for every 64 texts an index that was behind cost each message 0.13 ms, with this 0.06.
 */
const mergePages = (texts: number) => 4 + Math.ceil(texts / 4);

const selectKnown = statement((db, given: { id: number }) =>
  db.selectFrom('search_index_docsize').select('id').where('id', '=', given.id),
);
const insertion = statement((db, given: { id: number; words: string }) =>
  db.insertInto('search_index').values({ rowid: given.id, words: given.words }),
);

/** Whether the index has a text under this id. */
export async function hasText(reader: Reader, id: number): Promise<boolean> {
  return (await selectKnown.first(reader, { id })) !== undefined;
}

/** Adds the words of a text to the index under an id that it does not have yet (`hasText`). */
export async function addText(tx: Tx, id: number, words: string): Promise<void> {
  await insertion.run(tx, { id, words });
}

/**
 * Tidies a full-text index up a little; to be called after so many texts were added. Left undone, a later step would take long,
 * and whatever is looked for is looked for in many pieces.
 */
export async function tidyTexts(
  tx: Tx,
  texts: number,
  index: keyof TenantTables = 'search_index',
): Promise<void> {
  const name = sql.table(index);
  await sql`insert into ${name} (${name}, rank) values ('merge', ${mergePages(texts)})`.execute(
    tx.db,
  );
}

/** Ids of texts that hold all of these terms, the highest first. No terms: none. */
export async function findTexts(
  reader: Reader,
  terms: readonly TextTerm[],
  { from, below, limit }: TextRange,
): Promise<number[]> {
  const wanted = terms.filter(({ words }) => words.length > 0);
  if (wanted.length === 0) return [];
  const rows = await reader.db
    .selectFrom('search_index')
    .select('rowid')
    .where(sql<boolean>`search_index match ${wanted.map(matchOf).join(' ')}`)
    .where('rowid', '>=', sql.lit(from))
    .where('rowid', '<', sql.lit(below))
    .orderBy('rowid', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ rowid }) => rowid);
}

/** A term as a string of the query language, in which nothing has a meaning but the quote (sqlite.org/fts5.html, 3.1). */
function matchOf({ words, beginning }: TextTerm): string {
  return `"${words.join(' ').replaceAll('"', '""')}"${beginning ? '*' : ''}`;
}
