import type { FanId, UserId } from '#src/core/ids.ts';
import {
  type Fan,
  fanByFormerHandle,
  fanByHandle,
  fanByUser,
  fansByIds,
} from '#src/features/fans/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { rankNames, typedHandle, typedNameWords } from '../rules/names.ts';
import { fansByNameWords } from '../queries/name-rows.ts';
import { staleNames } from '../queries/stale-rows.ts';

/** So many are offered to choose from. */
export const mostFans = 6;

/** New and renamed fans whose names are not indexed yet; more are not looked at. */
const mostStale = 200;

/**
 * The fans that somebody may mean by a typed Telegram id, @handle or beginnings of the words of a name, best first, six at
 * most. An id or a handle that is known means that fan alone. A handle that nobody has (any more) means who had it before.
 */
export async function resolveFan(reader: Reader, typed: string): Promise<Fan[]> {
  const found = await fansCalled(reader, typed);
  if (found.length > 0) return found;
  const handle = typedHandle(typed);
  const former = handle === undefined ? undefined : await fanByFormerHandle(reader, handle);
  return former ? [former] : [];
}

async function fansCalled(reader: Reader, typed: string): Promise<Fan[]> {
  const wanted = typed.trim();
  const exact = (await byId(reader, wanted)) ?? (await byHandle(reader, wanted));
  if (exact && /^[#@]|^\d+$/u.test(wanted)) return [exact];
  const words = typedNameWords(wanted);
  if (words.length === 0) return exact ? [exact] : [];
  const ids = new Set<FanId>([
    ...(await fansByNameWords(reader, words)),
    ...(await staleNames(reader, mostStale)),
  ]);
  if (exact) ids.delete(exact.id);
  const ranked = rankNames(await fansByIds(reader, [...ids]), words);
  return [...(exact ? [exact] : []), ...ranked].slice(0, mostFans);
}

async function byId(reader: Reader, wanted: string): Promise<Fan | undefined> {
  const id = /^#?(\d{1,15})$/u.exec(wanted)?.[1];
  return id === undefined ? undefined : await fanByUser(reader, Number(id) as UserId);
}

async function byHandle(reader: Reader, wanted: string): Promise<Fan | undefined> {
  const handle = typedHandle(wanted);
  return handle === undefined ? undefined : await fanByHandle(reader, handle);
}
