import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatId } from '#src/core/ids.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { type Priority, priority } from '#src/telegram/outbox/outbox-row.ts';
import { type Echo, echoFeature } from '#test/support/echo-feature.ts';
import { type BedTenant, openTelegramBed, type TelegramBed } from '#test/support/telegram-bed.ts';

const callMs = 2_000;

let echo: Echo;
let bed: TelegramBed;
let luna: BedTenant;
let desk: { readonly id: number; seesTexts(bot: BedTenant['bot']): string[] };

beforeEach(async () => {
  echo = echoFeature('desk', {
    mayFollow: () => true,
    prepare: async (_tx, row) => ({ do: 'call', call: row }),
  });
  bed = await openTelegramBed({ features: [echo] });
  luna = await bed.addTenant('luna_bot');
  const creator = bed.sandbox.createUser();
  creator.start(luna.bot);
  desk = creator;
  await bed.start();
  await bed.advanceUntil('the first answer', () => seen().includes('echo /start'));
});

afterEach(() => bed[Symbol.asyncDispose]());

const seen = () => desk.seesTexts(luna.bot);
const parts = () => seen().filter((text) => /^\d+$/.test(text));
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);

/** Enqueues texts to the desk in one transaction, and lets every call take its time. */
async function put(texts: readonly string[], of: Priority = priority.relay): Promise<void> {
  await bed.transact(luna, async (tx) => {
    for (const text of texts) {
      await enqueue(tx, bed.clock.now(), {
        kind: 'echo',
        method: 'sendMessage',
        payload: { chat_id: desk.id, text },
        audience: 'desk',
        chatId: desk.id as ChatId,
        priority: of,
      });
    }
  });
  bed.telegram.wake(luna.record.tenantId);
}

const slowly = (times: number) =>
  bed.sandbox.fault({ fault: 'slow', method: 'sendMessage', ms: callMs, times });

/** The texts of rows in a state, in their order. */
async function textsIn(state: string): Promise<string[]> {
  const rows = await bed.outbox(luna);
  return rows
    .filter((row) => row.state === state)
    .map((row) => (JSON.parse(row.payload ?? '{}') as { text: string }).text);
}

describe('a lane with many rows to the desk', () => {
  test('is claimed further while the last call of its run is under way, never more than six at one time', async () => {
    slowly(16);
    await put(numbers(1, 16));
    const claimed: string[][] = [];
    await bed.advanceUntil(
      'all',
      async () => {
        claimed.push(await textsIn('sending'));
        return parts().length === 16;
      },
      callMs / 2,
    );
    expect(parts()).toEqual(numbers(1, 16));
    expect(claimed).toContainEqual(numbers(6, 11));
    expect(claimed).toContainEqual(numbers(11, 16));
    expect(Math.max(...claimed.map(({ length }) => length))).toBe(6);
  });

  test('lets a row of more importance go first once its run has ended', async () => {
    slowly(12);
    await put(numbers(1, 12));
    await bed.advanceUntil('the first', () => parts().length === 1, callMs / 2);
    await put(['answer'], priority.reply);
    await bed.advanceUntil('all', () => parts().length === 12, callMs / 2);
    expect(seen().slice(2)).toEqual([...numbers(1, 6), 'answer', ...numbers(7, 12)]);
  });

  test('keeps its order when the last call is refused for its pace while more was claimed', async () => {
    slowly(6);
    await put(numbers(1, 12));
    await bed.advanceUntil('the fourth', () => parts().length === 4, callMs / 4);
    bed.sandbox.fault({ fault: 'flood', method: 'sendMessage', retryAfter: 4 });
    await bed.advanceUntil(
      'the next to be claimed',
      async () => (await textsIn('sending')).at(-1) === '11',
      callMs / 4,
    );
    await bed.advanceUntil(
      'them to be given back',
      async () => (await textsIn('queued')).length === 7,
      callMs / 4,
    );
    await bed.advanceUntil('all', () => parts().length === 12);
    expect(parts()).toEqual(numbers(1, 12));
  });

  test('makes none of the calls that were claimed ahead when the program stops', async () => {
    slowly(6);
    await put(numbers(1, 12));
    await bed.advanceUntil(
      'the sixth to be called',
      async () => (await textsIn('sending')).length === 6,
      callMs / 4,
    );
    await bed.advanceUntil(
      'the next to be claimed',
      async () => (await textsIn('sending')).at(-1) === '11',
      callMs / 4,
    );
    const stopped = bed.stop();
    await bed.clock.advance(callMs);
    await stopped;
    expect(parts()).toEqual(numbers(1, 6));
    expect(await textsIn('queued')).toEqual(numbers(7, 12));
    await bed.start();
    await bed.advanceUntil('all', () => parts().length === 12);
    expect(parts()).toEqual(numbers(1, 12));
  });

  test('goes on where the disk was full while more was claimed', async () => {
    slowly(12);
    await put(numbers(1, 12));
    await bed.advanceUntil('the fourth', () => parts().length === 4, callMs / 2);
    bed.fillDisk(true);
    await bed.clock.advance(4 * callMs);
    bed.fillDisk(false);
    await bed.advanceUntil('all', () => parts().length === 12);
    expect(parts()).toEqual(numbers(1, 12));
  });
});

test('lanes that wait for a slot have their turn before a run goes on', async () => {
  const people = Array.from({ length: 40 }, () => bed.sandbox.createUser());
  for (const person of people) person.start(luna.bot);
  await bed.advanceUntil('the first answers', () =>
    people.every((person) => person.seesTexts(luna.bot).includes('echo /start')),
  );
  slowly(1_000);
  await bed.transact(luna, async (tx) => {
    for (const person of people) {
      for (const text of numbers(1, 12)) {
        await enqueue(tx, bed.clock.now(), {
          kind: 'echo',
          method: 'sendMessage',
          payload: { chat_id: person.id, text },
          audience: 'desk',
          chatId: person.id as ChatId,
          priority: priority.relay,
        });
      }
    }
  });
  bed.telegram.wake(luna.record.tenantId);
  const has = (person: (typeof people)[number], text: string) =>
    person.seesTexts(luna.bot).includes(text);
  await bed.advanceUntil('everybody’s first', () => people.every((one) => has(one, '1')), callMs);
  expect(people.some((one) => has(one, '12'))).toBe(false);
});
