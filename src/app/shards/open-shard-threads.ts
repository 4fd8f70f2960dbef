import { shareOf } from '#src/core/share.ts';
import type { MasterKey } from '#src/storage/master-key.ts';
import type { ShardConfig } from './protocol.ts';
import type { Shard } from './shard.ts';
import { ShardThread, type ShardListener } from './shard-thread.ts';

/**
 * Starts a thread for each share of the tenants, and is all of them as one shard: what arrives goes to the thread of its tenant's
 * share.
 */
export async function openShardThreads(
  { masterKey, ...config }: ShardConfig & { readonly masterKey: MasterKey },
  listener: ShardListener,
): Promise<Shard> {
  const of = config.shards;
  const opening = Array.from({ length: of }, async (_, number) => {
    const bytes = masterKey.copy();
    const opened = ShardThread.open({ config, share: { number, of }, masterKey: bytes }, listener);
    // The thread has a copy of its own by now.
    bytes.fill(0);
    return await opened;
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
    take(arrivals) {
      const shares = Map.groupBy(arrivals, ({ tenantId }) => shareOf(tenantId, of));
      for (const [share, ofShare] of shares) threads[share]?.take(ofShare);
    },
    async ping() {
      await Promise.all(threads.map((thread) => thread.ping()));
    },
    stop,
  };
}
