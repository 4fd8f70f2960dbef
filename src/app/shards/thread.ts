import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '#src/core/clock.ts';
import { gather } from '#src/core/gather.ts';
import { systemRandom } from '#src/core/random.ts';
import { createLlm } from '#src/llm/create-llm.ts';
import { limitsOfShare, usualLimits } from '#src/llm/llm-config.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import { createLog } from '../log.ts';
import { isBilled } from '../open-stripe.ts';
import { openShard } from './open-shard.ts';
import type { PassedAnswer, ShardOrder, ShardStart, ShardWord } from './protocol.ts';

// The entry of a thread that works for one share of the tenants (see ShardThread). The first thread has migrated their files.

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
const sayHook = gather<string>((paths) => say({ said: 'hooks', paths }));
const sayAnswer = gather<PassedAnswer>((answers) => say({ said: 'answers', answers }));
const shard = openShard(config, {
  clock,
  random,
  log,
  share,
  storage,
  plans,
  llm,
  onHook: sayHook,
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
      // After the paths that were announced in this turn.
      void shard.start(order.serverUrl).then(() => setImmediate(() => say({ said: 'started' })));
      return;
    case 'take':
      for (const { call, request } of order.webhooks) {
        void shard.handleWebhook(request).then((answer) => sayAnswer({ call, answer }));
      }
      return;
    case 'ping':
      say({ said: 'pong' });
      return;
    case 'stop':
      void stop().then(() => say({ said: 'stopped' }));
  }
});
say({ said: 'opened' });
