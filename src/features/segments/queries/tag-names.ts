import type { Tag } from '#src/features/memory/index.ts';
import type { Reader } from '#src/storage/reader.ts';

/** All tags by name, without counting who has each. */
export async function tagNames(reader: Reader): Promise<Tag[]> {
  return await reader.db.selectFrom('tag').select(['id', 'name', 'emoji']).orderBy('key').execute();
}
