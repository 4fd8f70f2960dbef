import { vi } from 'vitest';
import type { TestTenant } from '#test/support/start-fanline.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import type { TestStorage } from './open-test-storage.ts';

/** Has new messages brought to their readers at once, which otherwise takes two seconds, and waits until they are. */
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
  await vi.waitUntil(
    () =>
      store.transact(record.tenantId, async (tx) => {
        const late = `select 1 from job
          where kind = 'read-messages' and state = 'waiting' and due_at <= ${Date.now()}`;
        return (await rawRows(tx, late)).length === 0;
      }),
    { timeout: 10_000, interval: 10 },
  );
}
