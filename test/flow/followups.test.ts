import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { deskTalk } from '#test/support/desk-talk.ts';
import { buttons } from '#test/support/first-contact.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** A Tuesday, 10:00 in UTC: no quiet hour. */
const begin = Date.parse('2027-03-02T10:00:00Z');

let ahead: number;
let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;

const { told, becomes, tapped, answered, writes } = deskTalk(() => ({ fanline, tenant: luna }));

beforeEach(async () => {
  ahead = 0;
  const started = Date.now();
  const clock = { ...systemClock, now: () => begin + Date.now() - started + ahead };
  fanline = await startFanline({ clock, ownTime: true });
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  expect(mars.news()).toEqual([]);
  await fanline[Symbol.asyncDispose]();
});

function creatorSees(): MessageView[] {
  return luna.creator.sees(luna.bot).filter(({ from }) => from.isBot);
}

/** The program was away for a while: what is due by then is done. */
async function later(ms: number): Promise<void> {
  ahead += ms;
  await fanline.restart();
}

/** Everything that the creator was reminded of, by the first line. */
function reminders(): string[] {
  return creatorSees()
    .filter((message) => buttons(message).includes('Snooze') && message.text.startsWith('⏰'))
    .map(({ text }) => text.split('\n')[0] ?? '');
}

async function openInFile() {
  return await luna.read((reader) =>
    reader.db
      .selectFrom('followup')
      .select(['text', 'due_at', 'state', 'told_at'])
      .orderBy('id')
      .execute(),
  );
}

