import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { FanId, MessageId, ThreadId, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { readNew } from '#src/features/threads/index.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { answer, exchange, makeFan, say } from '#test/support/answer-bed.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { updateCleared } from '../queries/care-rows.ts';
import { careAtHand } from './care-at-hand.ts';
import { careReader } from './care-reader.ts';

const services = { clock: systemClock, random: systemRandom, log: silentLog, texts: createTexts() };
const creator = { author: 1 as UserId, actor: 'creator' } as const;

let storage: TestStorage;
let tenant: TenantRecord;

beforeAll(async () => {
  storage = await openTestStorage({ inMemory: true });
  tenant = await storage.addTenant();
});

afterAll(async () => {
  await storage[Symbol.asyncDispose]();
});

/** Works with a fan who has not written yet. */
async function withFan(work: (tx: Tx, ana: FanId) => Promise<void>): Promise<void> {
  await storage.store.transact(tenant.tenantId, async (tx) => {
    await rawRows(tx, 'delete from fan');
    await work(tx, await makeFan(tx));
  });
}

/** The sign that is at hand, once everything is read. */
async function signOf(tx: Tx, fanId: FanId): Promise<MessageId | undefined> {
  while (!(await readNew(tx, careReader, services)));
  return await atHand(tx, fanId);
}

async function atHand(tx: Tx, fanId: FanId): Promise<MessageId | undefined> {
  const thread = { id: fanId as number as ThreadId, fanId };
  return (await careAtHand(tx, thread)).get('possible-minor');
}

async function talkOn(tx: Tx, fanId: FanId): Promise<void> {
  for (let turn = 0; turn < 70; turn += 1) await exchange(tx, fanId, `hello ${turn}`, 'hi');
}

async function edit(tx: Tx, fanId: FanId, id: MessageId, words: readonly [string, string]) {
  const [textBefore, text] = words;
  await tx.db.updateTable('message').set({ text }).where('id', '=', id).execute();
  await careReader.edited?.(tx, { id, fanId, text, textBefore }, services);
}

test('a sign is at hand at once, and stays so however much is said after it', async () => {
  await withFan(async (tx, ana) => {
    const ben = await makeFan(tx);
    await say(tx, ben, 'hello');
    const sign = await say(tx, ana, 'i am 14');
    expect(await atHand(tx, ana)).toBe(sign);
    await talkOn(tx, ana);
    expect(await signOf(tx, ana)).toBe(sign);
    expect(await signOf(tx, ben)).toBeUndefined();
  });
});

test('what the creator or the bot writes is no sign of the fan’s', async () => {
  await withFan(async (tx, ana) => {
    await say(tx, ana, 'hello');
    await answer(tx, ana, 'i am 14, said my sister');
    expect(await signOf(tx, ana)).toBeUndefined();
    expect(await rawRows(tx, 'select * from fan_care')).toEqual([]);
  });
});

test('what was said stays said when its message is changed or deleted, and goes with its fan', async () => {
  await withFan(async (tx, ana) => {
    const sign = await say(tx, ana, 'i am 14');
    // Before anybody has read it.
    await edit(tx, ana, sign, ['i am 14', 'i am a big fan']);
    expect(await signOf(tx, ana)).toBe(sign);
    await rawRows(tx, `delete from message where id = ${sign} returning id`);
    expect(await signOf(tx, ana)).toBe(sign);
    await rawRows(tx, `delete from fan where id = ${ana} returning id`);
    expect(await rawRows(tx, 'select * from fan_care')).toEqual([]);
  });
});

test('a sign that comes with a change is kept, and raises what a person said was none', async () => {
  await withFan(async (tx, ana) => {
    const first = await say(tx, ana, 'i am 24');
    await talkOn(tx, ana);
    expect(await signOf(tx, ana)).toBeUndefined();
    await edit(tx, ana, first, ['i am 24', 'i am 14']);
    expect(await signOf(tx, ana)).toBe(first);
    const newest = await say(tx, ana, 'haha');
    await updateCleared(tx, ana, { upTo: newest, ...creator }, 1);
    expect(await signOf(tx, ana)).toBeUndefined();
    await edit(tx, ana, first, ['i am 14', 'i am 24']);
    expect(await signOf(tx, ana)).toBeUndefined();
    await edit(tx, ana, newest, ['haha', 'haha, i am 14']);
    expect(await signOf(tx, ana)).toBe(newest);
  });
});

test('a sign that is read after a person has said otherwise of it stays what they said', async () => {
  await withFan(async (tx, ana) => {
    const first = await say(tx, ana, 'i am 14');
    await signOf(tx, ana);
    const second = await say(tx, ana, 'i am 14!!');
    await updateCleared(tx, ana, { upTo: second, ...creator }, 1);
    expect(await signOf(tx, ana)).toBeUndefined();
    expect(await rawRows(tx, 'select message_id, cleared_by from fan_care')).toEqual([
      { message_id: second, cleared_by: 1 },
    ]);
    expect(second).toBeGreaterThan(first);
    const third = await say(tx, ana, 'no really, i am 14');
    expect(await atHand(tx, ana)).toBe(third);
    expect(await signOf(tx, ana)).toBe(third);
  });
});
