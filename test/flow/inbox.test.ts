import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { deskTalk } from '#test/support/desk-talk.ts';
import { buttons } from '#test/support/first-contact.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

const hour = 3_600_000;

let ahead: number;
let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;
let ben: SandboxUser;

const { told, shows, writes } = deskTalk(() => ({ fanline, tenant: luna }));

beforeEach(async () => {
  ahead = 0;
  const clock = { ...systemClock, now: () => Date.now() + ahead };
  fanline = await startFanline({ clock, ownTime: true });
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  // The clock is the machine's: there is no quiet hour, whenever this runs.
  await fanline.storage.store.transact(luna.record.tenantId, (tx) =>
    setPreference(tx, 'quietHours', { from: 0, to: 0 }, 'creator', 0),
  );
  ana = fanline.sandbox.createUser({ firstName: 'Ana' });
  ben = fanline.sandbox.createUser({ firstName: 'Ben' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  expect(mars.news()).toEqual([]);
  await fanline[Symbol.asyncDispose]();
});

/** A new inbox message. */
async function inbox(title: string): Promise<MessageView> {
  const before = luna.creator.sees(luna.bot).length;
  luna.creator.sends(luna.bot, '/inbox');
  return await fanline.sandbox.until(`an inbox with ${title}`, () =>
    luna.creator.sees(luna.bot).find(({ text }, index) => index > before && text.includes(title)),
  );
}

async function cardFor(name: string): Promise<MessageView> {
  return await fanline.sandbox.until(`${name}’s card`, () =>
    luna.creator
      .sees(luna.bot)
      .find(({ text }) => text.startsWith(`${name}\n`) && text.includes('First seen')),
  );
}

function fansIn(message: MessageView): string[] {
  return buttons(message).filter((text) => text.includes('·'));
}

/** The program was away for a while: what is due by then is done. */
async function later(ms: number): Promise<void> {
  ahead += ms;
  await fanline.restart();
}

describe('the inbox', () => {
  test('lists who waits longest first, and answering, Done and blocking take them off', async () => {
    const fromAna = await writes(ana, 'first question');
    ahead += hour;
    const fromBen = await writes(ben, 'second question');
    const cleo = fanline.sandbox.createUser({ firstName: 'Cleo' });
    await writes(cleo, 'third question');
    const list = await inbox('Waiting: 3');
    expect(fansIn(list).map((text) => text.split(' ').at(-4) ?? text)).toHaveLength(3);
    expect(fansIn(list)[0]).toContain('Ana · 1 hr');

    luna.creator.sends(luna.bot, { text: 'here you are', replyTo: fromAna.messageId });
    await fanline.sandbox.until('Ana is answered', () =>
      ana.seesTexts(luna.bot).includes('here you are'),
    );
    luna.creator.taps(luna.bot, fromBen.messageId, 'Done');
    cleo.blocks(luna.bot);
    await inbox('Nobody waits');
  });

  test('takes the word of a list, and names the lists when it knows no such one', async () => {
    await writes(ana, 'first question');
    for (const [typed, said] of [
      ['/inbox VIP', 'No VIP waits.'],
      ['/inbox xyz', 'I know no list “xyz”. There are: waiting, vip, new, snoozed'],
    ] as const) {
      luna.creator.sends(luna.bot, typed);
      await told(said);
    }
  });

  test('opens a fan’s card by a tap, and Next brings the one after', async () => {
    await writes(ana, 'first question');
    ahead += hour;
    await writes(ben, 'second question');
    const list = await inbox('Waiting: 2');
    expect(list.text.split('\n').at(-1)).toBe('🌱 New');
    luna.creator.taps(luna.bot, list.messageId, fansIn(list)[0] ?? '');
    const card = await cardFor('Ana');
    expect(card.buttons.slice(0, 2).map((row) => row.map(({ text }) => text))).toEqual([
      ['Draft', 'Done'],
      ['Snooze', 'Next'],
    ]);
    luna.creator.taps(luna.bot, card.messageId, 'Next');
    const next = await cardFor('Ben');
    expect(next.text).toContain('Waiting since');
    luna.creator.taps(luna.bot, next.messageId, 'Done');
    luna.creator.taps(luna.bot, card.messageId, 'Done');
    await inbox('Nobody waits');
  });

  test('leaves out who is snoozed, and tells once when they are back', async () => {
    await writes(ana, 'a long story');
    const relay = await told('a long story');
    luna.creator.taps(luna.bot, relay.messageId, 'Card');
    const card = await told('First seen');
    luna.creator.taps(luna.bot, card.messageId, 'Snooze');
    const choice = await told('How long shall Ana stay out');
    luna.creator.taps(luna.bot, choice.messageId, '1 hour');
    await shows(choice, 'Ana is snoozed until');
    await inbox('Nobody waits');
    const snoozed = await inbox('Nobody waits');
    luna.creator.taps(luna.bot, snoozed.messageId, '💤 Snoozed');
    await shows(snoozed, '💤 Snoozed: 1');

    await later(2 * hour);
    await told('Back in your inbox: Ana');
    await inbox('Waiting: 1');
    const tellings = () =>
      luna.creator.seesTexts(luna.bot).filter((text) => text.startsWith('Back in your inbox'));
    await later(2 * hour);
    await inbox('Waiting: 1');
    expect(tellings()).toHaveLength(1);
  });

  test('brings back at once who is snoozed until they write', async () => {
    await writes(ana, 'a long story');
    luna.creator.taps(luna.bot, (await told('a long story')).messageId, 'Card');
    luna.creator.taps(luna.bot, (await told('First seen')).messageId, 'Snooze');
    const choice = await told('How long shall Ana stay out');
    luna.creator.taps(luna.bot, choice.messageId, 'Until they write');
    await shows(choice, 'snoozed until they write');
    await inbox('Nobody waits');
    ahead += 1000;
    await writes(ana, 'and it goes on');
    await inbox('Waiting: 1');
  });

  test('has filters, is told to nobody else, and knows how fast fans are answered', async () => {
    const question = await writes(ana, 'a question');
    luna.creator.sends(luna.bot, { text: 'the answer', replyTo: question.messageId });
    await fanline.sandbox.until('Ana is answered', () =>
      ana.seesTexts(luna.bot).includes('the answer'),
    );
    await later(60_000);
    await expect
      .poll(() => luna.read((reader) => reader.db.selectFrom('response').select('id').execute()))
      .toHaveLength(1);
    await inbox('half of all answers came within');
    ana.sends(luna.bot, '/inbox');
    const refused = await fanline.sandbox.until('Ana is refused', () =>
      ana.seesTexts(luna.bot).find((text) => text.includes('not for you')),
    );
    expect(refused).toBeDefined();
    await writes(ben, 'I am new here');
    const list = await inbox('Waiting');
    luna.creator.taps(luna.bot, list.messageId, '🌱 New');
    const fresh = await shows(list, '🌱 New: 1');
    expect(fansIn(fresh)[0]).toContain('Ben');
    // Who was answered before is as new, by the stage that the list shows.
    await writes(ana, 'me again');
    luna.creator.taps(luna.bot, list.messageId, 'Refresh');
    await shows(list, '🌱 New: 2');
    luna.creator.taps(luna.bot, list.messageId, '⭐ VIP');
    await shows(list, 'No VIP waits');
  });
});

describe('an answer that turns out not to be one', () => {
  const since = async () => {
    const rows = await luna.read((reader) =>
      reader.db.selectFrom('thread').select('waiting_since as at').orderBy('id').execute(),
    );
    return rows.map(({ at }) => at);
  };

  /** Answers Ana; gives the message at the desk, once she has it. */
  async function answered(relay: MessageView, text: string): Promise<number> {
    const answer = luna.creator.sends(luna.bot, { text, replyTo: relay.messageId });
    await fanline.sandbox.until(`Ana has ${text}`, () => ana.seesTexts(luna.bot).includes(text));
    return answer;
  }

  const deletes = (answer: number) =>
    luna.creator.sends(luna.bot, { text: '/delete', replyTo: answer });

  test('taken back, leaves the fan waiting since they asked; a second /delete changes nothing', async () => {
    const relay = await writes(ana, 'a question');
    const before = await since();
    ahead += hour;
    const answer = await answered(relay, 'oops');
    expect(await since()).toEqual([null]);
    deletes(answer);
    await told('Taken back.');
    expect(await since()).toEqual(before);
    expect(fansIn(await inbox('Waiting: 1'))[0]).toContain('Ana · 1 hr');
    deletes(answer);
    await told('already');
    await inbox('Waiting: 1');
    expect(
      await mars.read((reader) => reader.db.selectFrom('thread').select('id').execute()),
    ).toEqual([]);
  });

  test('taken back, changes nothing while another answer stands; then only what came behind it waits', async () => {
    const relay = await writes(ana, 'a question');
    const [first, second] = [await answered(relay, 'one'), await answered(relay, 'two')];
    deletes(second);
    await told('Taken back.');
    await inbox('Nobody waits');
    ahead += hour;
    await writes(ana, 'and another thing');
    const [later] = await since();
    const third = await answered(relay, 'three');
    deletes(third);
    await expect.poll(since).toEqual([later]);
    deletes(first);
    await expect.poll(async () => (await since())[0]).toBeLessThan((later ?? 0) - hour + 1);
  });

  test('taken back after Done, does not bring back what was done with', async () => {
    const relay = await writes(ana, 'a question');
    luna.creator.taps(luna.bot, relay.messageId, 'Done');
    await expect.poll(since).toEqual([null]);
    const answer = await answered(relay, 'by the way');
    deletes(answer);
    await told('Taken back.');
    await inbox('Nobody waits');
  });

  test('that cannot be deleted any more, stays an answer', async () => {
    const relay = await writes(ana, 'a question');
    const answer = await answered(relay, 'here you are');
    fanline.sandbox.fault({
      fault: 'error',
      method: 'deleteMessage',
      code: 400,
      description: "Bad Request: message can't be deleted for everyone",
    });
    deletes(answer);
    await told('48 hours');
    await inbox('Nobody waits');
  });

  test.each([
    [
      'refused',
      { fault: 'error', code: 400, description: 'Bad Request: no' },
      'Telegram refused it',
    ],
    ['of unknown fate', { fault: 'drop_before' }, 'did not confirm'],
  ] as const)('%s, lets the fan wait until Retry brings it', async (_, fault, said) => {
    const relay = await writes(ana, 'a question');
    const before = await since();
    ahead += hour;
    fanline.sandbox.fault({ ...fault, method: 'sendMessage', chat: ana.id });
    luna.creator.sends(luna.bot, { text: 'there?', replyTo: relay.messageId });
    const notice = await told(said);
    expect(await since()).toEqual(before);
    expect(fansIn(await inbox('Waiting: 1'))[0]).toContain('Ana · 1 hr');
    luna.creator.taps(luna.bot, notice.messageId, 'Retry');
    luna.creator.taps(luna.bot, notice.messageId, 'Retry');
    await fanline.sandbox.until('Ana has it', () => ana.seesTexts(luna.bot).includes('there?'));
    expect(await since()).toEqual([null]);
    await inbox('Nobody waits');
  });

  test('of a fan who blocked the bot, is listed when they come back', async () => {
    const relay = await writes(ana, 'a question');
    const before = await since();
    ana.blocks(luna.bot);
    luna.creator.sends(luna.bot, { text: 'wait', replyTo: relay.messageId });
    const notice = await told('has blocked');
    await inbox('Nobody waits');
    ana.unblocks(luna.bot);
    await inbox('Waiting: 1');
    expect(await since()).toEqual(before);
    luna.creator.taps(luna.bot, notice.messageId, 'Retry');
    await inbox('Nobody waits');
  });
});

test('the creator moves the lines between stages, and fans follow', async () => {
  for (const text of ['one more', 'two more', 'three more', 'four more', 'five more', 'six more']) {
    await writes(ana, text);
  }
  luna.creator.sends(luna.bot, '/settings');
  const menu = await told('Settings');
  luna.creator.taps(luna.bot, menu.messageId, 'Stages');
  await shows(menu, 'so many messages in 30 days: 30');
  for (let count = 25; count >= 5; count -= 5) {
    luna.creator.taps(luna.bot, menu.messageId, 'ac:down:vipMessages');
    await shows(menu, `so many messages in 30 days: ${count}`);
  }
  await expect
    .poll(
      () => luna.read((reader) => reader.db.selectFrom('fan_activity').select('stage').execute()),
      { timeout: 8_000 },
    )
    .toEqual([{ stage: 'vip' }]);
  luna.creator.sends(luna.bot, '/fan Ana');
  await told('⭐ VIP: 6 messages in 30 days');
});

test('silence alone changes the stage, and Done without an answer is no response', async () => {
  const relay = await writes(ana, 'just saying');
  await stageIs('new');
  const tap = luna.creator.taps(luna.bot, relay.messageId, 'Done');
  await fanline.sandbox.until('Done is answered', () => luna.creator.answersTo(tap));
  await later(15 * 24 * hour);
  await stageIs('cooling');
  await later(50 * 24 * hour);
  await stageIs('lost');
  luna.creator.sends(luna.bot, '/fan Ana');
  await told('🕯 Lost: silent for 65 days');
  const again = await writes(ana, 'I am back');
  await later(hour);
  luna.creator.sends(luna.bot, { text: 'welcome back', replyTo: again.messageId });
  await stageIs('active');
  const waits = () =>
    luna.read((reader) =>
      reader.db.selectFrom('response').select(['asked_at', 'answered_at']).execute(),
    );
  await expect.poll(waits, { timeout: 8_000 }).toHaveLength(1);
  const [wait] = await waits();
  expect((wait?.answered_at ?? 0) - (wait?.asked_at ?? 0)).toBeLessThan(2 * hour);
});

async function stageIs(stage: string): Promise<void> {
  const stages = () =>
    luna.read((reader) => reader.db.selectFrom('fan_activity').select('stage').execute());
  await expect.poll(stages, { timeout: 8_000 }).toEqual([{ stage }]);
}