describe('a follow-up', () => {
  test('is made by /remind with a name, a time and words, and comes when it is due, once', async () => {
    await writes(ana, 'hello there');
    const made = await answered('/remind ana in 3 days ask about the trip', 'I will remind you');
    expect(made.text).toMatch(
      /^I will remind you of Ana: Mar 5, 2027, 9:00.AM\nask about the trip$/,
    );
    await later(3 * day - 3 * hour);
    expect(reminders()).toEqual([]);
    await later(3 * hour);
    const due = await told('⏰ Ana');
    expect(due.text).toMatch(/^⏰ Ana\nMar 5, 2027, 9:00.AM\nask about the trip$/);
    await later(day);
    const list = await answered('/followups', 'One follow-up');
    expect(list.text).toBe('One follow-up\n❗ overdue: 1 · ⏰ to come: 0');
    expect(reminders()).toHaveLength(1);

    await tapped(due, 'Done');
    await becomes(due, '✓ Done: Ana');
    await answered('/followups', 'Nothing to follow up');
    expect(ana.seesTexts(luna.bot).join()).not.toContain('trip');
  });

  test('needs no name as an answer to a relay, and stands on the card', async () => {
    const relay = await writes(ana, 'see you');
    await answered('/remind tomorrow 18:00 send the photos', 'Mar 3, 2027, 6:00', relay);
    await answered('/fan ana', 'send the photos');
  });

  test('is made from the card by two taps, and gets its words by a reply', async () => {
    await writes(ana, 'see you');
    const card = await answered('/fan ana', 'First seen');
    await tapped(card, 'Follow-up');
    const choice = await told('When shall I remind you of Ana?');
    await tapped(choice, 'Tomorrow 9:00');
    await becomes(choice, 'Mar 3, 2027, 9:00');
    const question = await told('What is it about?');
    const made = await answered('birthday wishes', 'I will remind you of Ana', question);
    expect(made.text).toMatch(/\nbirthday wishes$/u);
    await later(day);
    expect((await told('⏰ Ana')).text).toContain('birthday wishes');
  });

  test('is snoozed, moved to a typed time and dropped; what is over says so', async () => {
    await writes(ana, 'see you');
    await answered('/remind ana in 2 hours call', 'I will remind you');
    await later(3 * hour);
    const due = await told('⏰ Ana');
    await tapped(due, 'Snooze');
    await becomes(due, 'call');
    await tapped(due, '1 hour');
    await becomes(due, 'Moved to');
    await later(2 * hour);
    await expect.poll(reminders).toHaveLength(1);
    const again = await told('⏰ Ana', due.messageId);
    await tapped(again, 'Other time');
    const question = await told('Reply to this message with a time');
    await answered('yesterday', 'That time is over', question);
    await answered('whenever', 'I find no time in it', question);
    await answered('next monday', 'Moved to Mar 8, 2027, 9:00', question);
    await tapped(again, 'Drop');
    await becomes(again, 'Dropped: Ana');
    await answered('friday', 'no longer open', question);
    const query = luna.creator.sendsForgedCallback(luna.bot, again.messageId, 'fu:done:1');
    const said = await fanline.sandbox.until('an answer', () => luna.creator.answersTo(query));
    expect(said.text).toBe('It is no longer open.');
  });

  test('asks which fan is meant when two have the name, and explains itself when nothing fits', async () => {
    await writes(ana, 'the first');
    const other = fanline.sandbox.createUser({ firstName: 'Ana', lastName: 'Lopez' });
    await writes(other, 'the second');
    const which = await answered('/remind ana tomorrow say thanks', 'Which one?');
    expect(buttons(which)).toHaveLength(2);
    await tapped(which, buttons(which).find((text) => text.includes('Lopez')) ?? '');
    await told('I will remind you of Ana Lopez');
    expect(await openInFile()).toMatchObject([{ text: 'say thanks', state: 'open' }]);
    await answered('/remind', 'Whom, when and what?');
    await answered('/remind zoe tomorrow say hi', 'Nobody is called “zoe”.');
    await answered('/remind Ana tomorow 18:00 call', 'Nobody is called “Ana tomorow”.');
    await answered('/remind ana some day', 'I find no time in it');
    await answered('/remind ana yesterday', 'That time is over');
    await answered(`/remind Lopez tomorrow ${'x'.repeat(600)}`, 'At most 500 characters');
    expect(await openInFile()).toHaveLength(1);
  });

  test('says when the clocks skip the hour', async () => {
    await writes(ana, 'see you');
    await fanline.storage.store.transact(luna.record.tenantId, (tx) =>
      setPreference(tx, 'timeZone', 'Europe/Berlin', 'creator', begin),
    );
    const made = await answered(
      '/remind ana on March 28 2027 at 2:30 wake up',
      'I will remind you',
    );
    expect(made.text).toContain('3:30');
    expect(made.text).toContain('the clocks go forward');
  });

  test('is nothing for a fan', async () => {
    await writes(ana, 'see you');
    await answered('/remind ana tomorrow say thanks', 'I will remind you');
    ana.sends(luna.bot, '/followups');
    await fanline.sandbox.until('the fan is refused', () =>
      ana.seesTexts(luna.bot).find((text) => text.includes('not for you')),
    );
    const place = ana.sees(luna.bot).at(-1);
    const query = ana.sendsForgedCallback(luna.bot, place?.messageId ?? 0, 'fu:done:1');
    const answer = await fanline.sandbox.until('an answer', () => ana.answersTo(query));
    expect(answer.text).toBe('This button is not for you.');
    expect(await openInFile()).toMatchObject([{ state: 'open' }]);
  });
});

test('what came due while the program was down comes as one list, from which each is opened', async () => {
  const names = Array.from({ length: 20 }, (_, number) => `Fan${number + 1}`);
  for (const firstName of names) {
    const fan = fanline.sandbox.createUser({ firstName });
    await writes(fan, `I am ${firstName}.`);
    await answered(`/remind ${firstName} in 2 hours greet`, `remind you of ${firstName}:`);
  }
  await later(day);
  const list = await told('20 follow-ups are due.');
  expect(buttons(list)).toHaveLength(20);
  expect(reminders()).toEqual([]);
  await tapped(list, buttons(list)[4] ?? '');
  await becomes(list, '⏰ Fan5');
  await later(day);
  await answered('/followups', '20 follow-ups');
  expect(creatorSees().filter(({ text }) => text.includes('are due.'))).toHaveLength(0);
});

test('in the quiet hours nothing comes; what is due then comes when they end', async () => {
  await writes(ana, 'good night');
  await answered('/remind ana at 23:00 wish a good night', 'I will remind you');
  await later(14 * hour);
  await answered('/followups', 'One follow-up');
  expect(reminders()).toEqual([]);
  await later(9 * hour);
  await told('⏰ Ana');
});

