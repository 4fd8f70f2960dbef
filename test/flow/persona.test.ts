import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MessageId, ThreadId, UserId } from '#src/core/ids.ts';
import { systemClock } from '#src/core/clock.ts';
import { auditBooks } from '#src/features/status/index.ts';
import { makeFan } from '#test/support/answer-bed.ts';
import { deskTalk } from '#test/support/desk-talk.ts';
import { buttons } from '#test/support/first-contact.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

const day = 24 * 60 * 60 * 1_000;

let ahead: number;
let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;

const { told, answered, becomes, answerTo } = deskTalk(() => ({ fanline, tenant: luna }));

beforeEach(async () => {
  ahead = 0;
  const now = () => Date.now() + ahead;
  fanline = await startFanline({ clock: { ...systemClock, now }, ownTime: true });
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  expect(mars.news()).toEqual([]);
  expect(await personaLines(mars)).toEqual([]);
  expect(await luna.read(auditBooks)).toMatchObject({ balanced: true, faults: [], stranded: 0 });
  await fanline[Symbol.asyncDispose]();
});

async function personaLines(tenant = luna): Promise<string[]> {
  const rows = await tenant.read((reader) =>
    reader.db.selectFrom('persona_line').select(['part', 'text']).orderBy('id').execute(),
  );
  return rows.map(({ part, text }) => `${part} ${text}`);
}

/** Opens a part from the card. */
async function openPart(card: MessageView, part: string): Promise<void> {
  luna.creator.taps(luna.bot, card.messageId, part);
  await becomes(card, `${part}\n`);
}

async function openCard(): Promise<MessageView> {
  const asked = luna.creator.sends(luna.bot, '/persona');
  return await fanline.sandbox.until('the card', () =>
    luna.creator
      .sees(luna.bot)
      .find(
        ({ messageId, text }) => messageId > asked && text.startsWith('How drafts should sound'),
      ),
  );
}

describe('the guided setup', () => {
  test('asks one part after another, shows each answer back, skips, and goes on days later', async () => {
    const card = await openCard();
    expect(card.text).toContain('Tone: –');
    luna.creator.taps(luna.bot, card.messageId, 'Guided setup');
    await becomes(card, 'Step 1 of 7: Tone');
    const tone = await told('A dash (-) skips');
    const dos = await answered('warm and short', 'Step 2 of 7: Do', tone);
    expect(dos.text).toMatch(/^Tone: warm and short\n/);
    const donts = await answered('- ask back\n- be kind', 'Step 3 of 7: Don’t', dos);
    expect(donts.text).toMatch(/^Do:\n• ask back\n• be kind\n/);

    // The first card still says step 1: its Skip skips nothing that was not shown there.
    luna.creator.taps(luna.bot, card.messageId, 'Skip');
    await becomes(card, 'Step 3 of 7: Don’t');

    ahead += 3 * day;
    await fanline.restart();
    const languages = await answered('-', 'Step 4 of 7: Languages', donts);
    expect(languages.text).toMatch(/^Don’t: skipped\./);
    const later = await openCard();
    expect(buttons(later)).toContain('Go on with setup (4 of 7)');
    luna.creator.taps(luna.bot, later.messageId, 'Go on with setup (4 of 7)');
    await becomes(later, 'Step 4 of 7');
    luna.creator.taps(luna.bot, later.messageId, 'Skip');
    await becomes(later, 'Step 5 of 7: Emoji');
    const facts = await answered(
      'few 🌙',
      'Step 6 of 7',
      await told(/Step 5 of 7.*A dash \(-\) skips/s),
    );
    const prices = await answered('I stream on Fridays', 'Step 7 of 7: Prices', facts);
    const wrong = await answered('Call: fifty', 'A line is no price', prices);
    const done = await answered('Call: €50', 'That was the last step', wrong);
    expect(done.text).toContain('Prices:\n• Call: 50.00 EUR');
    expect(buttons(done)).toContain('Guided setup');
    expect(await personaLines()).toEqual([
      'tone warm and short',
      'do ask back',
      'do be kind',
      'emoji few 🌙',
      'fact I stream on Fridays',
      'price Call: 50.00 EUR',
    ]);

    // An answer to a question of long ago still counts, and moves nothing.
    const again = await answered('dry', 'Tone: dry', tone);
    expect(again.text).toBe('Tone: dry');
    expect(buttons(await openCard())).toContain('Guided setup');
  });
});

