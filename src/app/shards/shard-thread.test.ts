import { expect, test } from 'vitest';
import { AppError } from '#src/core/errors.ts';
import { allTenants } from '#src/core/share.ts';
import type { Config } from '../config.ts';
import type { ShardStart } from './protocol.ts';
import { ShardThread } from './shard-thread.ts';

const entry = new URL('../../../test/support/shards/failing-thread.ts', import.meta.url);
const request = (body: string) => ({ path: 'one', secret: 'secret', body });

async function open(failAt = 'no step') {
  const hooks: string[] = [];
  const failed = Promise.withResolvers<unknown>();
  const start: ShardStart & { failAt: string } = {
    config: {} as Config,
    share: allTenants,
    failAt,
  };
  const listener = { onHook: (path: string) => hooks.push(path), onFailure: failed.resolve };
  const thread = await ShardThread.open(start, listener, entry);
  return { thread, hooks, failed: failed.promise };
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
  const { thread } = await open('start');
  await expect(thread.start('http://127.0.0.1')).rejects.toEqual(notFlushed);
  await thread.stop();
});

test('webhooks are answered, and announced before the start is over', async () => {
  const { thread, hooks } = await open();
  await thread.start('http://127.0.0.1');
  expect(hooks).toEqual(['one', 'two']);
  const answers = ['a', 'b', 'c'].map((body) => thread.handleWebhook(request(body)));
  await Promise.all([thread.ping(), thread.ping()]);
  await thread.ping();
  expect(await Promise.all(answers)).toEqual([{ status: 200 }, { status: 200 }, { status: 200 }]);
  await thread.stop();
});

test.each([
  ['an AppError', notFlushed],
  ['a rejection', expect.objectContaining({ name: 'TypeError' })],
  ['an exit', expect.objectContaining({ code: 'app.shard-ended' })],
])(
  '%s that nobody takes is told once, and nothing that waits is acknowledged',
  async (fault, error) => {
    const { thread, failed } = await open();
    await thread.start('http://127.0.0.1');
    const waiting = thread.handleWebhook(request('nothing'));
    const failing = thread.handleWebhook(request(fault));
    await expect(waiting).rejects.toThrow('has ended');
    await expect(thread.ping()).rejects.toThrow('has ended');
    await expect(failing).rejects.toThrow('has ended');
    expect(await failed).toEqual(error);
    await expect(thread.handleWebhook(request('later'))).rejects.toThrow('has ended');
    await thread.stop();
  },
);
