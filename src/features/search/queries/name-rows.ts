import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { FanId } from '#src/core/ids.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import type { TenantTables } from '#src/storage/tenant-tables.ts';

const removal = statement((db, given: { fanId: FanId }) =>
  db.deleteFrom('search_name').where('fan_id', '=', given.fanId),
);
const insertion = statement((db, given: { fanId: FanId; word: string }) =>
  db.insertInto('search_name').values({ word: given.word, fan_id: given.fanId }),
);

/** Puts these words in place of those by which a fan was found. */
export async function replaceNameWords(
  tx: Tx,
  fanId: FanId,
  words: readonly string[],
): Promise<void> {
  await removal.run(tx, { fanId });
  for (const word of words) await insertion.run(tx, { fanId, word });
}

/** Rows that a count looks at: enough to tell a rare word from a common one. */
const countedUpTo = 500;

/** Whole names are looked for first, among those who came last; then beginnings. */
const limits = { whole: 60, beginning: 60 } as const;

/** Fans in whose names something begins with each of these words, some 120 at most; many more may be. */
export async function fansByNameWords(reader: Reader, words: readonly string[]): Promise<FanId[]> {
  const [first, ...others] = await rarestFirst(reader, words);
  if (first === undefined) return [];
  const matching = () =>
    reader.db
      .selectFrom('search_name')
      .select('fan_id')
      .where((eb) => eb.and(others.map((word) => hasWord(eb, word))));
  const whole = await matching()
    .where('word', '=', first)
    .orderBy('fan_id', 'desc')
    .limit(limits.whole)
    .execute();
  const begun = await matching()
    .where('word', '>', first)
    .where('word', '<', afterAll(first))
    .limit(limits.beginning)
    .execute();
  return [...new Set([...whole, ...begun].map((row) => row.fan_id))];
}

/** The word that the fewest names begin with is looked up; the others are checked there. */
async function rarestFirst(reader: Reader, words: readonly string[]): Promise<string[]> {
  if (words.length < 2) return [...words];
  const counted: { word: string; count: number }[] = [];
  for (const word of words) {
    const { count } = await reader.db
      .selectFrom((eb) =>
        eb
          .selectFrom('search_name')
          .select('fan_id')
          .where('word', '>=', word)
          .where('word', '<', afterAll(word))
          .limit(countedUpTo)
          .as('some'),
      )
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counted.push({ word, count });
  }
  return counted.toSorted((a, b) => a.count - b.count).map(({ word }) => word);
}

function hasWord(eb: ExpressionBuilder<TenantTables, 'search_name'>, word: string) {
  return eb.exists(
    eb
      .selectFrom('search_name as other')
      .select(sql<SqlBool>`1`.as('one'))
      .whereRef('other.fan_id', '=', 'search_name.fan_id')
      .where('other.word', '>=', word)
      .where('other.word', '<', afterAll(word)),
  );
}

/** Comes after every text that begins with this word, in the order of code points (SQLite's BINARY). */
function afterAll(word: string): string {
  return `${word}\u{10ffff}`;
}
