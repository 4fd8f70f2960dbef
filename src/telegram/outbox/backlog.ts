import { sql } from 'kysely';
import type { Reader } from '#src/storage/reader.ts';

/** Since when the oldest work waits (epoch ms); null when none does. */
export interface Backlog {
  /** When the oldest update that is not handled came in. */
  readonly oldestUpdateAt: number | null;
  /** When the oldest outbox row whose time has come was written. */
  readonly oldestRowAt: number | null;
}

/** The oldest work that waits; rows put in for later do not count before their time. `now` in epoch ms. */
export async function backlogOf(reader: Reader, now: number): Promise<Backlog> {
  const update = await reader.db
    .selectFrom('stored_update')
    .select((of) => of.fn.min('received_at').as('at'))
    .where('state', '=', sql.lit('waiting'))
    .executeTakeFirst();
  const row = await reader.db
    .selectFrom('outbox')
    .select((of) => of.fn.min('created_at').as('at'))
    .where('state', '=', sql.lit('queued'))
    .where('not_before', '<=', now)
    .executeTakeFirst();
  return { oldestUpdateAt: update?.at ?? null, oldestRowAt: row?.at ?? null };
}
