import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import type {
  BotId,
  ChatId,
  FanId,
  MessageId,
  StoredUpdateId,
  ThreadId,
  UserId,
} from '#src/core/ids.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';
import { dropUpdate, retryUpdate } from '#src/telegram/ingest/parked-updates.ts';
import { insertUpdate, markDone, markParked } from '#src/telegram/ingest/update-queries.ts';
import { purgeFinished } from '#src/telegram/purge-finished.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { auditBooks, readBooks } from './read-books.ts';

const bot = 7 as BotId;
const bothWays = ['waiting', 'queued', 'delivered', 'failed', 'unknown'] as const;
const deliveries = { in: [...bothWays, 'merged'], out: [...bothWays, 'withdrawn'] } as const;
type Delivery = (typeof deliveries)['in' | 'out'][number];

async function makeFan(tx: Tx, userId: number): Promise<FanId> {
  const { id } = await tx.db
    .insertInto('fan')
    .values({
      user_id: userId as UserId,
      first_name: 'Ana',
      last_name: null,
      username: null,
      language_code: null,
      reach_at: null,
      source: null,
      first_seen_at: 1,
      last_seen_at: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.db
    .insertInto('thread')
    .values({
      fan_id: id,
      line: 'bot',
      chat_id: userId as ChatId,
      waiting_since: null,
      last_fan_message_at: null,
      last_reply_at: null,
      created_at: 1,
    })
    .execute();
  return id;
}

async function addMessage(
  tx: Tx,
  threadId: ThreadId,
  direction: 'in' | 'out',
  delivery: Delivery,
): Promise<void> {
  await tx.db
    .insertInto('message')
    .values({
      thread_id: threadId,
      direction,
      actor: direction === 'in' ? 'fan' : 'creator',
      author_user_id: null,
      kind: 'text',
      entities: null,
      media: null,
      album_id: null,
      answers_message_id: null,
      delivery,
      fan_reaction: null,
      creator_reaction: null,
      sent_at: 1,
      edited_at: null,
      deleted_at: null,
    })
    .execute();
}

const deed = fc.oneof(
  fc.record({ do: fc.constant('update' as const), id: fc.nat(12) }),
  fc.record({
    do: fc.constantFrom('handle' as const, 'park' as const, 'retry' as const, 'drop' as const),
    id: fc.integer({ min: 1, max: 8 }),
  }),
  ...(['in', 'out'] as const).map((direction) =>
    fc.record({
      do: fc.constantFrom('write' as const, 'move' as const),
      direction: fc.constant(direction),
      id: fc.integer({ min: 1, max: 8 }),
      delivery: fc.constantFrom<Delivery>(...deliveries[direction]),
    }),
  ),
  fc.record({ do: fc.constantFrom('purge' as const, 'undo' as const, 'forget-fan' as const) }),
  fc.record({ do: fc.constant('erase' as const), id: fc.integer({ min: 1, max: 8 }) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** Does one thing as the program does it; what does not apply does nothing. */
async function act(tx: Tx, what: Deed, now: number): Promise<void> {
  switch (what.do) {
    case 'update':
      await insertUpdate(tx, {
        botId: bot,
        updateId: what.id,
        lane: '1',
        kind: 'message',
        payload: '{}',
        receivedAt: now,
      });
      return;
    case 'handle':
      return await markDone(tx, what.id as StoredUpdateId, now);
    case 'park':
      return await markParked(tx, what.id as StoredUpdateId, { attempts: 5, error: 'x', now });
    case 'retry':
      await retryUpdate(tx, what.id as StoredUpdateId);
      return;
    case 'drop':
      await dropUpdate(tx, what.id as StoredUpdateId, now);
      return;
    case 'write': {
      const thread = await tx.db.selectFrom('thread').select('id').limit(1).executeTakeFirst();
      if (thread) await addMessage(tx, thread.id, what.direction, what.delivery);
      return;
    }
    case 'move':
      await tx.db
        .updateTable('message')
        .set({ delivery: what.delivery })
        .where('id', '=', what.id as MessageId)
        .where('direction', '=', what.direction)
        .execute();
      return;
    case 'erase':
      await tx.db
        .deleteFrom('message')
        .where('id', '=', what.id as MessageId)
        .execute();
      return;
    case 'purge':
      await purgeFinished(tx, now + 9 * 86_400_000);
      return;
    case 'forget-fan':
      await tx.db.deleteFrom('fan').execute();
      await makeFan(tx, now);
      return;
    case 'undo':
      await expect(
        tx.savepoint(async () => {
          await act(tx, { do: 'write', id: 1, direction: 'in', delivery: 'queued' }, now);
          await act(tx, { do: 'update', id: 11 }, now);
          throw new Error('undone');
        }),
      ).rejects.toThrow('undone');
  }
}

const emptyTables = ['message', 'thread', 'fan', 'stored_update'] as const;

describe('the books of a tenant', () => {
  test('add up after whatever was done, one thing after another', async () => {
    await using storage = await openTestStorage();
    const { tenantId } = await storage.addTenant();
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 40 }), async (deeds) => {
        await storage.store.transact(tenantId, async (tx) => {
          await tx.db.updateTable('stored_update').set({ state: 'done' }).execute();
          for (const table of emptyTables) await tx.db.deleteFrom(table).execute();
          await makeFan(tx, 1);
          let now = 1_000;
          for (const what of deeds) {
            await act(tx, what, (now += 1));
            const { balanced, faults } = await auditBooks(tx);
            // Rows without an outbox row are stranded here on purpose: only the sums are looked at.
            expect(faults).toEqual([]);
            expect(balanced || (await auditBooks(tx)).stranded > 0).toBe(true);
          }
        });
        await storage.store.read(tenantId, async (reader) => {
          const audited = await auditBooks(reader);
          const quick = await readBooks(reader);
          expect(quick.messages).toEqual(audited.messages);
          expect(quick.replies).toEqual(audited.replies);
          const { handled, dropped, ...updates } = audited.updates;
          // What was dropped counts as handled where the whole table is not read.
          expect(quick.updates).toEqual({ ...updates, handled: handled + dropped, dropped: 0 });
        });
      }),
      { numRuns: 60 },
    );
  });

  test('begin with what was there before they were kept', async () => {
    const before = tenantMigrations.filter(({ number }) => number < 7);
    await using storage = await openTestStorage({ migrations: before });
    const tenant = await storage.addTenant();
    await fill(storage, tenant);
    await storage.reopen({ migrations: tenantMigrations });
    expect((await storage.migrator.migrateAll()).migrated).toEqual([tenant.tenantId]);
    expect(await storage.store.read(tenant.tenantId, auditBooks)).toMatchObject({
      faults: [],
      updates: { received: 2, stored: 2, handled: 1, waiting: 1 },
      messages: { received: 2, relayed: 1, failed: 1 },
      replies: { written: 1, delivered: 1 },
    });
  });

  test('tell of an update that was taken away before it was handled', async () => {
    await using storage = await openTestStorage();
    const tenant = await storage.addTenant();
    await fill(storage, tenant);
    await storage.store.transact(tenant.tenantId, async (tx) => {
      await tx.db.deleteFrom('stored_update').where('state', '=', 'waiting').execute();
    });
    expect(await storage.store.read(tenant.tenantId, auditBooks)).toMatchObject({
      balanced: false,
      faults: [{ ledger: 'updates', left: 2, right: 1 }],
    });
  });

  test('tell of messages that nothing would send', async () => {
    await using storage = await openTestStorage();
    const tenant = await storage.addTenant();
    await fill(storage, tenant);
    await storage.store.transact(tenant.tenantId, async (tx) => {
      await addMessage(tx, 1 as ThreadId, 'in', 'queued');
    });
    expect(await storage.store.read(tenant.tenantId, auditBooks)).toMatchObject({
      balanced: false,
      faults: [],
      stranded: 1,
    });
  });
});

async function fill(storage: TestStorage, { tenantId }: TenantRecord): Promise<void> {
  await storage.store.transact(tenantId, async (tx) => {
    await makeFan(tx, 1);
    for (const id of [1, 2]) await act(tx, { do: 'update', id }, 5);
    await act(tx, { do: 'handle', id: 1 }, 6);
    for (const delivery of ['delivered', 'failed'] as const) {
      await addMessage(tx, 1 as ThreadId, 'in', delivery);
    }
    await addMessage(tx, 1 as ThreadId, 'out', 'delivered');
  });
}
