import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '#src/storage/reader.ts';
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

const { told, shows, tap, says, answerTo } = deskTalk(() => ({ fanline, tenant: luna }));

beforeEach(async () => {
  fanline = await startFanline();
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana', languageCode: 'de' });
  ben = fanline.sandbox.createUser({ firstName: 'Ben', languageCode: 'en' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  expect(mars.news()).toEqual([]);
  await fanline[Symbol.asyncDispose]();
});

/** Taps one button after another, each as soon as it is there. */
async function taps(card: MessageView, ...path: string[]): Promise<void> {
  for (const button of path) {
    await shows(card, button);
    tap(card, button);
  }
}

async function fans(): Promise<void> {
  ana.sends(luna.bot, 'hallo');
  await told('hallo');
  ben.sends(luna.bot, 'hello there');
  await told('hello there');
}

/** Something that happens in the file meanwhile. */
async function changes(work: (db: Tx['db']) => Promise<unknown>): Promise<void> {
  await fanline.storage.store.transact(
    luna.record.tenantId,
    async (tx) => void (await work(tx.db)),
  );
}

describe('a segment', () => {
  test('is built by a menu, counted at once, previewed down to a card, and saved under a name', async () => {
    await fans();
    says('/segments');
    const menu = await told('None yet. A segment is');
    tap(menu, 'New');
    await shows(menu, '2 fans');
    await taps(menu, '➕ Add', 'Language', 'German');
    const built = await shows(menu, '1 fan');
    expect(built.text).toContain('1. Language: German');
    expect(built.text).toContain('As text: /segments lang:de');

    await taps(menu, '👀 Preview', 'Ana');
    await told('First seen');
    await taps(menu, 'Back', '💾 Save');
    const question = await told('a name for the segment');
    says('Germans', question);
    await told('Saved as “Germans”.');
    says('/segments');
    const list = await told('Tap one to see');
    expect(buttons(list)).toEqual(['Germans', 'New']);
    tap(list, 'Germans');
    await shows(list, '👥 Germans');
    await shows(list, '1 fan');
  });

  test('offers the links by which fans came', async () => {
    ana.start(luna.bot, 'src_instagram');
    await fans();
    says('/segments');
    const menu = await told('None yet. A segment is');
    await taps(menu, 'New', '➕ Add', 'Came by link', 'instagram');
    const built = await shows(menu, '1 fan');
    expect(built.text).toContain('1. Came by link: instagram');
  });

  test('asks for what the card tells: the name, /noai, what AI noted', async () => {
    await fans();
    says('/segments');
    const menu = await told('None yet. A segment is');
    await taps(menu, 'New', '➕ Add', 'Name or @handle', 'Begins with …');
    const question = await told('Name or @handle: reply to this message with the value');
    says('🌸', question);
    await told('That does not fit. Reply to my question again, for example with Anna');
    says('AN', question);
    const named = await told('1. Name or @handle: a word begins with “AN”');
    await shows(named, '1 fan');
    expect(named.text).toContain('As text: /segments name:AN');
    ana.sends(luna.bot, '/noai');
    await fanline.sandbox.until('Ana is out', () =>
      ana.seesTexts(luna.bot).some((text) => text.includes('/yesai')),
    );
    await taps(named, '➕ Add', 'Keeps out of AI (/noai)');
    await shows(named, '2. Keeps out of AI');
    await shows(named, '1 fan');
    await taps(named, '➕ Add', 'Has an AI summary');
    await shows(named, 'No fan');
    await taps(named, '✏️ 3', 'Turn round (not)', '➕ Add', 'Has facts');
    const all = await shows(named, '4. Has facts');
    expect(all.text).toContain('As text: /segments name:AN noai not summary facts');
    says('/segments name:ana not name:an');
    await told('Nobody can match');
    says('/segments help');
    const help = await told('name:anna Name or @handle');
    expect(help.text).toContain('noai Keeps out of AI (/noai)');
  });

  test('says in few words what is wrong with thousands', async () => {
    says(`/segments ${'x'.repeat(4_000)}`);
    await told('I do not know “xxx');
    says('/segments ""');
    await told('There is no condition in it');
    says('/segments lang:german');
    await told('Write it like this: lang:de');
  });

  test('of new fans has those who only pressed Start', async () => {
    ana.start(luna.bot);
    await fanline.sandbox.until('Ana is greeted', () => ana.seesTexts(luna.bot).length > 0);
    says('/segments stage:new');
    await told('1 fan');
    says('/fan Ana');
    await told('🌱 New');
  });

  test('can be one of several, not, and groups; parts are changed and removed', async () => {
    await fans();
    says('/segments lang:de');
    const menu = await told('1 fan');
    await taps(menu, '✏️ 1', 'Turn round (not)');
    await shows(menu, 'not: Language: German');
    await taps(menu, '➕ Add', 'Has a note');
    await shows(menu, 'No fan');
    tap(menu, 'One is enough');
    const either = await shows(menu, '1 fan');
    expect(either.text).toContain(
      'At least one of these:\n1. not: Language: German\n2. Has a note',
    );
    await taps(menu, '✏️ 2', '… and also', 'Reachable', 'Can be written to');
    await shows(menu, '2. Has a note and Can be written to');
    await taps(menu, '✏️ 1', 'Remove');
    await shows(menu, '1. Has a note and Can be written to');
  });

  test('asks for values that must be typed, until one fits', async () => {
    await fans();
    says('/segments');
    const menu = await told('None yet');
    await taps(menu, 'New', '➕ Add', 'Score', 'At least …');
    const question = await told('Score: reply to this message with the value');
    says('many', question);
    await told('That does not fit. Reply to my question again, for example with 25');
    luna.creator.sends(luna.bot, {
      file: { kind: 'photo', width: 9, height: 9 },
      replyTo: question.messageId,
    });
    await told('Only a text fits here');
    says('99', question);
    const built = await told('1. Score: 99 or more');
    expect(built.text).toContain('No fan');
    says('1', question);
    await told('You changed it since I asked');
  });

  test('is renamed and, asked once more, deleted; deleting it twice does nothing', async () => {
    says('/segments stage:vip');
    tap(await told('Stage: ⭐ VIP'), '💾 Save');
    says('Stars', await told('a name for the segment'));
    await told('Saved as “Stars”.');
    const menu = await told('👥 Stars');
    tap(menu, 'Rename');
    const question = await told('with the new name');
    says('x'.repeat(40), question);
    await told('Names have at most 32 characters');
    says('Lights', question);
    await told('It is called “Lights” now.');
    await taps(menu, 'Delete');
    const asking = await shows(menu, 'Yes, delete');
    tap(menu, 'Back');
    await shows(menu, '👥 Lights');
    await taps(menu, 'Delete', 'Yes, delete');
    await shows(menu, 'None yet');
    const data = asking.buttons.flat().find(({ text }) => text === 'Yes, delete')?.data ?? '';
    const again = luna.creator.sendsForgedCallback(luna.bot, menu.messageId, data);
    expect(await answerTo(again)).toBe('It is no longer there.');
  });

  test('never counts or shows a fan whose account is deleted or who was erased', async () => {
    await fans();
    const cleo = fanline.sandbox.createUser({ firstName: 'Cleo' });
    cleo.sends(luna.bot, 'hi from Cleo');
    await told('hi from Cleo');
    says('/segments everyone');
    const menu = await told('3 fans');
    await changes(async (db) => {
      await db.updateTable('fan').set({ reach: 'gone' }).where('first_name', '=', 'Cleo').execute();
      await db.deleteFrom('fan').where('first_name', '=', 'Ben').execute();
    });
    tap(menu, '👀 Preview');
    await shows(menu, '1 fan');
    expect(buttons(await shows(menu, 'Ana'))).toEqual(['Ana', 'Back']);
  });
});

test('a segment follows a tag that is merged into another, and that one again', async () => {
  await fans();
  const relay = await told('hallo');
  says('/tag Pariis', relay);
  await told('Ana has');
  says('/tag paris', await told('hello there'));
  await told('Ben has');
  says('/tag France', relay);
  await told('🟡 France now');
  says('/segments tag:pariis');
  tap(await told('1 fan'), '💾 Save');
  says('Parisians', await told('a name for the segment'));
  await told('Saved as “Parisians”');
  says('/tags');
  const tags = await told('Your tags');
  await taps(tags, '🔴 Pariis (1)', 'Merge', '🟠 paris', 'Yes, merge');
  await shows(tags, '🟠 paris: 2 fans');
  says('/segments');
  const list = await told('Tap one to see');
  tap(list, 'Parisians');
  const built = await shows(list, '2 fans');
  expect(built.text).toContain('1. Tag: 🟠 paris');
  await taps(tags, 'Merge', '🟡 France', 'Yes, merge');
  await shows(tags, '🟡 France: 2 fans');
  says('/segments');
  const later = await told('Tap one to see');
  tap(later, 'Parisians');
  expect((await shows(later, '2 fans')).text).toContain('1. Tag: 🟡 France');
});

describe('a filter that cannot match', () => {
  test('says why, and so does one whose tag was deleted', async () => {
    await fans();
    says('/segments stage:vip stage:lost');
    const none = await told('No fan');
    expect(none.text).toContain(
      '⚠️ Nobody can match: “Stage: ⭐ VIP” and “Stage: 🕯 Lost” exclude each other.',
    );
    ana.sends(luna.bot, 'tag me');
    const relay = await told('tag me');
    says('/tag paris', relay);
    await told('Ana has');
    says('/segments tag:paris');
    tap(await told('1 fan'), '💾 Save');
    says('Parisians', await told('a name for the segment'));
    await told('Saved as “Parisians”');
    await changes((db) => db.deleteFrom('tag').execute());
    says('/segments');
    const list = await told('Tap one to see');
    tap(list, 'Parisians');
    const built = await shows(list, 'No fan');
    expect(built.text).toContain('1. Tag: (deleted)');
    expect(built.text).toContain('A tag that this asks for was deleted. No fan has it.');
    expect(built.text).toContain('So nobody can match.');
  });

  test('is refused in words when what is stored cannot be read', async () => {
    says('/segments stage:vip');
    tap(await told('Stage: ⭐ VIP'), '💾 Save');
    says('Stars', await told('a name for the segment'));
    await told('👥 Stars');
    await changes((db) => db.updateTable('segment').set({ filter: '{"is":"mood"}' }).execute());
    says('/segments lang:de');
    await told('Language: German');
    says('/segments');
    const list = await told('Tap one to see');
    tap(list, 'Stars');
    await shows(list, 'cannot be read');
  });
});

describe('what is typed', () => {
  test('is explained where it is wrong', async () => {
    says('/segments lang:de stge:vip');
    const mistake = await told('I do not know “stge”. Did you mean “stage”?');
    expect(mistake.text).toContain('lang:de stge:vip');
    says('/segments tag:nobody');
    await told('There is no tag “nobody”.');
    says('/segments stage:vpi');
    await told('There are: stage:new, stage:active, stage:');
    says('/segments messages>abc');
    await told('I do not know “messages”. Messages from them: in>=10. Messages to them: out<=3.');
    says('/segments help');
    expect((await told('Write conditions side by side')).text).toContain('waiting>4h Waits for');
    ben.sends(luna.bot, '/segments lang:de');
    await fanline.sandbox.until('Ben is refused', () =>
      ben.seesTexts(luna.bot).find((text) => text.includes('not for you')),
    );
  });

  test('gives back what was begun and not saved before', async () => {
    says('/segments');
    const begun = await told('None yet');
    tap(begun, 'New');
    await taps(begun, '➕ Add', 'Has a @handle');
    await shows(begun, '1. Has a @handle');
    says('/segments lang:de');
    const kept = await told('What you had begun was not saved.');
    expect(kept.text).toContain('/segments username');
    await told('1. Language: German');
    says('/segments lang:en or note');
    const menu = await told('2. Has a note');
    // What was typed stands in the chat: it is not said again.
    expect((await told('What you had begun')).messageId).toBe(kept.messageId);
    tap(menu, 'Back');
    const list = await shows(menu, 'Go on with what is not saved');
    tap(list, '✏️ Go on with what is not saved');
    await shows(menu, '2. Has a note');
  });
});

describe('a menu', () => {
  test('that is out of date changes nothing and shows how it stands; a second tap does no harm', async () => {
    await fans();
    says('/segments lang:de');
    const menu = await told('1. Language: German');
    tap(menu, '➕ Add');
    await shows(menu, 'Has a note');
    const first = tap(menu, 'Has a note');
    const second = tap(menu, 'Has a note');
    expect(await answerTo(first)).toBeUndefined();
    expect(await answerTo(second)).toBe('This menu was out of date. Here is how it stands now.');
    const shown = await shows(menu, 'No fan');
    expect(shown.text).toContain('2. Has a note');
    expect(shown.text).not.toContain('3.');
  });

  test('of one person is closed to another, who has a draft of their own', async () => {
    await fans();
    says('/segments lang:de');
    const menu = await told('1. Language: German');
    const foreign = ben.sendsForgedCallback(luna.bot, menu.messageId, 'sg:list:0');
    const refused = await fanline.sandbox.until('Ben is refused', () => ben.answersTo(foreign));
    expect(refused.text).toBe('This button is not for you.');
    const theirs = luna.creator.sendsForgedCallback(luna.bot, menu.messageId, 'sg:zz.1:switch');
    expect(await answerTo(theirs)).toBe(
      'Somebody else is building here. Send /segments to build your own.',
    );
    for (const data of [
      'sg:',
      'sg:open:x',
      'sg:zz.1:put:-:',
      `sg:1.1:kind:-:${'x'.repeat(30)}:0`,
    ]) {
      const strange = luna.creator.sendsForgedCallback(luna.bot, menu.messageId, data);
      expect(await answerTo(strange)).toBe('This button is out of date.');
    }
  });

  test('asks before it replaces what somebody else saved meanwhile', async () => {
    says('/segments lang:de');
    tap(await told('1. Language: German'), '💾 Save');
    says('Germans', await told('a name for the segment'));
    const menu = await told('👥 Germans');
    await taps(menu, '➕ Add', 'Has a note');
    await shows(menu, '2. Has a note');
    await changes((db) =>
      db
        .updateTable('segment')
        .set({ filter: '{"is":"stage","stage":"vip"}', changed_at: Date.now() + 1_000 })
        .execute(),
    );
    tap(menu, '💾 Save');
    const asks = await shows(menu, 'Save mine instead');
    expect(asks.text).toContain('Stage: ⭐ VIP');
    tap(menu, 'Save mine instead');
    await shows(menu, '👥 Germans');
    const rows = await luna.read((reader) =>
      reader.db.selectFrom('segment').select('filter').execute(),
    );
    expect(rows[0]?.filter).toContain('note');
  });
});

test('in a forum desk, a menu stands where it was asked for, and its cards open there', async () => {
  const group = fanline.sandbox.createGroup({ title: 'Desk', forum: true, owner: luna.creator });
  group.adds(luna.bot, { admin: true, manageTopics: true });
  luna.creator.sends(group, '/desk');
  const inGroup = async (words: string) =>
    await fanline.sandbox.until(`the group is told ${words}`, () =>
      luna.creator
        .sees(group)
        .findLast(
          (seen) =>
            seen.from.isBot &&
            (seen.text.includes(words) || buttons(seen).some((text) => text.includes(words))),
        ),
    );
  await inGroup('Your desk is here now');
  ana.sends(luna.bot, 'hallo');
  const relay = await inGroup('hallo');
  luna.creator.sends(group, { text: '/segments lang:de', topic: relay.topicId ?? 0 });
  const menu = await inGroup('1. Language: German');
  expect(menu.topicId).toBe(relay.topicId);
  luna.creator.taps(group, menu.messageId, '💾 Save');
  const question = await inGroup('a name for the segment');
  expect(question.topicId).toBe(relay.topicId);
  luna.creator.sends(group, {
    text: 'Germans',
    replyTo: question.messageId,
    topic: relay.topicId ?? 0,
  });
  await inGroup('Saved as “Germans”.');
  luna.creator.taps(group, (await inGroup('👥 Germans')).messageId, '👀 Preview');
  const preview = await fanline.sandbox.until('the preview', () =>
    luna.creator.sees(group).find(({ text }) => text === 'Language: German\n\n1 fan'),
  );
  expect(buttons(preview)).toEqual(['Ana', 'Back']);
  expect(ana.seesTexts(luna.bot)).toEqual(['hallo']);
});
