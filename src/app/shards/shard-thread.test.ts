import { expect, test } from 'vitest';
import { AppError } from '#src/core/errors.ts';
import type { BotId, TenantId } from '#src/core/ids.ts';
import { allTenants } from '#src/core/share.ts';
import type { Arrival } from '#src/storage/arrival-journal.ts';
import { makeInstallation } from '#test/bench/support/provision.ts';
import { newTenant } from '#test/support/new-tenant.ts';
import { readConfig } from '../config.ts';
import { errorOrigin } from '../error-origin.ts';
import type { ShardStart } from './protocol.ts';
import { ShardThread } from './shard-thread.ts';

const entry = new URL('../../../test/support/shards/failing-thread.ts', import.meta.url);
const arrival = (seq: number, payload: string): Arrival => ({
  seq,
  tenantId: 't1' as TenantId,
  botId: 1 as BotId,
  payload,
  receivedAt: 0,
});

async function open(failAt = 'no step') {
  const hooks: string[] = [];
  const kept: number[] = [];
  const failed = Promise.withResolvers<unknown>();
  const start: ShardStart & { failAt: string } = {
    config: {} as ShardStart['config'],
    masterKey: new Uint8Array(32),
    share: allTenants,
    failAt,
  };
  const listener = {
    door: {
      onHook: (path: string) => hooks.push(path),
      onKept: (seqs: readonly number[]) => kept.push(...seqs),
    },
    onFailure: failed.resolve,
  };
  const thread = await ShardThread.open(start, listener, entry);
  return { thread, hooks, kept, failed: failed.promise };
}

const notFlushed = expect.objectContaining({
  code: 'storage.not-flushed',
  kind: 'permanent',
  message: 'The disk does not keep data.',
});

test('what fails while a thread opens or starts fails for the one who waits, with its code', async () => {
  const opening = await open('open').catch((error: unknown) => error);
  expect(opening).toBeInstanceOf(AppError);
  expect(opening).toEqual(notFlushed);
  expect(errorOrigin(opening)).toContain('failing-thread.ts');
  const { thread } = await open('start');
  await expect(thread.start('http://127.0.0.1')).rejects.toEqual(notFlushed);
  await thread.stop();
});

test('webhooks are announced before the start is over, and of what arrives is told what is kept', async () => {
  const { thread, hooks, kept } = await open();
  await thread.start('http://127.0.0.1');
  expect(hooks).toEqual(['one', 'two']);
  thread.take([arrival(1, 'a'), arrival(2, 'b')]);
  thread.take([arrival(3, 'nothing'), arrival(4, 'c')]);
  await Promise.all([thread.ping(), thread.ping()]);
  await thread.ping();
  expect(kept).toEqual([1, 2, 4]);
  await thread.stop();
});

test('a thread that is told to stop while it starts ends its work before it is taken away', async () => {
  const { thread, hooks } = await open('slow');
  const starting = thread.start('http://127.0.0.1').catch((error: unknown) => error);
  await thread.stop();
  expect(hooks).toEqual(['files closed']);
  await starting;
});

test.each([
  [
    'has announced all its tenants’ webhooks when it has started, and reads no key by itself',
    false,
  ],
  ['that is stopped while it takes up its tenants ends well', true],
])('a shard %s', async (_, stopsAtOnce) => {
  using installation = makeInstallation();
  const paths: string[] = [];
  let masterKey: Uint8Array;
  {
    await using storage = await installation.open();
    for (let n = 1; n <= 30; n += 1) {
      const record = await newTenant(
        { ...storage, dir: installation.dir },
        { slug: `t${n}`, bot: { id: n, token: `${n}:token`, username: `t${n}_bot`, name: 'T' } },
      );
      paths.push(record.webhookPath);
    }
    masterKey = Buffer.from(installation.settings['MASTER_KEY'] ?? '', 'hex');
  }
  const read = readConfig({
    env: {
      ...installation.settings,
      MASTER_KEY: '0'.repeat(64),
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
      PUBLIC_URL: 'http://127.0.0.1:8080',
      LOG_LEVEL: 'silent',
    },
  });
  if (!read.ok) throw new Error('wrong settings');
  const hooks: string[] = [];
  const thread = await ShardThread.open(
    { config: read.config, share: allTenants, masterKey: Uint8Array.from(masterKey) },
    {
      door: { onHook: (path) => hooks.push(path), onKept() {} },
      onFailure(error) {
        throw error;
      },
    },
  );
  const starting = thread.start('http://127.0.0.1:8080');
  if (stopsAtOnce) {
    await thread.stop();
    await starting;
    return;
  }
  await starting;
  expect(new Set(hooks)).toEqual(new Set(paths));
  await thread.stop();
});

test.each([
  ['an AppError', notFlushed],
  ['a rejection', expect.objectContaining({ name: 'TypeError' })],
  ['an exit', expect.objectContaining({ code: 'app.shard-ended' })],
])(
  '%s that nobody takes is told once, and nothing that comes after it is kept',
  async (fault, error) => {
    const { thread, kept, failed } = await open();
    await thread.start('http://127.0.0.1');
    thread.take([arrival(1, 'nothing')]);
    thread.take([arrival(2, fault)]);
    await expect(thread.ping()).rejects.toThrow('has ended');
    expect(await failed).toEqual(error);
    await expect(thread.ping()).rejects.toThrow('has ended');
    thread.take([arrival(3, 'later')]);
    await thread.stop();
    expect(kept).toEqual([]);
  },
);
