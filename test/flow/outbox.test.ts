import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import type { ChatId, OutboxId } from '#src/core/ids.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { OutboxKind } from '#src/telegram/outbox/outbox-kind.ts';
import type { NewOutboxRow } from '#src/telegram/outbox/outbox-row.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import { cancelRow, retryRow } from '#src/telegram/outbox/retry-row.ts';
import { type Echo, echoFeature } from '#test/support/echo-feature.ts';
import { type BedTenant, openTelegramBed, type TelegramBed } from '#test/support/telegram-bed.ts';

let echo: Echo;
let bed: TelegramBed;
let luna: BedTenant;
let mars: BedTenant;
/** What the kind `echo` does beyond listening; each test sets what it needs. */
let kind: Partial<OutboxKind>;

/** A kind that says by itself what may be a repeat. */
const marking: OutboxKind = { kind: 'marking', marksRepeats: true };

beforeEach(async () => {
  kind = {};
  echo = echoFeature('fan', {
    prepare: async (tx, row, services) =>
      (await kind.prepare?.(tx, row, services)) ?? { do: 'call', call: row },
    onFailed: async (tx, row, failure, services) => {
      echo.heard.push(`failed ${failure.reason}`);
      return (await kind.onFailed?.(tx, row, failure, services)) ?? 'ended';
    },
  });
  const hooks = { ...echo.hooks, repeatMark: async () => 'may be a repeat' };
  bed = await openTelegramBed({
    features: [{ ...echo, outboxKinds: [...(echo.outboxKinds ?? []), marking], hooks }],
  });
  luna = await bed.addTenant('luna_bot');
  mars = await bed.addTenant('mars_bot');
});

afterEach(() => bed[Symbol.asyncDispose]());

/** A fan with whom the bot may talk, whose first answer has come. */
async function fanOf(tenant: BedTenant) {
  const fan = bed.sandbox.createUser();
  fan.start(tenant.bot);
  await bed.advanceUntil('the first answer', () =>
    fan.seesTexts(tenant.bot).includes('echo /start'),
  );
  return fan;
}

/** Enqueues a text as a process beside the runtime does. */
function put(
  tenant: BedTenant,
  chat: number,
  text: string,
  change: Partial<NewOutboxRow> = {},
): Promise<OutboxId> {
  return bed.transact(tenant, (tx) =>
    enqueue(tx, bed.clock.now(), {
      kind: 'echo',
      method: 'sendMessage',
      payload: { chat_id: chat, text },
      audience: 'fan',
      chatId: chat as ChatId,
      ...change,
    }),
  );
}

const row = async (tenant: BedTenant, id: OutboxId) =>
  (await bed.outbox(tenant)).find((one) => one.id === id);

const untilState = (tenant: BedTenant, id: OutboxId, state: string, stepMs?: number) =>
  bed.advanceUntil(
    `row ${id} to be ${state}`,
    async () => (await row(tenant, id))?.state === state,
    stepMs,
  );

const sends = (text: string) =>
  bed.sandbox.calls.filter(
    ({ method, params }) => method === 'sendMessage' && params['text'] === text,
  );

test('what an update enqueues is claimed by the commit that handles it', async () => {
  await bed.start();
  const fan = await fanOf(luna);
  await bed.clock.advance(1_000);
  const before = bed.transactions;
  fan.sends(luna.bot, 'a word');
  await bed.advanceUntil('the answer', () => fan.seesTexts(luna.bot).includes('echo a word'));
  await bed.advanceUntil(
    'it to be written down',
    async () => (await bed.outbox(luna)).at(-1)?.state === 'sent',
  );
  // It is stored; handled and claimed; settled.
  expect(bed.transactions - before).toBe(3);
});

