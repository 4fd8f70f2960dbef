import type { UserId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { draftOf } from '../queries/draft-rows.ts';
import type { Draft } from '../segment.ts';

/** What this person is building now. */
export async function draftNow(reader: Reader, userId: UserId): Promise<Draft> {
  return await draftOf(reader, userId);
}
