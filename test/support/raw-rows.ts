import { CompiledQuery } from 'kysely';
import type { Tx } from '#src/storage/reader.ts';

/** Runs a statement as it is written. */
export async function rawRows(tx: Tx, text: string): Promise<Record<string, unknown>[]> {
  const { rows } = await tx.db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text));
  return rows;
}

/** How SQLite would answer a statement, step by step. */
export async function queryPlan(
  tx: Tx,
  { sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>,
): Promise<string[]> {
  const asked = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
  const { rows } = await tx.db.executeQuery<{ readonly detail: string }>(asked);
  return rows.map(({ detail }) => detail);
}