describe('a row', () => {
  test('that another process enqueues is found within seconds and forgets its content', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    const id = await put(luna, anna.id, 'from a script');
    await untilState(luna, id, 'sent');
    expect(await row(luna, id)).toMatchObject({ payload: null, attempts: 0, failure: null });
    expect(anna.seesTexts(luna.bot)).toContain('from a script');
    expect(echo.heard).toContain('sent from a script');
  });

  test('that came too late is cancelled, and its kind hears of it', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    const id = await put(luna, anna.id, 'late', { expiresAt: bed.clock.now() });
    await untilState(luna, id, 'cancelled');
    expect(echo.heard).toContain('failed expired');
    expect(sends('late')).toEqual([]);
  });

  test('that is meant for later holds up nobody', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    const at = bed.clock.now() + 600_000;
    const later = await put(luna, anna.id, 'later', { notBefore: at });
    await untilState(luna, await put(luna, anna.id, 'now'), 'sent');
    expect(await row(luna, later)).toMatchObject({ state: 'queued' });
    await untilState(luna, later, 'sent', 60_000);
    expect(sends('later')[0]?.at).toBeGreaterThanOrEqual(at);
  });

  test('of a kind that nobody knows ends', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    const id = await put(luna, anna.id, 'x', { kind: 'forgotten' });
    await untilState(luna, id, 'failed');
  });

  test('can be taken back while it waits, and not once it was sent', async () => {
    const cancel = (id: OutboxId) => bed.transact(luna, (tx) => cancelRow(tx, id, 1));
    await bed.start();
    const anna = await fanOf(luna);
    const sent = (await bed.outbox(luna))[0]?.id as OutboxId;
    expect(await cancel(sent)).toBe(false);
    const id = await put(luna, anna.id, 'no', { notBefore: bed.clock.now() + 60_000 });
    expect(await cancel(id)).toBe(true);
    await bed.clock.advance(120_000);
    expect(await row(luna, id)).toMatchObject({ state: 'cancelled', payload: null });
    expect(sends('no')).toEqual([]);
  });
});

describe('429', () => {
  test('pauses its chat alone, costs no try, and the pace holds there afterwards', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    const ben = await fanOf(luna);
    bed.sandbox.fault({ fault: 'flood', chat: anna.id, retryAfter: 20 });
    const first = await put(luna, anna.id, 'one');
    for (const text of ['two', 'three', 'four']) await put(luna, anna.id, text);
    await bed.advanceUntil('the 429', () =>
      bed.lines.some(({ event }) => event === 'telegram.flood'),
    );
    const floodedAt = bed.clock.now();
    await untilState(luna, await put(luna, ben.id, 'for ben'), 'sent');
    expect(await row(luna, first)).toMatchObject({ state: 'queued', attempts: 0 });
    await bed.advanceUntil('the last', () => sends('four').length === 1, 100);
    expect(anna.seesTexts(luna.bot).slice(-4)).toEqual(['one', 'two', 'three', 'four']);
    const times = ['one', 'two', 'three', 'four'].map((text) => sends(text).at(-1)?.at ?? 0);
    expect(times[0]).toBeGreaterThanOrEqual(floodedAt + 19_000);
    for (const [index, time] of times.slice(1).entries()) {
      expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(1_000);
    }
  });

  test('a reply goes before the relays that wait for pace', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    bed.sandbox.fault({ fault: 'flood', chat: anna.id, retryAfter: 5 });
    for (const text of ['relay 1', 'relay 2', 'relay 3']) {
      await put(luna, anna.id, text, { priority: priority.relay });
    }
    await bed.advanceUntil('the 429', () => sends('relay 1').length === 1);
    await put(luna, anna.id, 'reply');
    await bed.advanceUntil('all', () => sends('relay 3').length === 1);
    expect(anna.seesTexts(luna.bot).slice(-4)).toEqual(['reply', 'relay 1', 'relay 2', 'relay 3']);
  });

  test('of a second chat pauses this bot, and no other bot', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    const ben = await fanOf(luna);
    const eve = await fanOf(luna);
    const zoe = await fanOf(mars);
    bed.sandbox.fault({ fault: 'flood', chat: anna.id, retryAfter: 30 });
    bed.sandbox.fault({ fault: 'flood', chat: ben.id, retryAfter: 30 });
    await put(luna, anna.id, 'one');
    await put(luna, ben.id, 'two');
    await bed.advanceUntil('both 429', () => sends('one').length + sends('two').length === 2);
    const at = bed.clock.now();
    const third = await put(luna, eve.id, 'three');
    await untilState(mars, await put(mars, zoe.id, 'elsewhere'), 'sent');
    expect(bed.clock.now() - at).toBeLessThan(10_000);
    await untilState(luna, third, 'sent');
    expect(sends('three')[0]?.at).toBeGreaterThanOrEqual(at + 25_000);
  });
});

