import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChatId, OutboxId } from '#src/core/ids.ts';
import { appendToFile, attachFile } from '#src/telegram/outbox/attach-file.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { filesOf } from '#src/telegram/outbox/file-queries.ts';
import { cancelRow, retryRow } from '#src/telegram/outbox/retry-row.ts';
import { purgeFinished } from '#src/telegram/purge-finished.ts';
import { echoFeature } from '#test/support/echo-feature.ts';
import { plainPng } from '#test/support/sandbox/image.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import { type BedTenant, openTelegramBed, type TelegramBed } from '#test/support/telegram-bed.ts';

let bed: TelegramBed;
let luna: BedTenant;
let mars: BedTenant;
let anna: SandboxUser;

beforeEach(async () => {
  bed = await openTelegramBed({ features: [echoFeature('desk')] });
  luna = await bed.addTenant('luna_bot');
  mars = await bed.addTenant('mars_bot');
  await bed.start();
  anna = bed.sandbox.createUser();
  for (const { bot } of [luna, mars]) {
    anna.start(bot);
    await bed.advanceUntil('the first answer', () => anna.seesTexts(bot).includes('echo /start'));
  }
});

afterEach(() => bed[Symbol.asyncDispose]());

const dayMs = 86_400_000;

/** Enqueues one call to anna's chat with this file as its document. */
const putDocument = (bytes: Uint8Array, name = 'fans.csv') =>
  bed.transact(luna, async (tx) => {
    const now = bed.clock.now();
    const document = await attachFile(tx, now, { name, bytes });
    return await enqueue(tx, now, {
      method: 'sendDocument',
      payload: { chat_id: anna.id, document, caption: 'here' },
      audience: 'desk',
      chatId: anna.id as ChatId,
    });
  });

const stateOf = async (id: OutboxId) =>
  (await bed.outbox(luna)).find((row) => row.id === id)?.state;

const untilState = (id: OutboxId, state: string) =>
  bed.advanceUntil(`the row to be ${state}`, async () => (await stateOf(id)) === state);

/** Files and pieces that this tenant holds. */
const held = ({ record }: BedTenant) =>
  bed.storage.store.read(record.tenantId, async (reader) => [
    (await reader.db.selectFrom('outbox_file').select('id').execute()).length,
    (await reader.db.selectFrom('outbox_file_piece').select('place').execute()).length,
  ]);

/** The bytes of the newest file that anna sees. */
async function received(tenant: BedTenant): Promise<{ name?: string; bytes: Buffer }> {
  const media = anna.sees(tenant.bot).findLast((message) => message.media)?.media;
  if (!media) throw new Error('There is no file.');
  const answer = await fetch(new URL(media.url, bed.sandbox.url));
  const bytes = Buffer.from(await answer.arrayBuffer());
  return media.fileName === undefined ? { bytes } : { name: media.fileName, bytes };
}

test('a file arrives byte by byte, and is not kept afterwards', async () => {
  const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, index) => (index * 7) % 251));
  await untilState(await putDocument(bytes), 'sent');
  const { name, bytes: arrived } = await received(luna);
  expect(name).toBe('fans.csv');
  expect(arrived.equals(bytes)).toBe(true);
  expect(await held(luna)).toEqual([0, 0]);
  expect(anna.sees(mars.bot).every((message) => !message.media)).toBe(true);
});

test('a file may be made in several transactions', async () => {
  const now = bed.clock.now();
  const document = await bed.transact(luna, (tx) =>
    attachFile(tx, now, { name: 'fans.csv', bytes: Buffer.from('name\n') }),
  );
  await bed.transact(luna, (tx) => appendToFile(tx, document, Buffer.from('Anna\n')));
  const id = await bed.transact(luna, (tx) =>
    enqueue(tx, now, {
      method: 'sendDocument',
      payload: { chat_id: anna.id, document },
      audience: 'desk',
      chatId: anna.id as ChatId,
    }),
  );
  await untilState(id, 'sent');
  expect((await received(luna)).bytes.toString()).toBe('name\nAnna\n');
});

