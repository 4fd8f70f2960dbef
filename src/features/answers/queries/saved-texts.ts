import type { SavedReplyId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';

/** A saved reply that is a text, with its placeholders. */
export interface SavedText {
  readonly id: SavedReplyId;
  readonly name: string;
  readonly text: string;
  readonly usedCount: number;
  /** When it was used last, else when it was saved; epoch ms. */
  readonly usedAt: number;
}

/** The saved replies that are texts, the most used first. */
export async function savedTexts(reader: Reader, limit: number): Promise<SavedText[]> {
  return await reader.db
    .selectFrom('saved_reply')
    .select((eb) => [
      'id',
      'name',
      'text',
      'used_count as usedCount',
      eb.fn.coalesce('used_at', 'created_at').as('usedAt'),
    ])
    .where('kind', '=', 'text')
    .orderBy('used_count', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}
