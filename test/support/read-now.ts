import type { TestTenant } from '#test/support/start-fanline.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import type { TestStorage } from './open-test-storage.ts';

/** Has new messages brought to their readers at once, which otherwise takes two seconds. */
export async function readNow(
  { store }: Pick<TestStorage, 'store'>,
  { record }: Pick<TestTenant, 'record'>,
): Promise<void> {
  await store.transact(record.tenantId, async (tx) => {
    const waiting = await rawRows(
      tx,
      `update job set run_at = created_at, due_at = created_at
        where kind = 'read-messages' and state = 'waiting' returning due_at`,
    );
    for (const { due_at } of waiting) tx.noteDue(Number(due_at));
  });
}
