import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FanId, MessageId, ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { ReadMessage } from '#src/features/threads/index.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { activityReader } from './activity-reader.ts';

const minute = 60_000;
const services = { clock: { now: () => 100 * minute } } as Services;

/** Two fans; the creator tapped Done for each at minute 10. */
async function startOver(tx: Tx): Promise<void> {
  for (const statement of [
    'delete from fan',
    'delete from quarter',
    `insert into fan (id, user_id, first_name, first_seen_at, last_seen_at)
      values (1, 1, 'Ana', 0, 0), (2, 2, 'Ben', 0, 0)`,
    `insert into thread (id, fan_id, line, chat_id, done_at, created_at)
      values (1, 1, 'bot', 1, ${10 * minute}, 0), (2, 2, 'bot', 2, ${10 * minute}, 0)`,
  ]) {
    await rawRows(tx, statement);
  }
}

function message(fan: number, direction: 'in' | 'out', at: number, byItself = false): ReadMessage {
  return {
    id: at as MessageId,
    threadId: fan as ThreadId,
    fanId: fan as FanId,
    direction,
    actor: direction === 'in' ? 'fan' : byItself ? 'automation' : 'creator',
    authorUserId: null,
    text: '',
    sentAt: at * minute,
  };
}

const waits = async (tx: Tx) => {
  const rows = await rawRows(
    tx,
    `select asked_at / ${minute} as asked, answered_at / ${minute} as answered
      from response order by asked_at, answered_at, thread_id`,
  );
  return rows.map(({ asked, answered }) => [asked, answered]);
};

const askedAt = async (tx: Tx) => {
  const rows = await rawRows(tx, 'select asked_at from fan_activity where fan_id = 1');
  return rows[0]?.['asked_at'];
};

async function withTenant(work: (storage: TestStorage, tenant: TenantRecord) => Promise<void>) {
  await using storage = await openTestStorage({ inMemory: true });
  await work(storage, await storage.addTenant());
}

test('a wait goes from the first question to the answer of a person, and Done ends it without one', async () => {
  await withTenant(async (storage, { tenantId }) => {
    await storage.store.transact(tenantId, async (tx) => {
      await startOver(tx);
      await activityReader.read(
        tx,
        [
          message(1, 'in', 1),
          message(1, 'in', 2),
          message(1, 'out', 3, true),
          message(1, 'out', 4),
          message(1, 'in', 8),
          // Done at 10: nobody waited for this, nor asked again before.
          message(1, 'out', 12),
          message(1, 'in', 20),
          message(1, 'out', 25),
          message(1, 'in', 30),
        ],
        services,
      );
      expect(await waits(tx)).toEqual([
        [1, 4],
        [20, 25],
      ]);
      expect(await askedAt(tx)).toBe(30 * minute);
    });
  });
});

test('what is counted does not depend on how many messages are read together', async () => {
  const told = fc.record({
    fan: fc.integer({ min: 1, max: 2 }),
    direction: fc.constantFrom('in' as const, 'out' as const),
    byItself: fc.boolean(),
  });
  await withTenant(async (storage, { tenantId }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(told, { maxLength: 25 }),
        fc.integer({ min: 1, max: 6 }),
        async (story, atOnce) => {
          const messages = story.map(({ fan, direction, byItself }, at) =>
            message(fan, direction, at, byItself),
          );
          await storage.store.transact(tenantId, async (tx) => {
            const counted = async (size: number) => {
              await startOver(tx);
              for (let from = 0; from < messages.length; from += size) {
                await activityReader.read(tx, messages.slice(from, from + size), services);
              }
              return [
                await rawRows(tx, 'select * from fan_activity order by fan_id'),
                await rawRows(tx, 'select * from fan_day order by fan_id, day'),
                await rawRows(tx, 'select * from quarter order by at, direction'),
                await waits(tx),
              ];
            };
            expect(await counted(atOnce)).toEqual(await counted(25));
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
