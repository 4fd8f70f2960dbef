import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '#src/core/clock.ts';
import { gather } from '#src/core/gather.ts';
import { systemRandom } from '#src/core/random.ts';
import { createLlm } from '#src/llm/create-llm.ts';
import { limitsOfShare, usualLimits } from '#src/llm/llm-config.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import { createLog } from '../log.ts';
import { isBilled } from '../stripe-settings.ts';
import { openShard } from './open-shard.ts';
import { stepBack } from './step-back.ts';
import type { ShardOrder, ShardStart, ShardWord, ToldHook } from './protocol.ts';

// The entry of a thread that works for one share of the tenants (see ShardThread). The first thread has migrated their files.

// Acknowledgements, which Telegram waits for, are the first thread's.
stepBack();

const { config, share, masterKey } = workerData as ShardStart;
const port = parentPort as MessagePort;
const clock = systemClock;
const random = systemRandom;
const log = createLog({ level: config.logLevel });

const storage = await openStorage({
  dir: config.tenantsDir,
  masterKey: takeKey(),
  clock,
  random,
  log,
  share,
  flushInBackground: true,
});
const plans = await storage.planBook({ billing: isBilled(config.stripe), share });
const llm = createLlm(config.llm, { clock, random, log }, limitsOfShare(usualLimits, share.of));
const say = (word: ShardWord): void => port.postMessage(word);
const sayHook = gather<ToldHook>((hooks) => say({ said: 'hooks', hooks }));
const sayKept = gather<number>((seqs) => say({ said: 'kept', seqs }));
const shard = openShard(config, {
  clock,
  random,
  log,
  share,
  storage,
  plans,
  llm,
  door: {
    onHook: (path, hook) => sayHook([path, hook]),
    onKept(seqs) {
      for (const seq of seqs) sayKept(seq);
    },
  },
});

function takeKey(): MasterKey {
  const key = new MasterKey(masterKey);
  masterKey.fill(0);
  return key;
}

async function stop(): Promise<void> {
  await shard.stop();
  await llm.close();
  await storage.close();
}

port.on('message', (order: ShardOrder) => {
  switch (order.do) {
    case 'start':
      // After the webhooks that were announced in this turn.
      void shard.start(order.serverUrl).then(() => setImmediate(() => say({ said: 'started' })));
      return;
    case 'take':
      shard.take(order.arrivals);
      return;
    case 'ping':
      say({ said: 'pong' });
      return;
    case 'stop':
      // After what was kept in this turn.
      void stop().then(() => setImmediate(() => say({ said: 'stopped' })));
  }
});
say({ said: 'opened' });
