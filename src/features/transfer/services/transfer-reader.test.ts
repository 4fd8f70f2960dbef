import { expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { FieldId, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { upsertFan } from '#src/features/fans/index.ts';
import { defineField, fieldsOf, findOrMakeTag, tagsOf } from '#src/features/memory/index.ts';
import { mergeTags, removeTag, renameTag } from '#src/features/memory/services/label-fan.ts';
import { removeField } from '#src/features/memory/services/remove-field.ts';
import type { ReadMessage } from '#src/features/threads/index.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { insertWaiting } from '../queries/waiting-rows.ts';
import type { RowFacts } from '../rules/read-row.ts';
import { transferReader } from './transfer-reader.ts';

const services = {
  clock: systemClock,
  random: systemRandom,
  log: silentLog,
  texts: createTexts(),
};

test('what waits for a fan is not lost when its choice is renamed meanwhile', async () => {
  await using storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, async (tx) => {
    await defineField(tx, 'choice', 'Plan: Silver, Gold', services);
    const facts = { notes: [], tags: [], fields: [{ key: 'plan', text: 'Silver' }] };
    await rawRows(
      tx,
      `insert into waiting_fact (handle, facts, author_user_id, created_at)
        values ('zoe', '${JSON.stringify(facts)}', 1, 0)`,
    );
    await rawRows(tx, `update field set choices = '["Platinum","Gold"]'`);
    await rawRows(
      tx,
      `insert into choice_change (field_id, was, becomes, pending)
        values (1, 'Silver', 'Platinum', 0)`,
    );
    const zoe = await upsertFan(tx, { id: 7, first_name: 'Zoe', username: 'Zoe' }, 1);
    const message = { direction: 'in', fanId: zoe.id } as ReadMessage;
    await transferReader.read(tx, [message], services);
    expect(await rawRows(tx, 'select text_value from fan_field')).toEqual([
      { text_value: 'Platinum' },
    ]);
    expect(await rawRows(tx, 'select id from waiting_fact')).toEqual([]);
  });
});

test('what waits for a fan means the choice that was called so then, whatever is called so since', async () => {
  await using storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, async (tx) => {
    await defineField(tx, 'choice', 'Plan: Silver, Gold', services);
    const change = async (was: string, becomes: string | null, choices: readonly string[]) => {
      const name = becomes === null ? 'null' : `'${becomes}'`;
      await rawRows(
        tx,
        `insert into choice_change (field_id, was, becomes, pending) values (1, '${was}', ${name}, 0)`,
      );
      await rawRows(tx, `update field set choices = '${JSON.stringify(choices)}'`);
    };
    const waits = async (handle: string, text: string) => {
      const facts = { notes: [], tags: [], fields: [{ key: 'plan', text }] };
      await insertWaiting(tx, { who: { handle }, facts, author: 1 as UserId }, 0);
    };
    let users = 0;
    const hasPlan = async (handle: string) => {
      users += 1;
      const { id } = await upsertFan(tx, { id: users, first_name: 'Fan', username: handle }, 1);
      const message = { direction: 'in', fanId: id } as ReadMessage;
      await transferReader.read(tx, [message], services);
      const [row] = await rawRows(tx, `select text_value from fan_field where fan_id = ${id}`);
      return row?.['text_value'];
    };
    for (const handle of ['before', 'twice', 'later']) await waits(handle, 'silver');
    await waits('removed', 'Gold');
    await change('Silver', 'Platinum', ['Platinum', 'Gold', 'Silver']);
    expect(await hasPlan('before')).toBe('Platinum');
    // A newer table says the same, and means what is called so now.
    for (const handle of ['after', 'twice', 'twice']) await waits(handle, 'silver');
    expect(await rawRows(tx, `select id from waiting_fact where handle = 'twice'`)).toHaveLength(2);
    expect(await hasPlan('twice')).toBe('Silver');
    await change('Silver', 'Ag', ['Platinum', 'Gold', 'Ag']);
    await change('Gold', null, ['Platinum', 'Ag', 'Gold']);
    expect(await hasPlan('later')).toBe('Platinum');
    expect(await hasPlan('after')).toBe('Ag');
    expect(await hasPlan('removed')).toBeUndefined();
    await waits('merged', 'platinum');
    await change('Platinum', 'Ag', ['Ag', 'Gold']);
    expect(await hasPlan('merged')).toBe('Ag');
  });
});