describe('a lost answer', () => {
  test.each(['drop_after', 'drop_before', 'bad_gateway'] as const)(
    '(%s) to a fan is not repeated: a person decides, and the lane goes on',
    async (fault) => {
      await bed.start();
      const anna = await fanOf(luna);
      bed.sandbox.fault({ fault, method: 'sendMessage' });
      const id = await put(luna, anna.id, 'one');
      const next = await put(luna, anna.id, 'two');
      await untilState(luna, next, 'sent');
      expect(await row(luna, id)).toMatchObject({ state: 'uncertain', failure: 'unknown' });
      expect(sends('one')).toHaveLength(1);
      expect(echo.heard.filter((word) => word === 'failed unknown')).toHaveLength(1);
      expect(await bed.transact(luna, (tx) => retryRow(tx, id, bed.clock.now()))).toBe(true);
      await untilState(luna, id, 'sent');
      expect(await row(luna, id)).toMatchObject({ repeated: 1 });
      expect(sends('one')).toHaveLength(2);
    },
  );

  test('to the desk is sent again and marked as repeated', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    bed.sandbox.fault({ fault: 'drop_after', method: 'sendMessage' });
    const id = await put(luna, anna.id, 'relay', { audience: 'desk' });
    await untilState(luna, id, 'sent');
    expect(await row(luna, id)).toMatchObject({ repeated: 1, attempts: 1 });
    expect(anna.seesTexts(luna.bot).filter((text) => text.endsWith('relay'))).toEqual([
      'relay',
      'may be a repeat\nrelay',
    ]);
  });

  test('of a call that changes nothing twice is asked for again, also to a fan', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    const messageId = anna.sees(luna.bot).find(({ text }) => text === 'echo /start')?.messageId;
    bed.sandbox.fault({ fault: 'drop_after', method: 'editMessageText' });
    const id = await put(luna, anna.id, '', {
      method: 'editMessageText',
      payload: { chat_id: anna.id, message_id: messageId, text: 'edited' },
    });
    await untilState(luna, id, 'sent');
    expect(anna.seesTexts(luna.bot)).toContain('edited');
  });
});

describe('trouble at Telegram', () => {
  test('makes rows wait, and each is sent once and in order', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    bed.sandbox.fault({
      fault: 'error',
      code: 500,
      description: 'Internal Server Error',
      times: 6,
    });
    const id = await put(luna, anna.id, 'one');
    const next = await put(luna, anna.id, 'two');
    await untilState(luna, next, 'sent');
    expect((await row(luna, id))?.attempts).toBeGreaterThan(0);
    expect(anna.seesTexts(luna.bot).slice(-2)).toEqual(['one', 'two']);
  });

  test('that lasts a day ends in giving up', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    const id = await put(luna, anna.id, 'one');
    await bed.transact(luna, (tx) =>
      tx.db
        .updateTable('outbox')
        .set({ attempts: 500, claimed_at: bed.clock.now() - 90_000_000 })
        .where('id', '=', id)
        .execute(),
    );
    bed.sandbox.fault({
      fault: 'error',
      code: 500,
      method: 'sendMessage',
      description: 'Internal',
    });
    await untilState(luna, id, 'failed');
    expect(echo.heard).toContain('failed gave-up');
    expect(await bed.transact(luna, (tx) => retryRow(tx, id, bed.clock.now()))).toBe(true);
    await untilState(luna, id, 'sent');
    expect(await row(luna, id)).toMatchObject({ repeated: 0 });
  });

  test('a full disk after the call does not send it twice', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    bed.sandbox.fault({ fault: 'slow', method: 'sendMessage', ms: 2_000 });
    const id = await put(luna, anna.id, 'one');
    await untilState(luna, id, 'sending');
    bed.fillDisk(true);
    await bed.advanceUntil('failures', () =>
      bed.lines.some(({ event }) => event === 'telegram.send_pass_failed'),
    );
    expect(await row(luna, id)).toMatchObject({ state: 'sending' });
    bed.fillDisk(false);
    await untilState(luna, id, 'sent');
    expect(sends('one')).toHaveLength(1);
  });

  test('a stop writes down at once what a full disk held up', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    bed.sandbox.fault({ fault: 'slow', method: 'sendMessage', ms: 2_000 });
    const id = await put(luna, anna.id, 'one');
    await untilState(luna, id, 'sending');
    bed.fillDisk(true);
    await bed.advanceUntil('the next try to be far away', () =>
      bed.lines.some(
        ({ event, fields }) =>
          event === 'telegram.send_pass_failed' && Number(fields['waitMs']) > 10_000,
      ),
    );
    bed.fillDisk(false);
    const stoppedAt = bed.clock.now();
    await bed.stop();
    expect(bed.clock.now() - stoppedAt).toBeLessThan(1_000);
    expect(await row(luna, id)).toMatchObject({ state: 'sent' });
  });
});