describe('a part', () => {
  test('is written, added to, thinned out and emptied; who did it is kept', async () => {
    const card = await openCard();
    await openPart(card, 'Facts');
    luna.creator.taps(luna.bot, card.messageId, 'Add');
    const question = await told('What is true');
    const long = await answered('x'.repeat(201), 'Too long: at most 200', question);
    const photo = luna.creator.sends(luna.bot, {
      file: { kind: 'photo', width: 10, height: 10 },
      replyTo: long.messageId,
    });
    const noText = await fanline.sandbox.until('only text', () =>
      luna.creator
        .sees(luna.bot)
        .find(({ messageId, text }) => messageId > photo && text === 'Please answer with a text.'),
    );
    const many = Array.from({ length: 21 }, (_, number) => `fact no. ${number}`).join('\n');
    const tooMany = await answered(many, 'at most 20 lines', noText);
    const kept = await answered('I live in Lisbon\nI have a cat', '2. I have a cat', tooMany);
    const known = await answered('i live in LISBON', 'That is there already', question);
    await answered('I sing', '3. I sing', known);

    luna.creator.taps(luna.bot, kept.messageId, '✕ 1');
    await becomes(kept, '2. I sing');
    // Telegram shows the old buttons until the edit has come.
    expect(await personaLines()).toEqual(['fact I have a cat', 'fact I sing']);
    luna.creator.taps(luna.bot, kept.messageId, 'Edit');
    await answered('-', 'Nothing here yet', await told('A dash (-) empties it'));
    expect(await personaLines()).toEqual([]);
    const stale = luna.creator.sendsForgedCallback(luna.bot, kept.messageId, 'pe:line-gone:1');
    expect(await answerTo(stale)).toBe('This button is out of date.');

    luna.creator.taps(luna.bot, card.messageId, 'Back');
    await becomes(card, 'How drafts should sound');
    await openPart(card, 'Emoji');
    luna.creator.taps(luna.bot, card.messageId, 'Many');
    await becomes(card, 'Many');
    luna.creator.taps(luna.bot, card.messageId, 'Back');
    await becomes(card, 'Emoji: Many');
    await openPart(card, 'Languages');
    luna.creator.taps(luna.bot, card.messageId, 'The fan’s language');
    await becomes(card, 'Languages\nThe fan’s language');
    luna.creator.taps(luna.bot, card.messageId, 'Edit');
    const unknown = await answered('klingonish', 'I do not know', await told('Which languages'));
    await answered('en, es', 'English', unknown);
    const [line] = await luna.read((reader) =>
      reader.db.selectFrom('persona_line').selectAll().where('part', '=', 'language').execute(),
    );
    expect(line).toMatchObject({ text: 'en', actor: 'creator', author_user_id: luna.creator.id });
  });

  test('is nobody else’s to see or change', async () => {
    ana.start(luna.bot);
    const greeting = await fanline.sandbox.until('the greeting', () =>
      ana.sees(luna.bot).find(({ from }) => from.isBot),
    );
    const query = ana.sendsForgedCallback(luna.bot, greeting.messageId, 'pe:card');
    expect(await answerTo(query, ana)).toBe('This button is not for you.');
    ana.sends(luna.bot, '/persona');
    await fanline.sandbox.until('the word', () =>
      ana.seesTexts(luna.bot).find((text) => text.includes('That command is not for you')),
    );
    const card = await openCard();
    const odd = luna.creator.sendsForgedCallback(luna.bot, card.messageId, 'pe:part:secrets');
    expect(await answerTo(odd)).toBe('This button is out of date.');
  });
});

