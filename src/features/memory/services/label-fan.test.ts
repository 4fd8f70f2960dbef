import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { TagId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { upsertFan } from '#src/features/fans/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { tagChangesAfter } from '../queries/tag-change-rows.ts';
import { tagsOf } from '../queries/tag-rows.ts';
import { findOrMakeTag, maxTags, mergeTags, removeTag, renameTag, tagFan } from './label-fan.ts';

const services = {
  clock: systemClock,
  random: systemRandom,
  log: silentLog,
  texts: createTexts(),
};

let storage: TestStorage;

beforeEach(async () => {
  storage = await openTestStorage({ inMemory: true });
});

afterEach(async () => {
  await storage[Symbol.asyncDispose]();
});

async function transact(work: (tx: Tx) => Promise<void>): Promise<void> {
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, work);
}

async function tag(tx: Tx, name: string): Promise<TagId> {
  const made = await findOrMakeTag(tx, name, services);
  if (!made.ok) throw new Error(made.reason);
  return made.tag.id;
}

test('whoever has two tags that become one has it once, and nobody loses it', async () => {
  await transact(async (tx) => {
    const [vip, gold] = [await tag(tx, 'vip'), await tag(tx, 'gold')];
    const fans = await Promise.all(
      [1, 2, 3].map((id) => upsertFan(tx, { id, first_name: 'F' }, 1)),
    );
    const [both, first, second] = fans.map(({ id }) => id);
    if (!both || !first || !second) throw new Error('no fans');
    for (const [fanId, tagId] of [
      [both, vip],
      [both, gold],
      [first, vip],
      [second, gold],
    ] as const) {
      await tagFan(tx, { fanId, tagId, actor: 'creator' }, services);
    }
    expect(await mergeTags(tx, vip, gold, services)).toMatchObject({ name: 'gold' });
    for (const fanId of [both, first, second]) {
      expect((await tagsOf(tx, fanId)).map(({ name }) => name)).toEqual(['gold']);
    }
    // From an old button.
    expect(await mergeTags(tx, vip, gold, services)).toBeUndefined();
    expect(await removeTag(tx, vip, services)).toBeUndefined();
  });
});

test('of a tag is kept what it was called, unless it only looks different', async () => {
  await transact(async (tx) => {
    const vip = await tag(tx, 'vip');
    await renameTag(tx, vip, 'VIP', services);
    expect(await tagChangesAfter(tx, 0)).toEqual([]);
    await renameTag(tx, vip, 'Gold', services);
    await mergeTags(tx, vip, await tag(tx, 'Silver'), services);
    await removeTag(tx, await tag(tx, 'Silver'), services);
    expect(await tagChangesAfter(tx, 0)).toEqual([
      { was: 'VIP', becomes: 'Gold' },
      { was: 'Gold', becomes: 'Silver' },
      { was: 'Silver', becomes: null },
    ]);
    expect(await tagChangesAfter(tx, 2)).toHaveLength(1);
  });
});

test('there are 500 tags at most; those that are there can still be given', async () => {
  await transact(async (tx) => {
    await rawRows(
      tx,
      `insert into tag (key, name, created_at) with recursive n (i) as
        (select 1 union all select i + 1 from n where i < ${maxTags - 1}) select 't' || i, 't' || i, 0 from n`,
    );
    await tag(tx, 'the last');
    expect(await findOrMakeTag(tx, 'one more', services)).toMatchObject({ reason: 'too-many' });
    expect(await findOrMakeTag(tx, 'THE  last', services)).toMatchObject({ ok: true });
  });
});
