import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { FileInput, MessageView } from '#test/support/sandbox/screen.ts';
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
  ana = fanline.sandbox.createUser({ firstName: 'Ana', lastName: 'Ruiz', username: 'ana' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  // Whatever happened, the other creator saw nothing of it.
  expect(mars.news()).toEqual([]);
  await fanline[Symbol.asyncDispose]();
});

const picture: FileInput = { kind: 'photo', width: 10, height: 10 };

/** Waits for the bot's message at the creator's that passes. */
async function atDesk(
  what: string,
  check: (message: MessageView) => boolean,
): Promise<MessageView> {
  return await fanline.sandbox.until(what, () =>
    luna.creator.sees(luna.bot).find((message) => message.from.isBot && check(message)),
  );
}

/** Waits for the bot's message at a fan's that passes. */
async function atFan(
  fan: SandboxUser,
  what: string,
  check: (message: MessageView) => boolean,
): Promise<MessageView> {
  return await fanline.sandbox.until(what, () =>
    fan.sees(luna.bot).find((message) => message.from.isBot && check(message)),
  );
}

async function relayOf(fan: SandboxUser, text: string): Promise<MessageView> {
  fan.sends(luna.bot, text);
  return await atDesk(`the relay of “${text}”`, (message) => message.text.endsWith(text));
}

describe('a fan writes, the creator answers', () => {
  test('a text arrives with the fan’s name in one call, and the answer reaches the fan', async () => {
    ana.start(luna.bot);
    const relay = await relayOf(ana, 'When is the next video?');
    expect(relay.text).toBe('Ana Ruiz\nWhen is the next video?');
    expect(relay.buttons.flat().map((button) => button.text)).toEqual(['Draft', 'Card', 'Done']);
    const sends = fanline.sandbox.calls.filter(
      (call) => call.params['text'] === 'Ana Ruiz\nWhen is the next video?',
    );
    expect(sends).toHaveLength(1);

    const answer = luna.creator.sends(luna.bot, { text: 'On Friday!', replyTo: relay.messageId });
    await atFan(ana, 'the answer', (message) => message.text === 'On Friday!');
    await fanline.sandbox.until('the delivery mark', () =>
      luna.creator
        .sees(luna.bot)
        .find((message) => message.messageId === answer)
        ?.reactions.some((reaction) => reaction.emoji === '🕊'),
    );
  });

  test('formatting travels both ways', async () => {
    ana.sends(luna.bot, { text: 'so good', entities: [{ type: 'bold', offset: 3, length: 4 }] });
    const relay = await atDesk('the relay', (message) => message.text === 'Ana Ruiz\nso good');
    expect(relay.entities).toContainEqual({ type: 'bold', offset: 12, length: 4 });
    luna.creator.sends(luna.bot, {
      text: 'you too',
      entities: [{ type: 'spoiler', offset: 0, length: 3 }],
      replyTo: relay.messageId,
    });
    const answer = await atFan(ana, 'the answer', (message) => message.text === 'you too');
    expect(answer.entities).toEqual([{ type: 'spoiler', offset: 0, length: 3 }]);
  });

  test('markup in names and texts stays text', async () => {
    const eve = fanline.sandbox.createUser({ firstName: '<b>Eve</b> [x](tg://user?id=1)' });
    const relay = await relayOf(eve, '</b> *not bold* _no_ <script>');
    expect(relay.text).toBe('<b>Eve</b> [x](tg://user?id=1)\n</b> *not bold* _no_ <script>');
    expect(relay.entities.map((entity) => entity.type)).toEqual(['bold']);
  });

  test.each<[string, FileInput['kind']]>([
    ['photo', 'photo'],
    ['video', 'video'],
    ['voice', 'voice'],
    ['video note', 'video_note'],
    ['audio file', 'audio'],
    ['file', 'document'],
    ['sticker', 'sticker'],
    ['GIF', 'animation'],
  ])('a %s travels both ways', async (_name, kind) => {
    ana.sends(luna.bot, { file: { kind, width: 10, height: 10, duration: 2 } });
    const relay = await atDesk(`the ${kind}`, (message) => message.kind === kind);
    const shown = [relay.text, ...relay.buttons.flat().map((button) => button.text)].join(' ');
    expect(shown).toContain('Ana Ruiz');
    luna.creator.sends(luna.bot, {
      file: { kind, width: 10, height: 10, duration: 2 },
      replyTo: relay.messageId,
    });
    await atFan(ana, `the ${kind} back`, (message) => message.kind === kind);
  });

  test('locations and contacts travel both ways, polls and dice in words', async () => {
    ana.sends(luna.bot, { location: { latitude: 1.5, longitude: 2.5 } });
    const place = await atDesk('the location', (message) => message.kind === 'location');
    ana.sends(luna.bot, { contact: { phoneNumber: '+100', firstName: 'Bo' } });
    await atDesk('the contact', (message) => message.kind === 'contact');
    ana.sends(luna.bot, { poll: { question: 'Red or blue?', options: ['Red', 'Blue'] } });
    await atDesk('the poll', (message) => message.text.includes('• Red\n• Blue'));
    ana.sends(luna.bot, { dice: { emoji: '🎲' } });
    await atDesk('the dice', (message) => message.text.includes('🎲'));
    luna.creator.sends(luna.bot, {
      location: { latitude: 3, longitude: 4 },
      replyTo: place.messageId,
    });
    await atFan(ana, 'the location back', (message) => message.kind === 'location');
  });

  test('an album stays an album both ways', async () => {
    ana.sends(luna.bot, { files: [picture, picture, picture], text: 'my trip' });
    const parts = await fanline.sandbox.until('the album', () => {
      const seen = luna.creator.sees(luna.bot).filter((message) => message.albumId);
      return seen.length === 3 && seen;
    });
    expect(new Set(parts.map((part) => part.albumId)).size).toBe(1);
    expect(parts[0]?.text).toBe('Ana Ruiz\nmy trip');
    const second = parts[1]?.messageId ?? 0;
    luna.creator.sends(luna.bot, { files: [picture, picture], replyTo: second });
    await fanline.sandbox.until('the album back', () => {
      const seen = ana.sees(luna.bot).filter((message) => message.from.isBot && message.albumId);
      return seen.length === 2 && seen[0]?.albumId === seen[1]?.albumId;
    });
  });

  test('a text that overflows once the name is in front arrives whole, in two messages', async () => {
    const text = `${'x'.repeat(4000)} ${'y'.repeat(95)}`;
    ana.sends(luna.bot, text);
    const last = await atDesk('the second piece', (message) => message.text.endsWith('y'));
    const first = await atDesk('the first piece', (message) => message.text.startsWith('Ana Ruiz'));
    expect(first.text + last.text).toContain('x'.repeat(3000));
    expect(`${first.text} ${last.text}`.replaceAll(/[\sA-Za-wz]/g, '').length).toBe(4095);
    luna.creator.sends(luna.bot, { text: 'long!', replyTo: first.messageId });
    await atFan(ana, 'the answer to the first piece', (message) => message.text === 'long!');
  });

  test('an answer to an older message quotes it at the fan’s', async () => {
    const first = await relayOf(ana, 'first');
    await relayOf(ana, 'second');
    luna.creator.sends(luna.bot, { text: 'to the first', replyTo: first.messageId });
    const answer = await atFan(ana, 'the answer', (message) => message.text === 'to the first');
    expect(answer.replyTo?.snippet).toBe('first');
  });
});

