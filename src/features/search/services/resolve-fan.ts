import type { FanId, UserId } from '#src/core/ids.ts';
import {
  type Fan,
  fanByFormerHandle,
  fanByHandle,
  fanByUser,
  fansByIds,
} from '#src/features/fans/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { looksLikeHandle, rankNames, typedHandle, typedNameWords } from '../rules/names.ts';
import { fansByNameWords } from '../queries/name-rows.ts';
import { staleNames } from '../queries/stale-rows.ts';

/** So many are offered to choose from. */
export const mostFans = 6;

/** New and renamed fans whose names are not indexed yet; more are not looked at. */
const mostStale = 200;

/** Whom somebody may mean, best first; `by`: whether they are called so now or one of them had that handle before. */
export interface FoundFans {
  readonly fans: readonly Fan[];
  readonly by: 'now' | 'former';
}

/**
 * The fans that somebody may mean by a typed Telegram id, @handle or beginnings of the words of a name, six at most. An id or
 * a handle that is known means that fan alone. A handle that nobody has (any more) means who had it before: sooner than
 * names that begin so where it can only be a handle, else when there is no such name.
 */
export async function resolveFan(reader: Reader, typed: string): Promise<FoundFans> {
  const wanted = typed.trim();
  const exact = (await byId(reader, wanted)) ?? (await byHandle(reader, wanted));
  if (exact && /^[#@]|^\d+$/u.test(wanted)) return { fans: [exact], by: 'now' };
  const former = exact ? undefined : await byFormerHandle(reader, wanted);
  if (former && looksLikeHandle(wanted)) return { fans: [former], by: 'former' };
  const fans = await fansCalled(reader, wanted, exact);
  return former && fans.length === 0 ? { fans: [former], by: 'former' } : { fans, by: 'now' };
}

async function fansCalled(reader: Reader, wanted: string, exact: Fan | undefined): Promise<Fan[]> {
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

async function byFormerHandle(reader: Reader, wanted: string): Promise<Fan | undefined> {
  const handle = typedHandle(wanted);
  return handle === undefined ? undefined : await fanByFormerHandle(reader, handle);
}