describe('the FAQ', () => {
  test('is written by questions, turned by pages, changed, and deleted after a question', async () => {
    const card = await openCard();
    luna.creator.taps(luna.bot, card.messageId, 'FAQ');
    await becomes(card, 'Write down what fans ask often');
    luna.creator.taps(luna.bot, card.messageId, 'New');
    const empty = await told('What do fans ask?');
    const question = await answered('y'.repeat(501), 'Too long: at most 500', empty);
    const answer = await answered('When is the concert?', 'what do you answer?', question);
    await openFaq('… When is the concert?');
    // The answer comes days later.
    ahead += 2 * day;
    await fanline.restart();
    const entry = await answered('In May.', 'When is the concert?\nIn May.', answer);
    const alike = await answered('Are there concerts?', 'what do you answer?', empty);
    expect(alike.text).toContain('This may be the same as: “When is the concert?”');

    luna.creator.taps(luna.bot, entry.messageId, 'Answer');
    await answered('In June.', 'When is the concert?\nIn June.', await told('What do you answer?'));
    luna.creator.taps(luna.bot, entry.messageId, 'Delete');
    await fanline.sandbox.until('the question', () =>
      luna.creator
        .sees(luna.bot)
        .find(
          (seen) => seen.messageId === entry.messageId && buttons(seen).includes('Yes, delete'),
        ),
    );
    luna.creator.taps(luna.bot, entry.messageId, 'Yes, delete');
    await becomes(entry, 'Deleted.');
    await answered('In July.', 'no longer there', answer);

    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      const rows = Array.from({ length: 99 }, (_, number) => ({
        question: `question no. ${number}`,
        answer: 'yes',
        actor: 'creator' as const,
        author_user_id: null,
        created_at: 1,
        changed_at: null,
      }));
      await tx.db.insertInto('faq_entry').values(rows).execute();
    });
    const full = await openFaq('… Are there concerts?');
    expect(full.text).toContain('FAQ: 100 questions (1/13)');
    expect(buttons(full)).not.toContain('New');
    await answered('one more?', 'You have 100 questions', empty);
    luna.creator.taps(luna.bot, full.messageId, '›');
    expect(buttons(await becomes(full, '(2/13)'))).toContain('question no. 7');
  });
});

/** Opens the list of the FAQ once it has this button. */
async function openFaq(button: string): Promise<MessageView> {
  const card = await openCard();
  luna.creator.taps(luna.bot, card.messageId, 'FAQ');
  return await fanline.sandbox.until(`the list with ${button}`, () =>
    luna.creator
      .sees(luna.bot)
      .find((seen) => seen.messageId === card.messageId && buttons(seen).includes(button)),
  );
}

describe('deleting everything', () => {
  test('is asked twice, and again when something changed since', async () => {
    const card = await openCard();
    expect(buttons(card)).not.toContain('Delete all');
    await openPart(card, 'Tone');
    luna.creator.taps(luna.bot, card.messageId, 'Edit');
    const question = await told('How do you sound?');
    await answered('warm', 'warm', question);

    const other = await openCard();
    luna.creator.taps(luna.bot, other.messageId, 'Delete all');
    await becomes(other, 'Delete all of it? Lines: 1, questions: 0.');
    luna.creator.taps(luna.bot, other.messageId, 'Yes, delete');
    await becomes(other, 'Really all?');
    await answered('dry', 'dry', question);
    luna.creator.taps(luna.bot, other.messageId, 'Delete everything');
    await becomes(other, 'This was changed meanwhile');
    expect(await personaLines()).toEqual(['tone dry']);
    luna.creator.taps(luna.bot, other.messageId, 'Yes, delete');
    await becomes(other, 'Really all?');
    luna.creator.taps(luna.bot, other.messageId, 'Delete everything');
    await becomes(other, 'All of it is deleted.');
    expect(await personaLines()).toEqual([]);
  });
});

