import { ownerOf } from '#src/features/members/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { OwnKey } from '../own-key.ts';
import { usedKeyOfAny } from '../queries.ts';

/** The own key that is used. Whoever takes a bot over does not take over the key of the owner before. */
export async function usedKey(reader: Reader): Promise<OwnKey | undefined> {
  const key = await usedKeyOfAny(reader);
  if (!key) return undefined;
  return (await ownerOf(reader))?.userId === key.userId ? key : undefined;
}
