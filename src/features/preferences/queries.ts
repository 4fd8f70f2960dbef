import '#src/features/preferences/tables.ts';
import type { Actor } from '#src/core/actor.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';

/** The stored values of these keys, as JSON; absent keys are absent. */
export async function settingValues(
  reader: Reader,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', 'in', keys)
    .execute();
  return new Map(rows.map((row) => [row.key, row.value]));
}

const selectValue = statement((db, given: { key: string }) =>
  db.selectFrom('setting').select('value').where('key', '=', given.key),
);

/** The stored value of one key, as JSON. */
export async function settingValue(reader: Reader, key: string): Promise<string | undefined> {
  return (await selectValue.first(reader, { key }))?.value;
}

/** Stores one value over what was there. */
export async function putSetting(
  tx: Tx,
  row: { key: string; value: string; actor: Actor; changedAt: number },
): Promise<void> {
  const { value, actor, changedAt } = row;
  await tx.db
    .insertInto('setting')
    .values({ key: row.key, value, actor, changed_at: changedAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value, actor, changed_at: changedAt }),
    )
    .execute();
}
