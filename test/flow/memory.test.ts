import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FieldId } from '#src/core/ids.ts';
import { makeFan } from '#test/support/answer-bed.ts';
import { deskTalk } from '#test/support/desk-talk.ts';
import { buttons } from '#test/support/first-contact.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;
let ben: SandboxUser;

const { told, shows, tap, tapped, answerTo, answered, says, writes } = deskTalk(() => ({
  fanline,
  tenant: luna,
}));

beforeEach(async () => {
  fanline = await startFanline();
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana' });
  ben = fanline.sandbox.createUser({ firstName: 'Ben' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  expect(mars.news()).toEqual([]);
  await fanline[Symbol.asyncDispose]();
});

async function cardOf(fan: SandboxUser, text: string): Promise<MessageView> {
  const relay = await writes(fan, text);
  luna.creator.taps(luna.bot, relay.messageId, 'Card');
  return await told('First seen');
}

describe('a note', () => {
  test('takes one message as an answer to a relay, stands on the card, and can be undone', async () => {
    const relay = await writes(ana, 'I moved to Lisbon');
    says('/note lives in Lisbon now', relay);
    const noted = await told('Noted for Ana');
    const card = await cardOf(ana, 'hello again');
    expect(card.text).toContain('• lives in Lisbon now (');
    tap(noted, 'Undo');
    await shows(noted, 'The note was taken back');
    tap(card, 'Notes');
    await shows(card, 'No notes on Ana yet');
    expect(ana.seesTexts(luna.bot).join()).not.toContain('Lisbon now');
  });

  test('takes a tap and a message on the card, and is edited and deleted there', async () => {
    const card = await cardOf(ana, 'hello');
    tap(card, 'Note');
    const question = await told('your note on Ana');
    says('allergic to roses', question);
    await told('Noted for Ana');
    tap(card, 'Notes');
    const list = await shows(card, '1. allergic to roses');
    tap(list, '1');
    await shows(card, 'Edit');
    tap(card, 'Edit');
    const edit = await told('Now it says');
    says('allergic to lilies', edit);
    await told('Changed.');
    tap(card, 'Delete');
    await shows(card, 'Yes, delete');
    tap(card, 'Yes, delete');
    await shows(card, 'No notes on Ana yet');
    tap(card, 'Back');
    await shows(card, 'First seen');
    expect(ana.seesTexts(luna.bot)).toEqual(['hello']);
  });

  test('needs a fan, a text, and at most 2,000 characters', async () => {
    says('/note who is this');
    await told('Whom is this about?');
    const relay = await writes(ana, 'good morning');
    says(`/note ${'x'.repeat(2001)}`, relay);
    await told('That is too long');
    const card = await cardOf(ana, 'good evening');
    tap(card, 'Note');
    const question = await told('your note on Ana');
    luna.creator.sends(luna.bot, {
      file: { kind: 'photo', width: 9, height: 9 },
      replyTo: question.messageId,
    });
    await told('Only a text can be kept here');
    says('likes tea');
    const hint = await told('Nothing was sent. If this answers my question here');
    const again = await told('Only a text can be kept here');
    expect(hint.replyTo?.messageId).toBe(again.messageId);
    says('likes tea', again);
    await told('Noted for Ana');
    // No question is open any more.
    expect((await answered('and coffee', 'To answer a fan')).text).not.toContain('my question');
  });
});

describe('a tag', () => {
  test('is put on by one message and taken off by another', async () => {
    const relay = await writes(ana, 'good morning');
    says('/tag #Paris, big spender', relay);
    const tagged = await told('Ana has');
    expect(tagged.text).toBe('Ana has 🔴 Paris now.\nAna has 🟠 big spender now.');
    says('/tag -PARIS, -nobody', relay);
    await told('Ana no longer has 🔴 Paris.\nAna did not have “nobody”.');
    says('/tag big spender, #newbie and other quite long names', relay);
    const refused = await told('is too long');
    expect(refused.text).toBe(
      'Ana has 🟠 big spender now.\n“#newbie and other quite long na…” is too long: a tag has at most 32 characters.',
    );
  });

  test('takes two taps on the card, and a second tap on an old button changes nothing', async () => {
    const relay = await writes(ana, 'good morning');
    says('/tag vip', relay);
    await told('Ana has 🔴 vip now');
    const card = await cardOf(ben, 'greetings');
    tap(card, 'Tag');
    await shows(card, '🔴 vip');
    tap(card, '🔴 vip');
    tap(card, '🔴 vip');
    await shows(card, '✓ 🔴 vip');
    tap(card, 'Back');
    const back = await shows(card, 'First seen');
    expect(back.text).toContain('🔴 vip');
  });

  test('is renamed, coloured, merged without losing a fan, and deleted', async () => {
    says('/tag paris, vip', await writes(ana, 'first words'));
    says('/tag Pariis', await writes(ben, 'second words'));
    await told('Ben has');
    says('/tags');
    const list = await told('Your tags');
    tap(list, '🟡 Pariis (1)');
    await shows(list, '🟡 Pariis: one fan');
    tap(list, 'Merge');
    await shows(list, 'becomes one with');
    tap(list, '🔴 paris');
    await shows(list, '🟡 Pariis becomes 🔴 paris');
    tap(list, 'Back');
    await shows(list, '🟡 Pariis: one fan');
    tap(list, 'Merge');
    await shows(list, 'becomes one with');
    tap(list, '🔴 paris');
    await shows(list, 'This cannot be undone');
    tap(list, 'Yes, merge');
    await shows(list, '🔴 paris: 2 fans');
    tap(list, 'Rename');
    const question = await told('with the name');
    says('VIP', question);
    await told('That name is taken');
    says('France', question);
    await told('It is called “France” now');
    tap(list, 'Colour');
    await shows(list, 'A colour for');
    tap(list, '💎');
    await shows(list, '💎 France: 2 fans');
    tap(list, 'Delete');
    await shows(list, 'take it off everyone');
    tap(list, 'Yes, delete');
    const left = await shows(list, 'Deleted.');
    expect(buttons(left)).toEqual(['🟠 vip (1)']);
  });
});

describe('a field', () => {
  test('is defined by the creator, filled in with a check, and shown on the card', async () => {
    says('/fields');
    const menu = await told('Which kind shall the first be?');
    tap(menu, '+ number');
    says('Shoe size', await told('with the name'));
    await told('“Shoe size” was added');
    tap(menu, '+ choice');
    says('Plan: Gold', await told('the choices'));
    await told('at least two possibilities');
    says('Plan: Gold, Silver', await told('the choices'));
    await told('“Plan” was added');
    says('/fields');
    const defined = await told('Your fields. Tap one');
    tap(defined, 'Plan (choice)');
    await shows(defined, 'Gold, Silver');
    tap(defined, 'More choices');
    says('Gold', await told('the choices to add'));
    says('Bronze, silver', await told('There is nothing in it'));
    await told('Plan: Gold, Silver, Bronze');

    const card = await cardOf(ana, 'good morning');
    tap(card, 'Fields');
    await shows(card, 'Shoe size: –');
    tap(card, 'Shoe size: –');
    const question = await told('Shoe size of Ana: reply to this message with a number');
    says('big', question);
    // The refusal asks again: an answer to it counts as one to the question.
    says('38,5', await told('That is no number'));
    await told('Shoe size of Ana: 38.5');
    tap(card, 'Shoe size: –');
    says('–', await told('Now: 38.5. A dash'));
    await told('Emptied for Ana');
    tap(card, 'Shoe size: –');
    says('38,5', await told('Shoe size of Ana: reply to this message with a number'));
    await told('Shoe size of Ana: 38.5');
    tap(card, 'Plan: –');
    await shows(card, 'Gold');
    tap(card, 'Gold');
    await shows(card, 'Plan: Gold');
    tap(card, 'Back');
    const back = await shows(card, 'First seen');
    expect(back.text).toContain('Shoe size: 38.5\nPlan: Gold');

    says('/fields');
    const fields = await told('Your fields');
    tap(fields, 'Plan (choice)');
    await shows(fields, 'filled in for one fan');
    tap(fields, 'Delete');
    await shows(fields, 'what it says of one fan?');
    tap(fields, 'Yes, delete');
    await shows(fields, 'Deleted.');
    tap(card, 'Fields');
    const after = await shows(card, 'Shoe size: 38.5');
    expect(buttons(after).some((text) => text.startsWith('Plan'))).toBe(false);
  });
});

describe('a choice of a field', () => {
  test('is renamed for everyone who has it, becomes one with another, and is removed when somebody says yes', async () => {
    says('/fields');
    const menu = await told('Which kind shall the first be?');
    tap(menu, '+ choice');
    says('Plan: Gold, Silver, Bronze, Steel', await told('the choices'));
    await told('“Plan” was added');
    const card = await cardOf(ana, 'good morning');
    tap(card, 'Fields');
    await shows(card, 'Plan: –');
    tap(card, 'Plan: –');
    const stale = await shows(card, 'Silver');
    tap(card, 'Silver');
    await shows(card, 'Plan: Silver');
    // Very many fans follow a few at a time.
    const many = 250;
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      for (let index = 1; index <= many; index += 1) {
        const id = await makeFan(tx, { first: `Fan ${index}` });
        await tx.db
          .insertInto('fan_field')
          .values({
            fan_id: id,
            field_id: 1 as FieldId,
            text_value: 'Silver',
            number_value: null,
            actor: 'creator',
            changed_at: 1,
          })
          .execute();
      }
    });
    const chosen = () =>
      luna.read((reader) =>
        reader.db
          .selectFrom('fan_field')
          .select(['text_value as choice', (eb) => eb.fn.countAll<number>().as('fans')])
          .groupBy('text_value')
          .execute(),
      );
    says('/segments field.Plan=Silver');
    tap(await told('251 fans'), '💾 Save');
    says('Silver ones', await told('a name for the segment'));
    await told('Saved as “Silver ones”');

    const fields = await answered('/fields', 'Your fields');
    tap(fields, 'Plan (choice)');
    await shows(fields, 'Gold, Silver, Bronze');
    tap(fields, 'Silver');
    await shows(fields, 'Plan: “Silver”, chosen for 251 fans');
    tap(fields, 'Rename');
    const question = await told('Reply to this message with the name', fields.messageId);
    says('gold', question);
    const asks = await told('“Silver” and “Gold” become one, “Gold”. 251 fans have “Silver”');
    expect(buttons(asks)).toEqual(['Yes, merge', 'Back']);
    expect(await chosen()).toEqual([{ choice: 'Silver', fans: 251 }]);
    says('Platinum', question);
    await told('“Silver” is “Platinum” now');
    await expect.poll(chosen, { timeout: 5_000 }).toEqual([{ choice: 'Platinum', fans: 251 }]);
    const [old = ''] = stale.buttons
      .flat()
      .flatMap(({ text, data }) => (text === 'Silver' ? (data ?? []) : []));
    const late = luna.creator.sendsForgedCallback(luna.bot, card.messageId, old);
    expect(await answerTo(late)).toBe('This button is out of date.');
    says('/segments');
    const list = await told('Tap one to see');
    tap(list, 'Silver ones');
    expect((await shows(list, '251 fans')).text).toContain('Platinum');

    const again = await answered('/fields', 'Your fields');
    tap(again, 'Plan (choice)');
    await shows(again, 'Gold, Platinum, Bronze, Steel');
    tap(asks, 'Yes, merge');
    await shows(asks, 'It is no longer there');
    tap(again, 'Platinum');
    await shows(again, 'chosen for 251 fans');
    tap(again, 'Merge');
    expect(buttons(await shows(again, 'Platinum becomes one with'))).toEqual([
      'Gold',
      'Bronze',
      'Steel',
      'Back',
    ]);
    tap(again, 'Gold');
    await shows(again, '251 fans have “Platinum” and get “Gold”.');
    tap(again, 'Yes, merge');
    await shows(again, 'Plan: “Platinum” is “Gold” now, for everyone who has it.');
    await expect.poll(chosen, { timeout: 5_000 }).toEqual([{ choice: 'Gold', fans: 251 }]);
    const merged = await answered('/segments', 'Tap one to see');
    tap(merged, 'Silver ones');
    expect((await shows(merged, '251 fans')).text).toContain('Gold');

    await shows(again, 'Gold, Bronze, Steel');
    tap(again, 'Gold');
    await shows(again, 'chosen for 251 fans');
    tap(again, 'Delete');
    await shows(again, '“Plan” of these 251 fans will be empty.');
    expect(await chosen()).toEqual([{ choice: 'Gold', fans: 251 }]);
    tap(again, 'Yes, delete');
    await shows(again, 'Deleted.');
    await expect.poll(chosen, { timeout: 5_000 }).toEqual([]);
    tap(again, 'Steel');
    await shows(again, 'chosen for nobody');
    tap(again, 'Delete');
    await shows(again, 'Delete this choice?');
    expect(await tapped(again, 'Yes, delete')).toContain('at least two possibilities');
  }, 20_000);
});