describe('somebody who cannot be reached', () => {
  test('is told to the features, then to the kind', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    anna.blocks(luna.bot);
    const id = await put(luna, anna.id, 'one');
    await untilState(luna, id, 'failed');
    expect(echo.heard.slice(-2)).toEqual(['unreachable blocked', 'failed blocked']);
    expect(await row(luna, id)).toMatchObject({ failure: 'blocked' });
  });

  test('a kind may ask for another try a few times', async () => {
    kind = { onFailed: async () => 'again' };
    await bed.start();
    const anna = await fanOf(luna);
    anna.blocks(luna.bot);
    const id = await put(luna, anna.id, 'one');
    await untilState(luna, id, 'failed');
    expect(sends('one')).toHaveLength(4);
  });
});

test('a group that became a supergroup is followed, with all that waits for it', async () => {
  await bed.start();
  const owner = bed.sandbox.createUser();
  const group = bed.sandbox.createGroup({ title: 'Desk', forum: false, owner, type: 'group' });
  group.adds(luna.bot, { admin: true });
  const old = group.id;
  const now = group.becomesSupergroup();
  const ids = [await put(luna, old, 'one'), await put(luna, old, 'two', { lane: `${old}/7` })];
  const anna = await fanOf(luna);
  for (const id of ids) await untilState(luna, id, 'sent');
  expect(echo.heard).toContain(`migrated ${old} ${now}`);
  for (const id of ids) expect(await row(luna, id)).toMatchObject({ chat_id: now });
  expect((await row(luna, ids[1] as OutboxId))?.lane).toBe(`${now}/7`);
  expect(anna.seesTexts(luna.bot)).toContain('echo /start');
});

test('a refused token keeps the rows until there is another', async () => {
  await bed.start();
  const anna = await fanOf(luna);
  const token = luna.bot.revokeToken();
  const id = await put(luna, anna.id, 'one');
  await bed.advanceUntil('the disconnection', () => bed.telegram.status().disconnected === 1);
  await bed.clock.advance(30_000);
  expect(await row(luna, id)).toMatchObject({ state: 'queued', attempts: 0 });
  await bed.storage.control.change(luna.record.tenantId, {
    token,
    connection: 'ok',
    connectionAt: bed.clock.now(),
  });
  await untilState(luna, id, 'sent');
});

describe('a kind', () => {
  test('prepares the call from what is true when its turn comes', async () => {
    kind = {
      prepare: async (_tx, { payload }) => ({
        do: 'call',
        call: {
          method: 'sendMessage',
          payload: { ...payload, text: `${payload['text'] as string}!` },
        },
      }),
    };
    await bed.start();
    const anna = bed.sandbox.createUser();
    anna.start(luna.bot);
    await bed.advanceUntil('it', () => anna.seesTexts(luna.bot).includes('echo /start!'));
  });

  test('may need another call first, whose result it stores', async () => {
    let known: unknown = null;
    kind = {
      prepare: async (_tx, row) =>
        known
          ? { do: 'call', call: row }
          : {
              do: 'first',
              call: { method: 'getMe', payload: {} },
              done: async (_inner, result) => {
                known = result;
              },
            },
    };
    await bed.start();
    await fanOf(luna);
    expect(known).toMatchObject({ username: 'luna_bot' });
  });

  test('may put its row off, keeping its place, or drop it', async () => {
    await bed.start();
    const anna = await fanOf(luna);
    const at = bed.clock.now() + 30_000;
    kind = {
      prepare: async (_tx, row) => {
        if (row.payload['text'] === 'unwanted') return { do: 'drop' };
        return row.payload['text'] === 'first' && bed.clock.now() < at
          ? { do: 'later', at }
          : { do: 'call', call: row };
      },
    };
    await put(luna, anna.id, 'first');
    const unwanted = await put(luna, anna.id, 'unwanted');
    await untilState(luna, await put(luna, anna.id, 'second'), 'sent');
    expect(anna.seesTexts(luna.bot).slice(-2)).toEqual(['first', 'second']);
    expect(await row(luna, unwanted)).toMatchObject({ state: 'cancelled', payload: null });
  });

  test('whose own code fails stops neither its lane for ever nor other rows', async () => {
    kind = {
      prepare: async (_tx, row) => {
        if (row.payload['text'] === 'bad') throw new TypeError('a bug');
        return { do: 'call', call: row };
      },
    };
    await bed.start();
    const anna = await fanOf(luna);
    const ben = await fanOf(luna);
    const bad = await put(luna, anna.id, 'bad');
    const good = await put(luna, anna.id, 'good');
    await untilState(luna, await put(luna, ben.id, 'other'), 'sent');
    await untilState(luna, bad, 'failed');
    await untilState(luna, good, 'sent');
  });
});

