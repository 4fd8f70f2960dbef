import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChatId, FanId, TenantId } from '#src/core/ids.ts';
import type { Tx } from '#src/storage/reader.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import type { Thread } from '../thread.ts';
import { noteNextMessage, openThreadFor, updateAnswered } from './thread-rows.ts';

let storage: TestStorage;
let luna: TenantId;

beforeEach(async () => {
  storage = await openTestStorage({ inMemory: true });
  luna = (await storage.addTenant('luna')).tenantId;
});
afterEach(() => storage[Symbol.asyncDispose]());

const inTx = (work: (tx: Tx) => Promise<void>) =>
  storage.store.transact(luna, async (tx) => {
    await rawRows(
      tx,
      `insert into fan (id, user_id, first_name, first_seen_at, last_seen_at) values (1, 1, 'Ana', 0, 0)`,
    );
    await work(tx);
  });
const writes = (tx: Tx, now: number): Promise<Thread> =>
  openThreadFor(tx, 1 as FanId, 1 as ChatId, now);

test('several messages in a row leave the thread as the first one made it, for half a minute', () =>
  inTx(async (tx) => {
    const first = await writes(tx, 1_000_000);
    expect(first).toMatchObject({ waitingSince: 1_000_000, lastFanMessageAt: 1_000_000 });
    expect(await writes(tx, 1_029_999)).toEqual(first);
    expect(await writes(tx, 1_030_000)).toEqual({ ...first, lastFanMessageAt: 1_030_000 });
    // The machine's clock was set back by more.
    expect(await writes(tx, 900_000)).toEqual({ ...first, lastFanMessageAt: 900_000 });
  }));

test('the message behind an answer is recorded, however soon it comes', () =>
  inTx(async (tx) => {
    const { id } = await writes(tx, 1_000_000);
    await updateAnswered(tx, id, 1_000_100);
    expect(await writes(tx, 1_000_200)).toMatchObject({
      waitingSince: 1_000_200,
      lastFanMessageAt: 1_000_200,
      lastReplyAt: 1_000_100,
    });
  }));

test('the next message is recorded, however soon it comes, when somebody wants to see it', () =>
  inTx(async (tx) => {
    const { id } = await writes(tx, 1_000_000);
    await noteNextMessage(tx, id);
    expect(await writes(tx, 1_000_200)).toMatchObject({
      waitingSince: 1_000_000,
      lastFanMessageAt: 1_000_200,
    });
  }));
