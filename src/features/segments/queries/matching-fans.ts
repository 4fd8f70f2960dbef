import { sql } from 'kysely';
import type { FanId } from '#src/core/ids.ts';
import { longQuery } from '#src/storage/long-query.ts';
import type { Reader } from '#src/storage/reader.ts';
import { complement, type FanSet, idsIn, intersect, noFans, sizeOf } from '../rules/fan-set.ts';
import { type Filter, isCondition } from '../rules/filter.ts';
import type { Moment } from '../rules/moment.ts';
import { conditionFans, isRowCondition } from './condition-fans.ts';
import { everyFan, factFans, goneFans } from './fact-fans.ts';
import { type Fact, factOf } from './fact-of.ts';

/** How many fans a filter means. Deleted accounts are never meant. */
export const countFans = longQuery(
  import.meta.url,
  'countFans',
  async (reader: Reader, { filter, moment }: { filter: Filter; moment: Moment }): Promise<number> =>
    sizeOf(await matchingFans(reader, filter, moment)),
);

/** How many fans a filter means, and some of them: who were seen last. */
export const someFans = longQuery(
  import.meta.url,
  'someFans',
  async (
    reader: Reader,
    { filter, moment, limit }: { filter: Filter; moment: Moment; limit: number },
  ): Promise<{ count: number; fans: FanId[] }> => {
    const found = await matchingFans(reader, filter, moment);
    const ids = JSON.stringify(idsIn(found));
    const rows = await reader.db
      .selectFrom('fan')
      .select('id')
      .where('id', 'in', sql<FanId>`(select value from json_each(${ids}))`)
      .orderBy('last_seen_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return { count: sizeOf(found), fans: rows.map(({ id }) => id) };
  },
);

async function matchingFans(reader: Reader, filter: Filter, moment: Moment): Promise<FanSet> {
  const found = await evaluate(reader, { filter, negated: false }, moment);
  const living = intersect(found, complement(await goneFans(reader)));
  return living.except ? intersect(living, await everyFan(reader)) : living;
}

/** A filter as it stands or turned round. */
interface Part {
  readonly filter: Filter;
  readonly negated: boolean;
}

async function evaluate(
  reader: Reader,
  { filter, negated }: Part,
  moment: Moment,
): Promise<FanSet> {
  if (isCondition(filter)) return await meetingAll(reader, [{ filter, negated }], moment);
  if ('not' in filter) {
    return await evaluate(reader, { filter: filter.not, negated: !negated }, moment);
  }
  const all = 'all' in filter;
  // One of them holds where not all of them fail.
  const together = all !== negated;
  const turned = together ? negated : !negated;
  const parts = (all ? filter.all : filter.any).map((part) => ({ filter: part, negated: turned }));
  const meeting = await meetingAll(reader, parts, moment);
  return together ? meeting : complement(meeting);
}

/** Who meets all parts. What is asked of one table is asked at once. */
async function meetingAll(reader: Reader, parts: readonly Part[], moment: Moment): Promise<FanSet> {
  const facts = { fan: [] as Fact[], fan_activity: [] as Fact[] };
  let found = complement(noFans);
  for (const part of parts.map(unwrapped)) {
    const { filter, negated } = part;
    if (!isCondition(filter)) {
      found = intersect(found, await evaluate(reader, part, moment));
    } else if (isRowCondition(filter)) {
      const meeting = await conditionFans(reader, filter, moment);
      found = intersect(found, negated ? complement(meeting) : meeting);
    } else {
      const fact = factOf(filter, moment.now);
      facts[fact.table].push({ ...fact, negated: fact.negated !== negated });
    }
  }
  for (const some of Object.values(facts)) {
    if (some.length > 0) found = intersect(found, await factFans(reader, some));
  }
  return found;
}

function unwrapped({ filter, negated }: Part): Part {
  return 'not' in filter
    ? unwrapped({ filter: filter.not, negated: !negated })
    : { filter, negated };
}
