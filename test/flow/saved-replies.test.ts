import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditBooks } from '#src/features/status/index.ts';
import { deskTalk } from '#test/support/desk-talk.ts';
import { buttons } from '#test/support/first-contact.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;

const { told, becomes } = deskTalk(() => ({ fanline, tenant: luna }));

beforeEach(async () => {
  fanline = await startFanline();
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  expect(mars.news()).toEqual([]);
  expect(await luna.read(auditBooks)).toMatchObject({ balanced: true, faults: [], stranded: 0 });
  await fanline[Symbol.asyncDispose]();
});

async function anaGot(words: string): Promise<MessageView> {
  return await fanline.sandbox.until(`Ana gets ${words}`, () =>
    ana.sees(luna.bot).find(({ text }) => text.includes(words)),
  );
}

/** Ana writes, and the creator opens her card. */
async function openCard(): Promise<MessageView> {
  ana.sends(luna.bot, 'how much is it?');
  const relay = await told('how much is it?');
  luna.creator.taps(luna.bot, relay.messageId, 'Card');
  return await told('First seen');
}

/** Saves an answer that the creator gave. */
async function saved(text: string, name: string): Promise<void> {
  ana.sends(luna.bot, 'hello');
  const relay = await told('hello');
  const answer = luna.creator.sends(luna.bot, { text, replyTo: relay.messageId });
  luna.creator.sends(luna.bot, { text: `/save ${name}`, replyTo: answer });
  await told(`Saved as “${name}”`);
}

function copiesAtAnas(text: string): number {
  return ana.seesTexts(luna.bot).filter((seen) => seen === text).length;
}

