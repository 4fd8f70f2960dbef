import type { Reader } from '#src/storage/reader.ts';
import type { Span, TopFan } from '../insight.ts';

const dayMs = 86_400_000;

/**
 * The fans who wrote most in a period, most first, and how many messages came from all. Counts are kept by days in UTC, so
 * the period's first and last hours are those of whole days there.
 */
export async function topFans(
  reader: Reader,
  { since, until }: Pick<Span, 'since' | 'until'>,
  limit: number,
): Promise<{ fans: TopFan[]; all: number }> {
  const [from, to] = [Math.floor(since / dayMs), Math.floor(until / dayMs)];
  const most = await reader.db
    .selectFrom('fan_day')
    .select((db) => ['fan_id', db.fn.sum<number>('in_count').as('count')])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('fan_id')
    .having((db) => db.fn.sum('in_count'), '>', 0)
    .orderBy('count', 'desc')
    .orderBy('fan_id')
    .limit(limit)
    .execute();
  const all = await reader.db
    .selectFrom('fan_day')
    .select((db) => db.fn.sum<number | null>('in_count').as('count'))
    .where('day', '>=', from)
    .where('day', '<=', to)
    .executeTakeFirst();
  if (most.length === 0) return { fans: [], all: 0 };
  const people = await reader.db
    .selectFrom('fan')
    .select([
      'id',
      'user_id as userId',
      'first_name as firstName',
      'last_name as lastName',
      'username',
    ])
    .where(
      'id',
      'in',
      most.map(({ fan_id }) => fan_id),
    )
    .execute();
  const fans = most.flatMap(({ fan_id, count }) => {
    const person = people.find(({ id }) => id === fan_id);
    return person ? [{ ...person, count }] : [];
  });
  return { fans, all: all?.count ?? 0 };
}
