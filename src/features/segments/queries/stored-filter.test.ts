import { expect, test } from 'vitest';
import type { FieldId, UserId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import type { Filter } from '../rules/filter.ts';
import { draftOf, putDraft } from './draft-rows.ts';
import { insertSegment, segmentById, updateSegmentFilter } from './segment-rows.ts';

const plan = (choice: string): Filter => ({
  is: 'field',
  fieldId: 1 as FieldId,
  test: 'choice',
  choice,
});

test('filters follow what was renamed after they were stored, whatever the clock said meanwhile', async () => {
  await using storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, async (tx) => {
    await rawRows(
      tx,
      `insert into field (id, key, name, type, choices, position, created_at)
        values (1, 'plan', 'Plan', 'choice', '["Silver","Gold"]', 0, 0)`,
    );
    const userId = 7 as UserId;
    const before = { userId, version: 1, segmentId: null, openedAt: 0, filter: plan('Silver') };
    // The clock is ahead, and set back before the choice is renamed.
    const given = { key: 'ones', name: 'Ones', filter: plan('Silver'), actor: 'creator' } as const;
    const id = await insertSegment(tx, given, 5_000_000);
    await putDraft(tx, before, 5_000_000);
    await renames(tx, 'Silver', 'Platinum');
    expect((await segmentById(tx, id))?.filter).toEqual(plan('Platinum'));
    expect((await draftOf(tx, userId)).filter).toEqual(plan('Platinum'));
    // Another choice has the name by now, and is meant by what is stored since, though the clock is far behind.
    await updateSegmentFilter(tx, id, plan('Silver'), 1);
    await putDraft(tx, before, 1);
    expect((await segmentById(tx, id))?.filter).toEqual(plan('Silver'));
    expect((await draftOf(tx, userId)).filter).toEqual(plan('Silver'));
  });
});

async function renames(tx: Tx, was: string, becomes: string): Promise<void> {
  await rawRows(
    tx,
    `insert into choice_change (field_id, was, becomes, pending)
      values (1, '${was}', '${becomes}', 0)`,
  );
}
