import { sql } from 'kysely';
import { typedNameWords } from '#src/features/search/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { complement, type FanSet, fanSetOf, intersect, noFans } from '../rules/fan-set.ts';
import { isCalled } from '../rules/name-words.ts';
import { ids, setOf } from './ids-of.ts';

/**
 * Fans of whose name or handle some word begins with each word of a text: by the words that search knows of names, in which a
 * beginning is one stretch of an index; and of who is new or renamed and not there yet by the name itself.
 */
export async function namedFans(reader: Reader, text: string): Promise<FanSet> {
  const words = typedNameWords(text);
  let found = words.length === 0 ? noFans : complement(noFans);
  for (const word of words) {
    const begun = reader.db
      .selectFrom('search_name')
      .select(ids('fan_id'))
      .where('word', '>=', word)
      // Comes after every text that begins with the word, in the order of code points (SQLite's BINARY).
      .where('word', '<', `${word}\u{10ffff}`);
    found = intersect(found, await setOf(begun));
  }
  const late = await reader.db
    .selectFrom('search_stale')
    .innerJoin('fan', 'fan.id', 'search_stale.id')
    .select(['fan.id', 'first_name as firstName', 'last_name as lastName', 'username'])
    .where('search_stale.kind', '=', sql.lit('name'))
    .execute();
  if (late.length === 0) return found;
  const called = Map.groupBy(late, (fan) => isCalled(fan, text));
  const those = (yes: boolean) => {
    const fans = called.get(yes) ?? [];
    return fanSetOf(fans.map(({ id }) => id).join(',') || null);
  };
  const others = complement(intersect(found, complement(those(false))));
  return complement(intersect(others, complement(those(true))));
}
