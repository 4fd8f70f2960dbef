import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation, Run } from '#test/model/operation.ts';
import { playRun } from '#test/model/play-run.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

// Runs that failed once, as they were shrunk, each with what was wrong then.

let storage: TestStorage;

beforeAll(async () => {
  storage = await openTestStorage({ inMemory: true });
});

afterAll(() => storage[Symbol.asyncDispose]());

const write = (fan = 0, what: 'text' | 'long' | 'photo' = 'text'): Operation => ({
  op: 'write',
  fan,
  what,
});
const answer: Operation = { op: 'answer', nth: 0, what: 'text' };
const deliver: Operation = { op: 'deliver', how: 'once' };
const wait = (ms: number): Operation => ({ op: 'wait', ms });
const edit = (nth = 0): Operation => ({ op: 'edit', nth });

const found: readonly (Omit<Run, 'seed' | 'polling'> & {
  readonly wrong: string;
  readonly polling?: boolean;
})[] = [
  {
    wrong: 'an edit that came while the relay was in its call never reached the desk',
    desk: 'private',
    operations: [write(), edit(), deliver],
  },
  {
    wrong:
      'five faults of Telegram’s while a topic was made counted as five topics, and the message was given up',
    desk: 'forum',
    operations: [
      { op: 'fault', fault: 'flood', to: 'all', times: 2, seconds: 1 },
      write(),
      { op: 'fault', fault: 'lost-after', to: 'desk', times: 2, seconds: 7 },
      deliver,
      wait(6_000),
      write(2),
      write(1),
      wait(30),
      { op: 'fault', fault: 'gateway', to: 'desk', times: 3, seconds: 1 },
      write(),
      { op: 'deliver', how: 'deaf' },
    ],
  },
  {
    wrong:
      'that an answer may not have arrived was said in a topic that was gone, so nobody heard it',
    desk: 'forum',
    polling: true,
    operations: [
      write(),
      wait(6_000),
      answer,
      { op: 'lose-topic', nth: 0 },
      { op: 'fault', fault: 'lost-before', to: 'fan', times: 1, seconds: 1 },
      wait(300_000),
      { op: 'fault', fault: 'flood', to: 'fan', times: 1, seconds: 1 },
    ],
  },
  {
    wrong:
      'a pause of 45 s lasted an hour after the clock was set back by one, and the digest as long',
    desk: 'private',
    operations: [
      write(),
      { op: 'fault', fault: 'flood', to: 'desk', times: 1, seconds: 45 },
      wait(300),
      { op: 'jump', hours: -1 },
      wait(10),
    ],
  },
  {
    wrong: 'a retry, and the wait of an album, lasted an hour after the clock was set back by one',
    desk: 'private',
    operations: [
      { op: 'fault', fault: 'broken', to: 'desk', times: 2, seconds: 1 },
      write(),
      { op: 'write', fan: 1, what: 'album' },
      deliver,
      wait(50),
      { op: 'jump', hours: -1 },
      { op: 'disk-full', times: 2 },
      write(2),
    ],
  },
  {
    wrong: 'an edit after the desk had moved put the message there a second time without a mark',
    desk: 'forum',
    polling: true,
    operations: [write(), wait(6_000), { op: 'move-desk', to: 'private' }, edit(), deliver],
  },
  {
    wrong: 'a photo that was told in words did not follow its edit, because words have no caption',
    desk: 'private',
    operations: [
      write(0, 'photo'),
      { op: 'fault', fault: 'refused', to: 'desk', times: 1, seconds: 1 },
      deliver,
      wait(6_000),
      edit(),
      wait(6_000),
    ],
  },
  {
    wrong:
      'a relay that might be there already went to the digest and came back from it without its mark',
    desk: 'forum',
    operations: [
      write(1),
      wait(60_000),
      write(1, 'long'),
      deliver,
      { op: 'fault', fault: 'flood', to: 'desk', times: 1, seconds: 7 },
      { op: 'kill', after: 1 },
      write(1),
      wait(300),
      write(),
      { op: 'restart', how: 'stop' },
      { op: 'answer', nth: 0, what: 'long' },
    ],
  },
  {
    wrong: 'a relay that might be there already, refused and then told in words, lost its mark',
    desk: 'private',
    polling: true,
    operations: [
      write(),
      { op: 'kill', after: 7 },
      wait(1_500),
      write(1),
      { op: 'kill', after: 1 },
      { op: 'restart', how: 'kill' },
      { op: 'fault', fault: 'refused', to: 'desk', times: 1, seconds: 1 },
    ],
  },
  {
    wrong:
      'a relay that might be there already was opened in the digest, and came without its mark',
    desk: 'private',
    operations: [
      write(),
      deliver,
      { op: 'fault', fault: 'flood', to: 'all', times: 1, seconds: 45 },
      { op: 'kill', after: 1 },
      wait(1_500),
      answer,
      wait(50),
    ],
  },
  {
    wrong: 'a message sent afresh after an edit, refused and then told in words, lost its mark',
    desk: 'forum',
    operations: [
      write(),
      write(1),
      wait(1_500),
      wait(60_000),
      { op: 'fault', fault: 'refused', to: 'desk', times: 2, seconds: 1 },
      { op: 'lose-topic', nth: 0 },
      { op: 'lose-topic', nth: 0 },
      edit(),
      edit(1),
      deliver,
      wait(6_000),
    ],
  },
];

test.each(found)('no longer: $wrong', async ({ wrong: _wrong, ...run }) => {
  for (const seed of [1, 2, 3]) {
    expect(await playRun(storage, { seed, polling: false, ...run })).toEqual([]);
  }
});
