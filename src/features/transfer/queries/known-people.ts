import { type RawBuilder, sql } from 'kysely';
import type { FanId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { KnownPeople } from '../rules/checked-table.ts';
import type { Who } from '../rules/read-row.ts';

/** Which of these people have written already. A handle that no fan has (any more) means the fan who gave it up last. */
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
  // Of several with one handle the one seen last has it.
  const now = new Map(byHandle.map(({ id, handle }) => [handle, id]));
  const former = await formerlyCalled(
    reader,
    handles.filter((handle) => !now.has(handle)),
  );
  return {
    byId: new Map(byId.map(({ id, user_id }) => [user_id, id])),
    byHandle: new Map([...now, ...former.map(({ id, was }) => [was, id] as const)]),
    renamed: new Map(former.map(({ was, username }) => [was, username])),
  };
}

/** Fans who had one of these handles before, in the order in which they gave it up. */
async function formerlyCalled(reader: Reader, handles: readonly string[]) {
  if (handles.length === 0) return [];
  return await reader.db
    .selectFrom('former_handle')
    .innerJoin('fan', 'fan.id', 'former_handle.fan_id')
    .select(['fan.id', 'fan.username', 'former_handle.handle as was'])
    .where('former_handle.handle', 'in', listed(handles))
    .orderBy('former_handle.left_at')
    .execute();
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
