import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatId } from '#src/core/ids.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { SandboxGroup, SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { startFanline } from '#test/support/start-fanline.ts';
import type { Fanline, TestTenant } from '#test/support/start-fanline.ts';

let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;

beforeEach(async () => {
  fanline = await startFanline();
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  expect(mars.news()).toEqual([]);
  await fanline[Symbol.asyncDispose]();
});

const atDesk = (what: string, check: (message: MessageView) => boolean) =>
  fanline.sandbox.until(what, () =>
    luna.creator.sees(luna.bot).find((message) => message.from.isBot && check(message)),
  );
const atFan = (what: string, check: (message: MessageView) => boolean) =>
  fanline.sandbox.until(what, () =>
    ana.sees(luna.bot).find((message) => message.from.isBot && check(message)),
  );

async function forum(): Promise<SandboxGroup> {
  const group = fanline.sandbox.createGroup({ title: 'Desk', forum: true, owner: luna.creator });
  group.adds(luna.bot, { admin: true, manageTopics: true });
  luna.creator.sends(group, '/desk');
  await fanline.sandbox.until('the desk', () =>
    luna.creator.seesTexts(group).find((text) => text.startsWith('Your desk is here now')),
  );
  return group;
}

/** What the file holds of rows in a call. */
const sending = (kind: string) =>
  luna.read(async ({ db }) =>
    db
      .selectFrom('outbox')
      .select('id')
      .where('state', '=', 'sending')
      .where('kind', '=', kind)
      .execute(),
  );

async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`in vain: ${what}`);
}

describe('order', () => {
  test('an album comes before what was written after it, on both sides', async () => {
    const photos = [{ kind: 'photo' as const }, { kind: 'photo' as const }];
    ana.sendsAlbum(luna.bot, photos, { caption: 'two pictures' });
    ana.sends(luna.bot, 'and a word');
    const word = await atDesk('the word', ({ text }) => text.endsWith('and a word'));
    const pictures = luna.creator.sees(luna.bot).filter((message) => message.albumId !== undefined);
    expect(pictures).toHaveLength(2);
    expect(pictures.every(({ messageId }) => messageId < word.messageId)).toBe(true);

    luna.creator.sendsAlbum(luna.bot, photos, { caption: 'mine', replyTo: word.messageId });
    luna.creator.sends(luna.bot, { text: 'my word', replyTo: word.messageId });
    const answer = await atFan('the answer', ({ text }) => text === 'my word');
    const mine = ana.sees(luna.bot).filter((message) => message.from.isBot && message.albumId);
    expect(mine).toHaveLength(2);
    expect(mine.every(({ messageId }) => messageId < answer.messageId)).toBe(true);
  });
});

describe('an edit', () => {
  test('that comes while its relay is in a call reaches the desk', async () => {
    fanline.sandbox.fault({ fault: 'slow', method: 'sendMessage', ms: 400 });
    const sent = ana.sends(luna.bot, 'helo');
    await until('the call', async () => (await sending('relay')).length > 0);
    ana.edits(luna.bot, sent, 'hello');
    await atDesk('the edit', ({ text }) => text.endsWith('\nhello'));
  });

  test('of an answer, left in a call by a process that died, reaches the fan', async () => {
    ana.sends(luna.bot, 'hi');
    const relay = await atDesk('the relay', ({ text }) => text.endsWith('hi'));
    luna.creator.sends(luna.bot, { text: 'helo', replyTo: relay.messageId });
    await atFan('the answer', ({ text }) => text === 'helo');
    await until('the mark', async () => (await sending('delivery-mark')).length === 0);
    await fanline.stop();
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      const message = await tx.db
        .selectFrom('message')
        .select(['id', 'thread_id'])
        .where('text', '=', 'helo')
        .executeTakeFirstOrThrow();
      await tx.db
        .updateTable('message')
        .set({ text: 'hello' })
        .where('id', '=', message.id)
        .execute();
      const row = await enqueue(tx, Date.now(), {
        kind: 'reply-edit',
        method: 'editMessageText',
        payload: {},
        ref: { messageId: message.id, threadId: message.thread_id, mediaChanged: false },
        audience: 'fan',
        chatId: ana.id as ChatId,
      });
      await tx.db.updateTable('outbox').set({ state: 'sending' }).where('id', '=', row).execute();
    });
    await fanline.start();
    await atFan('the edit', ({ text }) => text === 'hello');
    expect(luna.news().join('\n')).not.toContain('refused');
  });
});

describe('a relay whose answer was lost', () => {
  test('says so on a button where it has no words, also in a forum', async () => {
    const group = await forum();
    fanline.sandbox.fault({ fault: 'drop_after', method: 'copyMessage' });
    ana.sends(luna.bot, { file: { kind: 'sticker' } });
    const stickers = await fanline.sandbox.until('both stickers', () => {
      const seen = luna.creator.sees(group).filter(({ kind }) => kind === 'sticker');
      return seen.length === 2 && seen;
    });
    const labels = stickers.map(({ buttons }) => buttons.flat().map(({ text }) => text));
    expect(labels).toEqual([[], ['may be a repeat']]);
  });

  test('says so in front of a long text whose first piece is doubled', async () => {
    fanline.sandbox.fault({ fault: 'drop_after', method: 'sendMessage', chat: luna.creator.id });
    ana.sends(luna.bot, `begin ${'x'.repeat(4_085)} end`.slice(0, 4_096));
    const pieces = await fanline.sandbox.until('all pieces', () => {
      const seen = luna.news().filter((text) => text.includes('xxx'));
      return seen.length === 3 && seen;
    });
    expect(pieces.map((text) => text.includes('may be a repeat'))).toEqual([false, true, false]);
    expect(pieces.slice(1).join('').split('x').length - 1).toBe(4_085);
  });

  test('can be answered at either copy', async () => {
    ana.sends(luna.bot, 'who am I');
    const relay = await atDesk('the relay', ({ text }) => text.endsWith('who am I'));
    // As a process leaves it that dies before it has written down where the relay stands.
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      await tx.db
        .deleteFrom('message_link')
        .where('chat_message_id', '=', relay.messageId as never)
        .execute();
    });
    luna.creator.sends(luna.bot, { text: 'Ana', replyTo: relay.messageId });
    await atFan('the answer', ({ text }) => text === 'Ana');
  });
});

test('writing in a topic that the bot made and forgot is not passed over in silence', async () => {
  const group = await forum();
  ana.sends(luna.bot, 'hello');
  const relay = await fanline.sandbox.until('the relay', () =>
    luna.creator.sees(group).find(({ text }) => text === 'hello'),
  );
  await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
    await tx.db.deleteFrom('desk_topic').execute();
  });
  luna.creator.sends(group, { text: 'to whom?', topic: relay.topicId ?? 0 });
  await fanline.sandbox.until('the word', () =>
    luna.creator.seesTexts(group).find((text) => text.includes('nothing was sent')),
  );
  expect(ana.seesTexts(luna.bot)).not.toContain('to whom?');
});
