import { readlinkSync } from 'node:fs';
import { getPriority } from 'node:os';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { stepBack } from '#src/app/shards/step-back.ts';

// The entry of a thread that steps back and says what its niceness was and is.

const port = parentPort as MessagePort;
const threadId = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
const before = getPriority(threadId);
stepBack();
port.postMessage({ before, after: getPriority(threadId) });
