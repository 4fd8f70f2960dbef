import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { FanId, FieldId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { countChosen } from '../queries/choice-rows.ts';
import { allFields } from '../queries/field-rows.ts';
import { choiceCode } from '../rules/choice-code.ts';
import { letSomeFollow, mergeChoices, removeChoice, renameChoice } from './change-choice.ts';
import { defineField, setField } from './fill-field.ts';
import { forgetSomeValues, removeField } from './remove-field.ts';

const services = {
  clock: systemClock,
  random: systemRandom,
  log: silentLog,
  texts: createTexts(),
};
const plan = 1 as FieldId;

let storage: TestStorage;
let tenant: TenantRecord;

beforeEach(async () => {
  storage = await openTestStorage({ inMemory: true });
  tenant = await storage.addTenant();
});

afterEach(async () => {
  await storage[Symbol.asyncDispose]();
});

const transact = <T>(work: (tx: Tx) => Promise<T>) => storage.store.transact(tenant.tenantId, work);

/** So many fans with `Plan: Silver`, each with a pinned card in a forum. */
async function makeFans(tx: Tx, count: number): Promise<void> {
  await defineField(tx, 'choice', 'Plan: Silver, Gold, Bronze', services);
  const numbers = `json_each('${JSON.stringify(Array.from({ length: count }, (_, at) => at + 1))}')`;
  for (const statement of [
    `insert into fan (id, user_id, first_name, first_seen_at, last_seen_at)
      select value, value, 'Fan', 0, 0 from ${numbers}`,
    `insert into thread (id, fan_id, line, chat_id, created_at)
      select value, value, 'bot', value, 0 from ${numbers}`,
    `insert into fan_field (fan_id, field_id, text_value, actor, changed_at)
      select value, 1, 'Silver', 'creator', 0 from ${numbers}`,
    `insert into desk (id, kind, chat_id, active, created_at) values (1, 'forum', -1001, 1, 0)`,
    `insert into desk_topic (desk_id, thread_id, topic_id, name, card_chat_message_id, created_at)
      select 1, value, value + 10000, 'Fan', value + 20000, 0 from ${numbers}`,
  ]) {
    await rawRows(tx, statement);
  }
}

const rename = async (tx: Tx, was: string, typed: string) =>
  await renameChoice(tx, plan, { code: choiceCode(was), typed }, services);

const merge = async (tx: Tx, from: string, into: string) =>
  await mergeChoices(tx, plan, { from: choiceCode(from), into: choiceCode(into) }, services);

test('a choice that becomes another loses no fan, also while the first are still to follow and it is renamed itself', async () => {
  await transact(async (tx) => {
    await makeFans(tx, 250);
    const gold = { fanId: 250 as FanId, fieldId: plan, typed: 'Gold', actor: 'creator' } as const;
    await setField(tx, gold, services);
    const merged = await merge(tx, 'Silver', 'Gold');
    expect(merged).toMatchObject({ was: 'Silver', becomes: 'Gold' });
    expect(merged).toMatchObject({ field: { choices: ['Gold', 'Bronze'] } });
    expect(await rawRows(tx, 'select distinct text_value from fan_field')).toHaveLength(2);
    expect(await countChosen(tx, plan, 'Gold')).toBe(250);
    await rename(tx, 'Gold', 'Platinum');
    expect(await countChosen(tx, plan, 'Platinum')).toBe(250);
    while (!(await letSomeFollow(tx, services)));
    expect(await countChosen(tx, plan, 'Platinum')).toBe(250);
    expect(await rawRows(tx, 'select distinct text_value from fan_field')).toHaveLength(1);
    // A table that still says the first means what became of both.
    const late = { ...gold, typed: 'silver' };
    expect(await setField(tx, late, services)).toMatchObject({ value: 'Platinum' });
  });
});

test('of two choices none becomes the other, nor one itself, nor one that is gone', async () => {
  await transact(async (tx) => {
    await makeFans(tx, 1);
    expect(await merge(tx, 'Silver', 'Silver')).toEqual({ ok: false, reason: 'gone' });
    expect(await merge(tx, 'Silver', 'Gold')).toMatchObject({ ok: true });
    expect(await merge(tx, 'Silver', 'Gold')).toEqual({ ok: false, reason: 'gone' });
    expect(await merge(tx, 'Gold', 'Bronze')).toEqual({ ok: false, reason: 'too-few' });
    expect(await countChosen(tx, plan, 'Gold')).toBe(1);
  });
});

test('what is written down by an earlier name of a choice is the choice of now', async () => {
  await transact(async (tx) => {
    await makeFans(tx, 1);
    const set = async (typed: string) =>
      await setField(tx, { fanId: 1 as FanId, fieldId: plan, typed, actor: 'creator' }, services);
    await rename(tx, 'Silver', 'Platinum');
    expect(await set('silver')).toMatchObject({ ok: true, value: 'Platinum' });
    await rename(tx, 'Platinum', 'Diamond');
    expect(await set('Silver')).toMatchObject({ ok: true, value: 'Diamond' });
    await removeChoice(tx, plan, choiceCode('Diamond'), services);
    expect(await set('Silver')).toEqual({ ok: false, reason: 'no-choice' });
    expect(await set('Gold')).toMatchObject({ ok: true, value: 'Gold' });
  });
});

test('fans who are still to follow a renamed choice count as having it', async () => {
  await transact(async (tx) => {
    await makeFans(tx, 250);
    await rename(tx, 'Silver', 'Platinum');
    const values = await rawRows(tx, 'select distinct text_value from fan_field');
    expect(values).toHaveLength(2);
    expect(await countChosen(tx, plan, 'Platinum')).toBe(250);
    await rename(tx, 'Platinum', 'Diamond');
    expect(await countChosen(tx, plan, 'Diamond')).toBe(250);
    expect(await countChosen(tx, plan, 'Gold')).toBe(0);
    while (!(await letSomeFollow(tx, services)));
    expect(await countChosen(tx, plan, 'Diamond')).toBe(250);
  });
});

test('of very many fans the pinned cards of the last thousand follow, however often choices change', async () => {
  await transact(async (tx) => {
    await makeFans(tx, 1_150);
    for (const [was, becomes] of [
      ['Silver', 'Platinum'],
      ['Platinum', 'Diamond'],
    ] as const) {
      await rename(tx, was, becomes);
      while (!(await letSomeFollow(tx, services)));
      const stale = await rawRows(
        tx,
        'select count(*) as cards, min(thread_id) as first from desk_topic where card_stale = 1',
      );
      expect(stale).toEqual([{ cards: 1_000, first: 151 }]);
    }
  });
});

test('a field is gone at once with its name; very many values of it are forgotten some at a time', async () => {
  await transact(async (tx) => {
    await makeFans(tx, 600);
    const left = async () => (await rawRows(tx, 'select fan_id from fan_field')).length;
    expect(await removeField(tx, plan, services)).toMatchObject({ name: 'Plan' });
    expect(await left()).toBe(350);
    expect(await allFields(tx)).toEqual([]);
    expect(await removeField(tx, plan, services)).toBeUndefined();
    const late = { fanId: 1 as FanId, fieldId: plan, typed: 'Gold', actor: 'creator' } as const;
    expect(await setField(tx, late, services)).toEqual({ ok: false, reason: 'gone' });
    expect(await defineField(tx, 'text', 'plan', services)).toMatchObject({ ok: true });
    expect(await rawRows(tx, 'select kind from job')).toContainEqual({
      kind: 'memory-gone-fields',
    });
    let steps = 0;
    while (!(await forgetSomeValues(tx, services))) steps += 1;
    expect([steps, await left()]).toEqual([1, 0]);
    expect(await rawRows(tx, 'select name, gone from field')).toEqual([{ name: 'plan', gone: 0 }]);
  });
});
