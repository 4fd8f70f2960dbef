import { ownerOf } from '#src/features/members/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { AskedKey } from '../own-key.ts';
import { askedKeyOfAny } from '../queries.ts';

/** The own key that the owner is setting up. What a former owner left half done is nobody's. */
export async function askedKey(reader: Reader): Promise<AskedKey | undefined> {
  const asked = await askedKeyOfAny(reader);
  if (!asked) return undefined;
  const { userId, ...key } = asked;
  const owner = await ownerOf(reader);
  return owner?.userId === userId ? key : undefined;
}