test('pictures go as an album, and in place of a message', async () => {
  const picture = (name: string) => ({ name, bytes: plainPng(40, 30, [200, 20, 20]) });
  const now = bed.clock.now();
  const album = await bed.transact(luna, async (tx) =>
    enqueue(tx, now, {
      method: 'sendMediaGroup',
      payload: {
        chat_id: anna.id,
        media: [
          { type: 'photo', media: await attachFile(tx, now, picture('one.png')) },
          { type: 'photo', media: await attachFile(tx, now, picture('two.png')) },
        ],
      },
      audience: 'desk',
      chatId: anna.id as ChatId,
    }),
  );
  await untilState(album, 'sent');
  const photos = anna.sees(luna.bot).filter(({ kind }) => kind === 'photo');
  expect(photos.map(({ media }) => media?.width)).toEqual([40, 40]);
  const edit = await bed.transact(luna, async (tx) =>
    enqueue(tx, now, {
      method: 'editMessageMedia',
      payload: {
        chat_id: anna.id,
        message_id: photos[0]?.messageId,
        media: {
          type: 'photo',
          media: await attachFile(tx, now, { name: 'new.png', bytes: plainPng(50, 30, [0, 0, 9]) }),
        },
      },
      audience: 'desk',
      chatId: anna.id as ChatId,
    }),
  );
  await untilState(edit, 'sent');
  const widths = anna.sees(luna.bot).flatMap(({ media }) => media?.width ?? []);
  expect(widths).toEqual([50, 40]);
});

test('a lost answer, and a 429, upload the file again', async () => {
  bed.sandbox.fault({ fault: 'drop_before', method: 'sendDocument' });
  bed.sandbox.fault({ fault: 'flood', chat: anna.id, retryAfter: 3 });
  await untilState(await putDocument(Buffer.from('once more')), 'sent');
  expect((await received(luna)).bytes.toString()).toBe('once more');
  expect(bed.sandbox.calls.filter(({ method }) => method === 'sendDocument')).toHaveLength(3);
});

test('a refused row keeps its file for a retry, and a cancelled one does not', async () => {
  anna.blocks(luna.bot);
  const id = await putDocument(Buffer.from('later'));
  await untilState(id, 'failed');
  expect(await held(luna)).toEqual([1, 1]);
  anna.unblocks(luna.bot);
  await bed.transact(luna, (tx) => retryRow(tx, id, bed.clock.now()));
  await untilState(id, 'sent');
  expect((await received(luna)).bytes.toString()).toBe('later');
  await bed.transact(luna, async (tx) => {
    const now = bed.clock.now();
    const document = await attachFile(tx, now, { name: 'x.csv', bytes: Buffer.from('x') });
    const unwanted = await enqueue(tx, now, {
      method: 'sendDocument',
      payload: { chat_id: anna.id, document },
      audience: 'desk',
      chatId: anna.id as ChatId,
      notBefore: now + dayMs,
    });
    await cancelRow(tx, unwanted, now);
  });
  expect(await held(luna)).toEqual([0, 0]);
});

test('a file that is gone ends its row, and one that no row took is purged after a day', async () => {
  const id = await bed.transact(luna, (tx) =>
    enqueue(tx, bed.clock.now(), {
      method: 'sendDocument',
      payload: { chat_id: anna.id, document: { $file: 12_345 } },
      audience: 'desk',
      chatId: anna.id as ChatId,
    }),
  );
  await untilState(id, 'failed');
  await bed.transact(luna, (tx) =>
    attachFile(tx, bed.clock.now(), { name: 'x.csv', bytes: Buffer.from('x') }),
  );
  await bed.transact(luna, (tx) => purgeFinished(tx, bed.clock.now() + dayMs - 1));
  expect(await held(luna)).toEqual([1, 1]);
  await bed.transact(luna, (tx) => purgeFinished(tx, bed.clock.now() + dayMs + 1));
  expect(await held(luna)).toEqual([0, 0]);
});

test("a row cannot send another row's file", async () => {
  anna.blocks(luna.bot);
  const first = await putDocument(Buffer.from('not yours'));
  await untilState(first, 'failed');
  const [file] = await bed.storage.store.read(luna.record.tenantId, (reader) =>
    filesOf(reader, first),
  );
  anna.unblocks(luna.bot);
  const second = await bed.transact(luna, (tx) =>
    enqueue(tx, bed.clock.now(), {
      method: 'sendDocument',
      payload: { chat_id: anna.id, document: { $file: file?.id } },
      audience: 'desk',
      chatId: anna.id as ChatId,
    }),
  );
  await untilState(second, 'failed');
  expect(anna.sees(luna.bot).some((message) => message.media)).toBe(false);
});

test('what people wrote is never taken for a file', async () => {
  const id = await bed.transact(luna, (tx) =>
    enqueue(tx, bed.clock.now(), {
      method: 'sendMessage',
      payload: { chat_id: anna.id, text: '{"$file":1}' },
      audience: 'desk',
      chatId: anna.id as ChatId,
    }),
  );
  await untilState(id, 'sent');
  expect(anna.seesTexts(luna.bot)).toContain('{"$file":1}');
});