test('what waits for a fan follows its field to another name, and goes to no other field that has its name then', async () => {
  await using storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, async (tx) => {
    const waits = async (userId: number, ...fields: RowFacts['fields']) => {
      const facts = { notes: [], tags: [], fields };
      await insertWaiting(tx, { who: { userId: userId as UserId }, facts, author: 1 as UserId }, 0);
    };
    /** What the fields say of somebody who writes now. */
    const writes = async (userId: number) => {
      const { id } = await upsertFan(tx, { id: userId, first_name: 'Fan' }, 1);
      await transferReader.read(tx, [{ direction: 'in', fanId: id } as ReadMessage], services);
      const said = await fieldsOf(tx, id);
      return Object.fromEntries(said.map(({ name, value }) => [name, value]));
    };
    await defineField(tx, 'text', 'City', services);
    const city = { id: 1 as FieldId, key: 'city' };
    await waits(1, { ...city, text: 'Rome' });
    await waits(2, { key: 'city', text: 'Oslo' });
    await waits(3, { ...city, text: 'Bonn' });
    await rawRows(tx, `update field set key = 'town', name = 'Town'`);
    await defineField(tx, 'text', 'City', services);
    expect(await writes(1)).toEqual({ Town: 'Rome', City: null });
    // Stored before fields were known by their ids.
    expect(await writes(2)).toEqual({ Town: null, City: 'Oslo' });
    await removeField(tx, city.id, services);
    expect(await writes(3)).toEqual({ City: null });
  });
});

test('what waits for a fan means the tags that were called so then: renamed, merged, deleted and made anew', async () => {
  await using storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant();
  await storage.store.transact(tenantId, async (tx) => {
    const waits = async (handle: string, ...tags: string[]) => {
      const facts = { notes: [], tags, fields: [] };
      await insertWaiting(tx, { who: { handle }, facts, author: 1 as UserId }, 0);
    };
    let users = 0;
    /** The tags of somebody who writes now. */
    const writes = async (handle: string) => {
      users += 1;
      const { id } = await upsertFan(tx, { id: users, first_name: 'Fan', username: handle }, 1);
      await transferReader.read(tx, [{ direction: 'in', fanId: id } as ReadMessage], services);
      return (await tagsOf(tx, id)).map(({ name }) => name);
    };
    const tag = async (name: string) => {
      const made = await findOrMakeTag(tx, name, services);
      if (!made.ok) throw new Error(made.reason);
      return made.tag.id;
    };
    // A table may name a tag before there is one.
    for (const handle of ['first', 'twice', 'third', 'fourth']) await waits(handle, 'VIP');
    const vip = await tag('vip');
    await renameTag(tx, vip, 'Gold', services);
    expect(await writes('first')).toEqual(['Gold']);
    // A newer table says the same, and means a tag that is called so from now on.
    for (const handle of ['twice', 'twice', 'newer']) await waits(handle, 'vip');
    expect(await rawRows(tx, `select id from waiting_fact where handle = 'twice'`)).toHaveLength(2);
    expect(await writes('twice')).toEqual(['Gold', 'vip']);
    await mergeTags(tx, vip, await tag('Platinum'), services);
    expect(await writes('third')).toEqual(['Platinum']);
    await removeTag(tx, await tag('Platinum'), services);
    expect(await writes('fourth')).toEqual([]);
    expect(await writes('newer')).toEqual(['vip']);
    // Deleted and made anew: who waits since before gets none of it.
    await waits('before', 'vip', 'Paris');
    await removeTag(tx, await tag('vip'), services);
    await tag('vip');
    await waits('after', 'vip');
    expect(await writes('before')).toEqual(['Paris']);
    expect(await writes('after')).toEqual(['vip']);
    expect(await rawRows(tx, 'select id from waiting_fact')).toEqual([]);
  });
});