describe('a saved reply', () => {
  test('is chosen on the card, looked at with the fan’s name in it, and sent once', async () => {
    await saved('Dear {first_name}, it is 20 €.', 'price');
    const card = await openCard();
    luna.creator.taps(luna.bot, card.messageId, 'Replies');
    const list = await becomes(card, 'A saved reply for Ana');
    luna.creator.taps(luna.bot, list.messageId, 'price');
    const preview = await becomes(card, 'Ana would get:');
    expect(preview.text).toBe('Ana would get:\nDear Ana, it is 20 €.');
    expect(copiesAtAnas('Dear Ana, it is 20 €.')).toBe(0);

    luna.creator.taps(luna.bot, preview.messageId, 'Send');
    luna.creator.taps(luna.bot, preview.messageId, 'Send');
    await becomes(card, 'Sent to Ana: price');
    await anaGot('Dear Ana, it is 20 €.');
    const shown = await told('You to Ana\nDear Ana');
    await fanline.sandbox.until('the delivery mark', () =>
      luna.creator
        .sees(luna.bot)
        .find(({ messageId, reactions }) => messageId === shown.messageId && reactions.length > 0),
    );
    expect(copiesAtAnas('Dear Ana, it is 20 €.')).toBe(1);

    // The same message may become the card and a preview again, as a pinned card does.
    luna.creator.taps(luna.bot, card.messageId, 'Back');
    await becomes(card, 'First seen');
    luna.creator.taps(luna.bot, card.messageId, 'Replies');
    await becomes(card, 'A saved reply for Ana');
    luna.creator.taps(luna.bot, card.messageId, 'price');
    await becomes(card, 'Ana would get:');
    luna.creator.taps(luna.bot, card.messageId, 'Send');
    await fanline.sandbox.until(
      'Ana gets it again',
      () => copiesAtAnas('Dear Ana, it is 20 €.') === 2,
    );
  });

  test('goes to nobody when a fan makes up the button’s data', async () => {
    await saved('secret offer', 'offer');
    ana.start(luna.bot);
    const place = await anaGot('secret offer');
    const query = ana.sendsForgedCallback(luna.bot, place.messageId, 're:send:1:1');
    const answer = await fanline.sandbox.until('an answer', () => ana.answersTo(query));
    expect(answer.text).toBe('This button is not for you.');
  });

  test('can be a photo, is renamed, changed and deleted by buttons', async () => {
    luna.creator.sends(luna.bot, '/replies');
    const empty = await told('No saved replies yet');
    luna.creator.taps(luna.bot, empty.messageId, 'New');
    const question = await told('what you want to save');
    luna.creator.sends(luna.bot, {
      file: { kind: 'photo', width: 10, height: 10 },
      text: 'for {first_name} and {nobody}',
      replyTo: question.messageId,
    });
    const named = await told('Saved as “for');
    expect(named.text).toContain('Nothing will be filled in for {nobody}');
    luna.creator.sends(luna.bot, { text: 'menu', replyTo: named.messageId });
    await told('It is called “menu” now');

    const card = await openCard();
    luna.creator.taps(luna.bot, card.messageId, 'Replies');
    await becomes(card, 'A saved reply for Ana');
    luna.creator.taps(luna.bot, card.messageId, 'menu');
    await becomes(card, '[A photo]');
    luna.creator.taps(luna.bot, card.messageId, 'Send');
    const got = await fanline.sandbox.until('Ana gets the photo', () =>
      ana.sees(luna.bot).find(({ text }) => text === 'for Ana and {nobody}'),
    );
    expect(got.kind).toBe('photo');

    luna.creator.sends(luna.bot, '/replies');
    const list = await told('Your saved replies');
    luna.creator.taps(luna.bot, list.messageId, 'menu');
    await becomes(list, 'Sent once.');
    luna.creator.taps(luna.bot, list.messageId, 'Delete');
    await fanline.sandbox.until('the question', () =>
      luna.creator
        .sees(luna.bot)
        .find((seen) => seen.messageId === list.messageId && buttons(seen).includes('Yes, delete')),
    );
    luna.creator.taps(luna.bot, list.messageId, 'Yes, delete');
    await becomes(list, 'No saved replies yet');
  });

  test('says what is wrong with a name, an album and a reply that is gone', async () => {
    await saved('first', 'hi');
    ana.sends(luna.bot, 'again');
    const relay = await told('again');
    const answer = luna.creator.sends(luna.bot, { text: 'second', replyTo: relay.messageId });
    luna.creator.sends(luna.bot, { text: '/save HI', replyTo: answer });
    await told('That name is taken');
    luna.creator.sends(luna.bot, { text: `/save ${'x'.repeat(33)}`, replyTo: answer });
    await told('At most 32 characters');
    luna.creator.sends(luna.bot, '/save');
    await told('Reply to the message that you want to keep');
  });

  test('is offered while the creator types the bot’s name, and filled in on its way to the fan', async () => {
    await saved('Dear {first_name}, thank you!', 'thanks');
    ana.sends(luna.bot, 'you are the best');
    const relay = await told('you are the best');
    const query = luna.creator.queries(luna.bot, 'TH');
    const [offer] = await fanline.sandbox.until('an offer', () => luna.creator.offered(query));
    expect(offer?.title).toBe('thanks');
    luna.creator.sendsOffered(query, offer?.id ?? '', luna.bot, { replyTo: relay.messageId });
    await anaGot('Dear Ana, thank you!');
  });

  test('needs inline mode for that, which /replies says until it was seen to be on', async () => {
    luna.creator.sends(luna.bot, '/replies');
    const list = await told('No saved replies yet');
    expect(list.text).toContain('To choose one while you type @luna_bot, inline mode must be on');
    const query = luna.creator.queries(luna.bot, '');
    await fanline.sandbox.until('an answer', () => luna.creator.offered(query));
    luna.creator.sends(luna.bot, '/replies');
    const later = await fanline.sandbox.until('the list anew', () =>
      luna.creator
        .sees(luna.bot)
        .find(
          ({ messageId, text }) => messageId > list.messageId && text.includes('No saved replies'),
        ),
    );
    expect(later.text).not.toContain('inline mode');
  });

  test('is offered to nobody else', async () => {
    await saved('for the creator alone', 'mine');
    const query = ana.queries(luna.bot, '');
    expect(await fanline.sandbox.until('an answer', () => ana.offered(query))).toEqual([]);
  });
});
