import type { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { oneATurn } from '#src/core/one-a-turn.ts';
import { systemRandom } from '#src/core/random.ts';
import type { Durable, TenantStore } from '#src/storage/tenant-store.ts';
import { createSlots } from '#src/telegram/outbox/slots.ts';
import { TenantSender } from '#src/telegram/outbox/tenant-sender.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

const full = new AppError('storage.full', 'transient', 'The disk is full.');
const clock = manualClock();
let storage: TestStorage;
let sender: TenantSender;
/** How durable each transaction was, in their order. */
let commits: Durable[];
/** Where transactions begin; what it throws they fail with. */
let beforeCommit: () => Promise<void>;

beforeEach(async () => {
  storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant();
  commits = [];
  beforeCommit = async () => {};
  sender = openSender(tenantId);
});
afterEach(async () => {
  await sender.stop();
  await storage[Symbol.asyncDispose]();
});

function openSender(tenantId: TenantId): TenantSender {
  const store: Pick<TenantStore, 'transact'> = {
    async transact(id, work, { durable = 'at-commit' } = {}) {
      await beforeCommit();
      const result = await storage.store.transact(id, work);
      commits.push(typeof durable === 'function' ? durable(result) : durable);
      return result;
    },
  };
  return new TenantSender(tenantId, {
    store: store as TenantStore,
    services: { clock, random: systemRandom, log: silentLog, texts: {} as never },
    kinds: new Map(),
    hooks: [],
    slots: createSlots(10),
    turn: oneATurn(),
    apiRoot: '',
    apiOf: () => ({}) as Api,
    onUnauthorized() {},
  });
}

const answer =
  <T>(value: T) =>
  async () =>
    value;

describe('work that joins a pass', () => {
  test('shares its commit with all that asks for the same one, which is as durable as the one that asks for most', async () => {
    const answers = await Promise.all([
      sender.passWith(answer('a'), 'with-next'),
      sender.passWith(answer('b'), 'at-commit'),
      sender.passWith(answer('c'), 'with-next'),
    ]);
    expect(answers).toEqual(['a', 'b', 'c']);
    expect(commits).toEqual(['at-commit']);
    await sender.passWith(answer('d'), 'with-next');
    expect(commits).toEqual(['at-commit', 'soon']);
  });

  test('that fails fails for the one who asked, and the next has a transaction of its own', async () => {
    const failing = async (): Promise<never> => {
      throw full;
    };
    await expect(sender.passWith(failing, 'at-commit')).rejects.toThrow(full);
    expect(await sender.passWith(answer('a'), 'with-next')).toBe('a');
    expect(commits).toEqual(['with-next']);
  });

  test('that came during one that fails does not wait until the sender tries again', async () => {
    const begun = Promise.withResolvers<void>();
    const going = Promise.withResolvers<void>();
    beforeCommit = async () => {
      begun.resolve();
      await going.promise;
    };
    const first = sender.passWith(answer('a'), 'at-commit');
    await begun.promise;
    const second = sender.passWith(answer('b'), 'at-commit');
    going.reject(full);
    await expect(first).rejects.toThrow(full);
    await expect(second).rejects.toThrow(full);
    beforeCommit = async () => {};
    expect(await sender.passWith(answer('c'), 'at-commit')).toBe('c');
  });

  test('is done also after the sender was stopped, and when it is stopped meanwhile', async () => {
    const meanwhile = sender.passWith(answer('a'), 'at-commit');
    await sender.stop();
    expect(await meanwhile).toBe('a');
    expect(await sender.passWith(answer('b'), 'at-commit')).toBe('b');
    expect(commits).toEqual(['at-commit', 'at-commit']);
  });
});
