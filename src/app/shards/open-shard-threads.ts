import type { Config } from '../config.ts';
import type { Shard } from './shard.ts';
import { ShardThread } from './shard-thread.ts';

/**
 * Starts a thread for each share of the tenants, and is all of them as one shard: a webhook goes to the thread that has
 * announced its path. `onFailure` hears of an error that ended a thread.
 */
export async function openShardThreads(
  config: Config,
  onFailure: (error: unknown) => void,
): Promise<Shard> {
  const of = config.shards;
  const ofPath = new Map<string, Shard>();
  const opening = Array.from({ length: of }, async (_, number) => {
    const thread: Shard = await ShardThread.open(
      { config, share: { number, of } },
      { onHook: (path) => ofPath.set(path, thread), onFailure },
    );
    return thread;
  });
  const opened = await Promise.allSettled(opening);
  const threads = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const stop = async () => {
    await Promise.all(threads.map((thread) => thread.stop()));
  };
  const failed = opened.find((one) => one.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return {
    async start(serverUrl) {
      await Promise.all(threads.map((thread) => thread.start(serverUrl)));
    },
    async handleWebhook(request) {
      // Any of them knows what to answer to a path that nobody has.
      const thread = ofPath.get(request.path) ?? threads[0];
      return thread ? thread.handleWebhook(request) : { status: 503 };
    },
    async ping() {
      await Promise.all(threads.map((thread) => thread.ping()));
    },
    stop,
  };
}
