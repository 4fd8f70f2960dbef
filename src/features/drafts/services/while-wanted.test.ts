import { expect, test } from 'vitest';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { DraftId, MessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { watchWanted } from './while-wanted.ts';

const whileWanted = watchWanted();

const wanted = {
  draftId: 1 as DraftId,
  round: 0,
  wanted: { messageId: 1 as MessageId, byItself: false },
};

async function openDraft(clock = manualClock()) {
  const storage = await openTestStorage({ migrations: tenantMigrations });
  const { tenantId } = await storage.addTenant();
  const run = (text: string) => storage.store.transact(tenantId, (tx) => rawRows(tx, text));
  await run(
    `insert into fan (user_id, first_name, first_seen_at, last_seen_at) values (1, 'Ana', 1, 1)`,
  );
  await run(`insert into thread (fan_id, line, chat_id, created_at) values (1, 'bot', 1, 1)`);
  await run(`insert into message (thread_id, direction, actor, kind, text, delivery, sent_at)
    values (1, 'in', 'fan', 'text', 'hello', 'delivered', 1)`);
  await run(
    `insert into draft (thread_id, message_id, state, asked_by, created_at)
      values (1, 1, 'wanted', 1, 1)`,
  );
  let reads = 0;
  /** Holds a look open until it is let go. */
  let gate: Promise<void> = Promise.resolve();
  const read = async <T>(work: (reader: Reader) => Promise<T>): Promise<T> => {
    reads += 1;
    await gate;
    return await storage.store.read(tenantId, work);
  };
  return {
    clock,
    run,
    looks: () => reads,
    hold(until: Promise<void>) {
      gate = until;
    },
    preparation: {
      tenantId,
      read,
      services: { clock } as unknown as Services,
      signal: new AbortController().signal,
    },
    [Symbol.asyncDispose]: () => storage[Symbol.asyncDispose](),
  };
}

const never = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')));
  });

test('what takes a while is given up once nobody wants the draft', async () => {
  await using stage = await openDraft();
  const work = whileWanted(wanted, stage.preparation, never);
  await stage.clock.advance(500);
  await stage.run(`update draft set state = 'stale'`);
  await expect.poll(() => stage.clock.timers).toBe(1);
  await stage.clock.advance(500);
  expect(await work).toBeUndefined();
  expect(stage.clock.timers).toBe(0);
});

test('drafts of a tenant are looked at together, whenever they were begun, and each is given up by itself', async () => {
  // Timers that are due at one time run in one turn, as they do in the program.
  await using stage = await openDraft(manualClock(undefined, () => Promise.resolve()));
  const done = Promise.withResolvers<string>();
  const first = whileWanted(wanted, stage.preparation, never);
  await stage.clock.advance(200);
  const gone = { ...wanted, draftId: 2 as DraftId };
  const second = whileWanted(gone, stage.preparation, never);
  const other = whileWanted(wanted, stage.preparation, () => done.promise);
  await stage.clock.advance(300);
  expect(await second).toBeUndefined();
  expect(stage.looks()).toBe(1);
  done.resolve('made');
  expect(await other).toBe('made');
  await stage.run(`update draft set state = 'stale'`);
  await stage.clock.advance(500);
  expect(await first).toBeUndefined();
});

test('one that comes by itself is given up where none is to come any more', async () => {
  await using stage = await openDraft();
  await stage.run('update draft set asked_by = null');
  const byItself = { ...wanted, wanted: { ...wanted.wanted, byItself: true } };
  const work = whileWanted(byItself, stage.preparation, never);
  await stage.clock.advance(500);
  expect(await work).toBeUndefined();
});

test('a look that fails ends nothing', async () => {
  await using stage = await openDraft();
  const done = Promise.withResolvers<string>();
  const work = whileWanted(wanted, stage.preparation, () => done.promise);
  const away = Promise.withResolvers<void>();
  stage.hold(away.promise);
  await stage.clock.advance(500);
  await expect.poll(stage.looks).toBe(1);
  away.reject(new Error('the disk is away'));
  stage.hold(Promise.resolve());
  await expect.poll(() => stage.clock.timers).toBe(1);
  await stage.clock.advance(500);
  done.resolve('made');
  expect(await work).toBe('made');
  expect(stage.looks()).toBe(2);
});

test('nobody looks any more when the work has ended, not even after a look that was under way', async () => {
  await using stage = await openDraft();
  const done = Promise.withResolvers<string>();
  const look = Promise.withResolvers<void>();
  const work = whileWanted(wanted, stage.preparation, () => done.promise);
  stage.hold(look.promise);
  await stage.clock.advance(500);
  expect(stage.looks()).toBe(1);
  done.resolve('made');
  expect(await work).toBe('made');
  look.resolve();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await stage.clock.advance(5_000);
  expect([stage.looks(), stage.clock.timers]).toEqual([1, 0]);
});
