import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ShardOrder, ShardWord } from '#src/app/shards/protocol.ts';
import { AppError } from '#src/core/errors.ts';

// The entry of a thread that fails at the step that it is told, or is slow: what an arrival holds, or `workerData`.

const port = parentPort as MessagePort;
const say = (word: ShardWord): void => port.postMessage(word);
const { failAt } = workerData as { failAt?: string };

const failures: Readonly<Record<string, () => unknown>> = {
  'an AppError': () => {
    throw new AppError('storage.not-flushed', 'permanent', 'The disk does not keep data.');
  },
  'a rejection': () => Promise.reject(new TypeError('a bug')),
  'an exit': () => process.exit(0),
};

if (failAt === 'open') failures['an AppError']?.();

port.on('message', (order: ShardOrder) => {
  if (order.do === 'start' && failAt === 'slow') {
    setTimeout(() => say({ said: 'started' }), 100);
  } else if (order.do === 'stop' && failAt === 'slow') {
    setTimeout(() => {
      say({ said: 'hooks', hooks: [['files closed', null]] });
      say({ said: 'stopped' });
    }, 300);
  } else if (order.do === 'start') {
    if (failAt === 'start') failures['an AppError']?.();
    say({ said: 'hooks', hooks: ['one', 'two'].map((path) => [path, null]) });
    say({ said: 'started' });
  } else if (order.do === 'take') {
    for (const { seq, payload } of order.arrivals) {
      const fail = failures[payload];
      if (fail) void fail();
      else if (payload !== 'nothing') say({ said: 'kept', seqs: [seq] });
    }
  } else say({ said: order.do === 'ping' ? 'pong' : 'stopped' });
});
say({ said: 'opened' });