test('what waits for the end of the quiet hours comes as soon as there are none', async () => {
  await writes(ana, 'good night');
  await answered('/remind ana at 23:00 wish a good night', 'I will remind you');
  await later(14 * hour);
  const list = await answered('/followups', 'One follow-up');
  await tapped(list, 'Quiet hours');
  for (let count = 0; count < 10; count += 1) {
    const query = luna.creator.sendsForgedCallback(luna.bot, list.messageId, 'fu:quiet:from:1');
    await fanline.sandbox.until('the tap is answered', () => luna.creator.answersTo(query));
  }
  await told('⏰ Ana');
});

test('in the quiet hours nobody tells who is back in the inbox, though they are, nor whose day it is', async () => {
  await fanline.storage.store.transact(luna.record.tenantId, (tx) =>
    setPreference(tx, 'quietHours', { from: 20, to: 10 }, 'creator', 0),
  );
  await writes(ana, 'a long story');
  const relay = await told('a long story');
  await tapped(relay, 'Card');
  const card = await told('First seen');
  await tapped(card, 'Dates');
  await becomes(card, 'No dates of Ana yet');
  await tapped(card, 'New date');
  const question = await told('Reply to this message with what');
  await answered('Birthday 3 March', 'I will remind you every year', question);
  await later(9 * hour);
  await tapped(relay, 'Card');
  await tapped(await told('First seen', question.messageId), 'Snooze');
  const choice = await told('How long shall Ana stay out');
  await tapped(choice, '1 hour');
  await later(2 * hour);
  await answered('/inbox', 'Waiting: 1');
  await later(12.5 * hour);
  await answered('/inbox', 'Waiting: 1');
  expect(
    creatorSees()
      .map(({ text }) => text)
      .join(),
  ).not.toMatch(/Back in your inbox|Today/u);
  await later(hour);
  await told('Back in your inbox: Ana');
  await told('🗓 Ana: Birthday');
});

test('the creator moves the quiet hours, or has none', async () => {
  const list = await answered('/followups', 'Nothing to follow up');
  await tapped(list, 'Quiet hours');
  const shown = await becomes(list, 'No reminders from 22:00 to 8:00');
  expect(buttons(shown)).toEqual(['−', '22:00', '+', '−', '8:00', '+', 'Back']);
  for (let count = 0; count < 10; count += 1) {
    const query = luna.creator.sendsForgedCallback(luna.bot, list.messageId, 'fu:quiet:from:1');
    await fanline.sandbox.until('the tap is answered', () => luna.creator.answersTo(query));
  }
  await becomes(list, 'There are no quiet hours');
});

test('in a forum it comes in the fan’s topic, and a reply to it goes to the fan', async () => {
  const group = fanline.sandbox.createGroup({ title: 'Desk', forum: true, owner: luna.creator });
  group.adds(luna.bot, { admin: true, manageTopics: true });
  luna.creator.sends(group, '/desk');
  await fanline.sandbox.until('the desk', () =>
    luna.creator.sees(group).some(({ text }) => text.startsWith('Your desk is here now')),
  );
  ana.sends(luna.bot, 'orchids');
  const relay = await fanline.sandbox.until('the relay', () =>
    luna.creator.sees(group).find(({ text }) => text === 'orchids'),
  );
  const topic = relay.topicId ?? 0;
  luna.creator.sends(group, { text: '/remind in 2 hours send seeds', topic });
  await fanline.sandbox.until('the promise', () =>
    luna.creator.sees(group).find(({ text }) => text.startsWith('I will remind you of Ana')),
  );
  await later(3 * hour);
  const due = await fanline.sandbox.until('the reminder', () =>
    luna.creator.sees(group).find(({ text }) => text.startsWith('⏰ Ana')),
  );
  expect(due.topicId).toBe(topic);
  luna.creator.sends(group, { text: 'here are your seeds', topic, replyTo: due.messageId });
  await fanline.sandbox.until('Ana is answered', () =>
    ana.seesTexts(luna.bot).includes('here are your seeds'),
  );
});