describe('what changes later', () => {
  test('a fan’s edit changes the relay and keeps its buttons', async () => {
    const sent = ana.sends(luna.bot, 'helo');
    const relay = await atDesk('the relay', (message) => message.text === 'Ana Ruiz\nhelo');
    ana.edits(luna.bot, sent, 'hello');
    const edited = await atDesk('the edit', (message) => message.text === 'Ana Ruiz\nhello');
    expect(edited.messageId).toBe(relay.messageId);
    expect(edited.buttons.flat()).toHaveLength(3);
  });

  test('an edited caption arrives as an edit', async () => {
    const sent = ana.sends(luna.bot, { file: picture, text: 'befor' });
    await atDesk('the photo', (message) => message.text === 'Ana Ruiz\nbefor');
    ana.edits(luna.bot, sent, 'before');
    await atDesk('the edit', (message) => message.text === 'Ana Ruiz\nbefore');
  });

  test('an edit that makes the text grow by a piece is followed, and so is one that makes it shrink', async () => {
    const sent = ana.sends(luna.bot, 'short');
    await atDesk('the relay', (message) => message.text.endsWith('short'));
    ana.edits(luna.bot, sent, 'z'.repeat(4096));
    const extra = await atDesk('the new piece', (message) => /^z+$/.test(message.text));
    ana.edits(luna.bot, sent, 'short again');
    await atDesk('the shorter text', (message) => message.text === 'Ana Ruiz\nshort again');
    await fanline.sandbox.until(
      'the extra piece gone',
      () => !luna.creator.sees(luna.bot).some((message) => message.messageId === extra.messageId),
    );
  });

  test('the creator’s edit arrives as an edit at the fan’s', async () => {
    const relay = await relayOf(ana, 'hi');
    const answer = luna.creator.sends(luna.bot, { text: 'helo', replyTo: relay.messageId });
    const seen = await atFan(ana, 'the answer', (message) => message.text === 'helo');
    luna.creator.edits(luna.bot, answer, 'hello');
    const edited = await atFan(ana, 'the edit', (message) => message.text === 'hello');
    expect(edited.messageId).toBe(seen.messageId);
  });

  test('reactions are mirrored both ways and taken away again', async () => {
    const sent = ana.sends(luna.bot, 'look');
    const relay = await atDesk('the relay', (message) => message.text.endsWith('look'));
    luna.creator.reacts(luna.bot, relay.messageId, '🔥');
    const reactionsAtFan = () =>
      ana.sees(luna.bot).find((message) => message.messageId === sent)?.reactions ?? [];
    await fanline.sandbox.until('the fire', () => reactionsAtFan().some((r) => r.emoji === '🔥'));
    luna.creator.reacts(luna.bot, relay.messageId);
    await fanline.sandbox.until('no fire', () => reactionsAtFan().length === 0);

    luna.creator.sends(luna.bot, { text: 'thanks', replyTo: relay.messageId });
    const answer = await atFan(ana, 'the answer', (message) => message.text === 'thanks');
    ana.reacts(luna.bot, answer.messageId, '❤');
    await fanline.sandbox.until('the heart', () =>
      luna.creator
        .sees(luna.bot)
        .some((message) => message.reactions.some((reaction) => reaction.emoji === '❤')),
    );
  });

  test('/delete takes an answer back, and says what cannot be taken back', async () => {
    const relay = await relayOf(ana, 'hi');
    const answer = luna.creator.sends(luna.bot, { text: 'oops', replyTo: relay.messageId });
    await atFan(ana, 'the answer', (message) => message.text === 'oops');
    luna.creator.sends(luna.bot, { text: '/delete', replyTo: answer });
    await fanline.sandbox.until('the answer gone', () => !ana.seesTexts(luna.bot).includes('oops'));
    await atDesk('the word of it', (message) => message.text.startsWith('Taken back.'));
    luna.creator.sends(luna.bot, { text: '/delete', replyTo: relay.messageId });
    await atDesk('whose it is', (message) => message.text.includes('only your own'));
    luna.creator.sends(luna.bot, '/delete');
    await atDesk('how', (message) => message.text.startsWith('To take a message back'));
  });
});

