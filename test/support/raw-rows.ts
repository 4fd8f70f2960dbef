import { CompiledQuery } from 'kysely';
import type { Tx } from '#src/storage/reader.ts';

/** Runs a statement as it is written. */
export async function rawRows(tx: Tx, text: string): Promise<Record<string, unknown>[]> {
  const { rows } = await tx.db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text));
  return rows;
}
