import { type RawBuilder, sql } from 'kysely';
import type { FanId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { KnownPeople } from '../rules/checked-table.ts';
import type { Who } from '../rules/read-row.ts';

/** Which of these people have written already. */
export async function knownPeople(reader: Reader, people: readonly Who[]): Promise<KnownPeople> {
  const ids = people.flatMap((who) => ('userId' in who ? [who.userId] : []));
  const handles = people.flatMap((who) => ('handle' in who ? [who.handle] : []));
  const byId = await reader.db
    .selectFrom('fan')
    .select(['id', 'user_id'])
    .where('user_id', 'in', listed(ids))
    .execute();
  const byHandle = await reader.db
    .selectFrom('fan')
    .select(['id', sql<string>`lower(username)`.as('handle')])
    .where('username', 'is not', null)
    .where(sql<string>`lower(username)`, 'in', listed(handles))
    .orderBy('last_seen_at')
    .execute();
  return {
    byId: new Map(byId.map(({ id, user_id }) => [user_id, id])),
    // Of several with one handle the one seen last has it.
    byHandle: new Map(byHandle.map(({ id, handle }) => [handle, id])),
  };
}

/** Whether a fan has a note with exactly this text. */
export async function hasNote(reader: Reader, fanId: FanId, text: string): Promise<boolean> {
  const row = await reader.db
    .selectFrom('note')
    .select('id')
    .where('fan_id', '=', fanId)
    .where('text', '=', text)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Values as one parameter, so that a list of any length is the same statement. */
export function listed<Value extends number | string>(values: readonly Value[]): RawBuilder<Value> {
  return sql<Value>`(select value from json_each(${JSON.stringify(values)}))`;
}