describe('learning from replies', () => {
  test('needs twenty of the creator’s own', async () => {
    await writeReplies(19, (number) => `hey, here is number ${number}`);
    const card = await openCard();
    luna.creator.taps(luna.bot, card.messageId, 'Learn from my replies');
    await becomes(card, '20 at least. There are 19.');
    luna.creator.taps(luna.bot, card.messageId, 'Back');
    await becomes(card, 'How drafts should sound');
  });

  test('proposes lines, of which only those that are accepted are written', async () => {
    await writeReplies(40, (number) => `hey, this is for you, number ${number} 🌙\nxo luna`);
    const card = await openCard();
    await openPart(card, 'Emoji');
    luna.creator.taps(luna.bot, card.messageId, 'None');
    await becomes(card, 'Emoji\nNone');
    luna.creator.taps(luna.bot, card.messageId, 'Back');
    await becomes(card, 'How drafts should sound');
    luna.creator.taps(luna.bot, card.messageId, 'Learn from my replies');
    const diff = await becomes(card, 'From your last 40 replies');
    expect(diff.text.split('\n').slice(3)).toEqual([
      '+ 1. Languages: English',
      '+ 2. Emoji: Many 🌙',
      '− instead of: None',
      '+ 3. Do: Most replies have 9 to 9 words.',
      '+ 4. Do: Often begins with “hey”.',
      '+ 5. Do: Often ends with “xo luna”.',
      '+ 6. Do: Begins without a capital letter.',
      '+ 7. Do: No full stop at the end.',
      '+ 8. Don’t: No exclamation marks.',
    ]);
    luna.creator.taps(luna.bot, card.messageId, '✓ 4');
    luna.creator.taps(luna.bot, card.messageId, '✓ 4');
    await becomes(card, '✓ 4. Do');
    luna.creator.taps(luna.bot, card.messageId, '✕ 1');
    await becomes(card, '✕ 1. Languages');
    expect(await personaLines()).toEqual(['emoji none', 'do Often begins with “hey”.']);

    // The emoji were changed since they were shown: that is said before anything is written.
    const other = await openCard();
    await openPart(other, 'Emoji');
    luna.creator.taps(luna.bot, other.messageId, 'Few');
    await becomes(other, 'Emoji\nFew');
    luna.creator.taps(luna.bot, card.messageId, '✓ 2');
    await becomes(card, 'This was changed meanwhile');
    await becomes(card, '− instead of: Few');
    expect(await personaLines()).toContain('emoji few');
    luna.creator.taps(luna.bot, card.messageId, '✓ All');
    await becomes(card, '✓ 8. Don’t');
    expect((await personaLines()).toSorted()).toEqual([
      'do Begins without a capital letter.',
      'do Most replies have 9 to 9 words.',
      'do No full stop at the end.',
      'do Often begins with “hey”.',
      'do Often ends with “xo luna”.',
      'dont No exclamation marks.',
      'emoji many 🌙',
    ]);
    luna.creator.taps(luna.bot, card.messageId, 'Done');
    await becomes(card, 'How drafts should sound');

    // Later habits take the place of what was learned before.
    await writeReplies(100, (number) => `hello there, number ${number} is for you and your cat 🌙`);
    luna.creator.taps(luna.bot, card.messageId, 'Learn from my replies');
    const later = await becomes(card, 'From your last 100 replies');
    expect(later.text).toContain('− instead of: Often begins with “hey”.');
    expect(later.text).not.toContain('No exclamation marks');
  });
});

/** Replies as the creator's, to three fans in turn. */
async function writeReplies(count: number, text: (number: number) => string): Promise<void> {
  await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
    const threads: ThreadId[] = [];
    for (const number of [1, 2, 3]) {
      threads.push((await makeFan(tx, { first: `Fan ${number}` })) as number as ThreadId);
    }
    const rows = Array.from({ length: count }, (_, number) => ({
      thread_id: threads[number % 3] as ThreadId,
      direction: 'out' as const,
      actor: 'creator' as const,
      author_user_id: luna.creator.id as UserId,
      kind: 'text' as const,
      text: text(number),
      entities: null,
      media: null,
      album_id: null,
      answers_message_id: null as MessageId | null,
      delivery: 'delivered' as const,
      merged_into: null,
      fan_reaction: null,
      creator_reaction: null,
      sent_at: 1,
      edited_at: null,
      deleted_at: null,
    }));
    await tx.db.insertInto('message').values(rows).execute();
  });
}
