import type { MasterKey } from '#src/storage/master-key.ts';
import type { ShardConfig } from './protocol.ts';
import type { Shard } from './shard.ts';
import { ShardThread } from './shard-thread.ts';

/**
 * Starts a thread for each share of the tenants, and is all of them as one shard: a webhook goes to the thread that has
 * announced its path. `onFailure` hears of an error that ended a thread.
 */
export async function openShardThreads(
  { masterKey, ...config }: ShardConfig & { readonly masterKey: MasterKey },
  onFailure: (error: unknown) => void,
): Promise<Shard> {
  const of = config.shards;
  const ofPath = new Map<string, Shard>();
  const opening = Array.from({ length: of }, async (_, number) => {
    const bytes = masterKey.copy();
    const opened: Promise<Shard> = ShardThread.open(
      { config, share: { number, of }, masterKey: bytes },
      { onHook: (path) => void ofPath.set(path, thread), onFailure },
    );
    // The thread has a copy of its own by now.
    bytes.fill(0);
    const thread = await opened;
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
      return (await ofPath.get(request.path)?.handleWebhook(request)) ?? { status: 401 };
    },
    async ping() {
      await Promise.all(threads.map((thread) => thread.ping()));
    },
    stop,
  };
}