describe('a clear answer, never silence', () => {
  test('to a text that answers nothing', async () => {
    luna.creator.sends(luna.bot, 'hello?');
    await atDesk('how to answer', (message) => message.text.startsWith('To answer a fan'));
  });

  test('to an answer to something that is no relay', async () => {
    const own = luna.creator.sends(luna.bot, 'note to myself');
    luna.creator.sends(luna.bot, { text: 'and?', replyTo: own });
    await atDesk('why not', (message) => message.text.startsWith('I cannot tell which fan'));
  });

  test('to a mistyped command, which does not reach the fan', async () => {
    const relay = await relayOf(ana, 'hi');
    luna.creator.sends(luna.bot, { text: '/delte', replyTo: relay.messageId });
    const told = await atDesk('what it is', (message) =>
      message.text.startsWith('I do not know this command'),
    );
    expect(told.text).toContain('Did you mean /delete?');
    expect(ana.seesTexts(luna.bot)).not.toContain('/delte');
  });

  test('to a command that resembles none', async () => {
    luna.creator.sends(luna.bot, '/abracadabra');
    await atDesk('where to look', (message) => message.text.includes('/help shows what I know'));
  });

  test('to an answer to a fan who has blocked the bot, with Retry once they are back', async () => {
    const relay = await relayOf(ana, 'bye');
    ana.blocks(luna.bot);
    luna.creator.sends(luna.bot, { text: 'wait', replyTo: relay.messageId });
    const notice = await atDesk('the reason', (message) => message.text.includes('has blocked'));
    ana.unblocks(luna.bot);
    luna.creator.taps(luna.bot, notice.messageId, 'Retry');
    await atFan(ana, 'the answer', (message) => message.text === 'wait');
    const again = luna.creator.taps(luna.bot, notice.messageId, 'Retry');
    await fanline.sandbox.until('nothing left', () =>
      luna.creator.answersTo(again)?.text?.includes('nothing left'),
    );
    expect(ana.seesTexts(luna.bot).filter((text) => text === 'wait')).toHaveLength(1);
  });

  test('to an answer that Telegram did not confirm: the creator decides, the fan gets it once', async () => {
    const relay = await relayOf(ana, 'hi');
    fanline.sandbox.fault({ fault: 'drop_before', method: 'sendMessage', chat: ana.id });
    luna.creator.sends(luna.bot, { text: 'there?', replyTo: relay.messageId });
    const notice = await atDesk('the doubt', (message) => message.text.includes('did not confirm'));
    expect(ana.seesTexts(luna.bot)).not.toContain('there?');
    luna.creator.taps(luna.bot, notice.messageId, 'Retry');
    await atFan(ana, 'the answer', (message) => message.text === 'there?');
  });

  test('to a fan’s forged button', async () => {
    await relayOf(ana, 'hi');
    const own = ana.sends(luna.bot, 'tap');
    await atDesk('the relay', (message) => message.text.endsWith('tap'));
    for (const data of ['th:card:1', 'th:retry:1', 'set:menu:close', 'nonsense']) {
      const query = ana.sendsForgedCallback(luna.bot, own, data);
      const answer = await fanline.sandbox.until('an answer', () => ana.answersTo(query));
      expect(answer.text).toMatch(/not for you|out of date/);
    }
  });
});

