import { longQuery } from '#src/storage/long-query.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Span } from '../insight.ts';
import { spanOfAll } from '../rules/span.ts';

/** The days from the first message, or the first fan, up to `now` (epoch ms): in a thread, since years have many days. */
export const readSpan = longQuery(
  import.meta.url,
  'readSpan',
  async (
    reader: Reader,
    { now, timeZone }: { readonly now: number; readonly timeZone: string },
  ): Promise<Span> => {
    const message = await reader.db
      .selectFrom('quarter')
      .select((db) => db.fn.min<number | null>('at').as('at'))
      .executeTakeFirst();
    const fan = await reader.db
      .selectFrom('fan')
      .select((db) => db.fn.min<number | null>('first_seen_at').as('at'))
      .executeTakeFirst();
    const first = [message?.at, fan?.at].filter((at) => typeof at === 'number');
    return spanOfAll(first.length > 0 ? Math.min(...first) : null, now, timeZone);
  },
);
