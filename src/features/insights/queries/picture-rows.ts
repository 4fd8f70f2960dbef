import '../tables.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** A picture that Telegram has. */
export interface KeptPicture {
  readonly fileId: string;
  readonly caption: string;
  /** When it was drawn (epoch ms). */
  readonly drawnAt: number;
}

/** The picture of this name if it was drawn at or after this time (epoch ms). */
export async function keptPicture(
  reader: Reader,
  name: string,
  since: number,
): Promise<KeptPicture | undefined> {
  return await reader.db
    .selectFrom('insight_picture')
    .select(['file_id as fileId', 'caption', 'drawn_at as drawnAt'])
    .where('name', '=', name)
    .where('drawn_at', '>=', since)
    .executeTakeFirst();
}

/** Keeps a picture in place of the earlier one of its name. */
export async function keepPicture(
  tx: Tx,
  { name, fileId, caption, drawnAt }: KeptPicture & { name: string },
): Promise<void> {
  const values = { file_id: fileId, caption, drawn_at: drawnAt };
  await tx.db
    .insertInto('insight_picture')
    .values({ name, ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute();
}