describe('the card', () => {
  test('shows who the fan is; answering it answers the fan', async () => {
    const relay = await relayOf(ana, 'hi');
    luna.creator.taps(luna.bot, relay.messageId, 'Card');
    const card = await atDesk('the card', (message) => message.text.includes('@ana'));
    expect(card.text).toMatch(/^Ana Ruiz\n@ana\n/);
    expect(card.text).toContain('Messages: 1 from them, 0 from you');
    luna.creator.sends(luna.bot, { text: 'from the card', replyTo: card.messageId });
    await atFan(ana, 'the answer', (message) => message.text === 'from the card');
  });

  test('Done says so', async () => {
    const relay = await relayOf(ana, 'hi');
    const query = luna.creator.taps(luna.bot, relay.messageId, 'Done');
    await fanline.sandbox.until('the word', () => luna.creator.answersTo(query)?.text === 'Done');
  });
});

describe('while nobody is there', () => {
  test('what a fan writes before the bot is claimed waits for the desk', async () => {
    const nova = await fanline.addTenant('nova', { claimed: false });
    ana.sends(nova.bot, 'first!');
    await fanline.sandbox.until('it to be stored', () => nova.bot.pendingUpdates === 0);
    const { setOwner } = await import('#src/features/members/index.ts');
    nova.creator.start(nova.bot);
    await fanline.storage.store.transact(nova.record.tenantId, (tx) =>
      setOwner(tx, { userId: nova.creator.id as never, name: 'Nova' }, Date.now()),
    );
    nova.creator.start(nova.bot);
    await fanline.sandbox.until('the relay', () =>
      nova.creator.seesTexts(nova.bot).includes('Ana Ruiz\nfirst!'),
    );
  });

  test('what fans write while the creator has blocked the bot waits for the creator’s return', async () => {
    await relayOf(ana, 'before');
    luna.creator.blocks(luna.bot);
    ana.sends(luna.bot, 'are you there?');
    await fanline.sandbox.until('the refusal', () =>
      fanline.sandbox.calls.some((call) => call.description?.includes('blocked by the user')),
    );
    luna.creator.unblocks(luna.bot);
    await atDesk('the relay', (message) => message.text === 'Ana Ruiz\nare you there?');
  });

  test('what is written while the program stands still arrives after the start, once and in order', async () => {
    await relayOf(ana, 'before');
    await fanline.stop();
    ana.sends(luna.bot, 'one');
    ana.sends(luna.bot, 'two');
    await fanline.start();
    await atDesk('the second', (message) => message.text.endsWith('two'));
    const texts = luna.creator.seesTexts(luna.bot).filter((text) => text.startsWith('Ana Ruiz'));
    expect(texts).toEqual(['Ana Ruiz\nbefore', 'Ana Ruiz\none', 'Ana Ruiz\ntwo']);
  });
});