describe('after the process died in a call', () => {
  const leave = async (change: Partial<NewOutboxRow>, step: 'call' | 'prelude' = 'call') => {
    const chat = bed.sandbox.createUser();
    chat.start(luna.bot);
    const id = await put(luna, chat.id, 'left', change);
    await bed.transact(luna, (tx) =>
      tx.db
        .updateTable('outbox')
        .set({ state: 'sending', step, claimed_at: bed.clock.now() })
        .where('id', '=', id)
        .execute(),
    );
    return id;
  };

  test('a row to a fan is uncertain, and its kind hears of it', async () => {
    const id = await leave({});
    await bed.start();
    await untilState(luna, id, 'uncertain');
    expect(echo.heard).toContain('failed unknown');
    expect(sends('left')).toEqual([]);
  });

  test('a row to the desk is sent again and says that it may be a repeat', async () => {
    const id = await leave({ audience: 'desk' });
    await bed.start();
    await untilState(luna, id, 'sent');
    expect(await row(luna, id)).toMatchObject({ repeated: 1 });
    expect(sends('may be a repeat\nleft')).toHaveLength(1);
    expect(sends('left')).toEqual([]);
  });

  test('a row whose kind marks what is repeated is left to its kind', async () => {
    const id = await leave({ audience: 'desk', kind: marking.kind });
    await bed.start();
    await untilState(luna, id, 'sent');
    expect(sends('left')).toHaveLength(1);
  });

  test('a row that was only being prepared goes on as if nothing had been', async () => {
    const id = await leave({}, 'prelude');
    await bed.start();
    await untilState(luna, id, 'sent');
    expect(await row(luna, id)).toMatchObject({ repeated: 0, step: 'call' });
  });
});

test('a stop waits for the call under way and writes down how it ended', async () => {
  await bed.start();
  const anna = await fanOf(luna);
  bed.sandbox.fault({ fault: 'slow', method: 'sendMessage', ms: 3_000 });
  const id = await put(luna, anna.id, 'one');
  await untilState(luna, id, 'sending');
  const stopped = bed.stop();
  await bed.clock.advance(3_000);
  await stopped;
  expect(await row(luna, id)).toMatchObject({ state: 'sent' });
});

test('many chats are served at once, and no lane twice', async () => {
  await bed.start();
  const fans = await Promise.all(Array.from({ length: 8 }, () => fanOf(luna)));
  for (const fan of fans) {
    for (let part = 1; part <= 5; part += 1) await put(luna, fan.id, `part ${part}`);
  }
  await bed.advanceUntil('all', () =>
    fans.every((fan) => fan.seesTexts(luna.bot).includes('part 5')),
  );
  for (const fan of fans) {
    expect(fan.seesTexts(luna.bot).filter((text) => text.startsWith('part'))).toEqual([
      'part 1',
      'part 2',
      'part 3',
      'part 4',
      'part 5',
    ]);
  }
});

test('what is finished is forgotten after a while, and nothing else', async () => {
  await bed.start();
  const anna = await fanOf(luna);
  const kept = await put(luna, anna.id, 'kept', { kind: 'forgotten' });
  await untilState(luna, kept, 'failed');
  expect(await bed.updates(luna)).toHaveLength(1);
  const weekMs = 8 * 86_400_000 + 1;
  await bed.stop();
  await bed.clock.advance(weekMs);
  await bed.start();
  await bed.advanceUntil('the first purge', async () => {
    anna.sends(luna.bot, 'hello');
    await bed.clock.advance(61_000);
    return !(await bed.updates(luna)).some(({ received_at: at }) => at < bed.clock.now() - weekMs);
  });
  const rows = await bed.outbox(luna);
  expect(rows.map(({ id }) => id)).toContain(kept);
  expect(
    rows.some(
      ({ state, finished_at: at }) => state === 'sent' && (at ?? 0) < bed.clock.now() - weekMs,
    ),
  ).toBe(false);
});
