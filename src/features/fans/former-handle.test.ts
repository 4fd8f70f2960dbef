import { expect, test } from 'vitest';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { fanByFormerHandle, fanByHandle, upsertFan } from './index.ts';

test('a fan is found by the last ten handles that they gave up, and by none that is theirs again', async () => {
  await using storage = await openTestStorage();
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, async (tx) => {
    const writes = (username: string | undefined, now: number) =>
      upsertFan(tx, { id: 7, first_name: 'Ana', username }, now);
    const former = async (handle: string) => (await fanByFormerHandle(tx, handle))?.username;
    for (let number = 1; number <= 12; number += 1) await writes(`Ana_${number}`, number);
    expect(await former('ana_1')).toBeUndefined();
    expect(await former('ANA_2')).toBe('Ana_12');
    expect(await former('ana_11')).toBe('Ana_12');
    expect(await former('ana_12')).toBeUndefined();
    // Another way to write the same handle is no other handle.
    await writes('ANA_12', 13);
    expect(await former('ana_12')).toBeUndefined();
    await writes(undefined, 14);
    expect(await former('ana_12')).toBeNull();
    expect(await fanByHandle(tx, 'ana_12')).toBeUndefined();
  });
});