describe('an important date', () => {
  test('takes a tap and a message on the card, stands there, and is forgotten by a tap', async () => {
    const card = await cardOf(ana, 'good morning');
    tap(card, 'Dates');
    await shows(card, 'No dates of Ana yet');
    tap(card, 'New date');
    says('birthday', await told('what it is and when'));
    // The refusal asks again: an answer to it counts as one to the question.
    says('12.05.', await told('I find no date in it'));
    says('birthday 12.05.1990', await told('What is it?'));
    await told('Ana: birthday on May 12, 1990. I will remind you every year');
    tap(card, 'Back');
    expect((await shows(card, 'First seen')).text).toContain('🗓 birthday: May 12, 1990');
    tap(card, 'Dates');
    const dates = await shows(card, '✕ birthday');
    tap(dates, '✕ birthday: May 12, 1990');
    await shows(card, 'No dates of Ana yet');
    expect(ana.seesTexts(luna.bot)).toEqual(['good morning']);
  });
});

test('a fan who makes up the data of these buttons changes nothing', async () => {
  says('/note secret', await writes(ana, 'good morning'));
  await told('Noted for Ana');
  ana.start(luna.bot);
  const place = await fanline.sandbox.until('a message at Ana’s', () =>
    ana.sees(luna.bot).find(({ from }) => from.isBot),
  );
  for (const data of ['me:notes:1:0', 'me:note-gone:1', 'me:on:1:1:0']) {
    const query = ana.sendsForgedCallback(luna.bot, place.messageId, data);
    const answer = await fanline.sandbox.until('an answer', () => ana.answersTo(query));
    expect(answer.text).toBe('This button is not for you.');
  }
  expect(ana.seesTexts(luna.bot).join()).not.toContain('secret');
});
