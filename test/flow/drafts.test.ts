import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttons } from '#test/support/first-contact.ts';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';

let stage: DraftStage;

beforeEach(async () => {
  stage = await openDraftStage();
});

afterEach(async () => {
  await stage.close();
});

describe('a draft', () => {
  test('comes with a tap from a past answer, labelled, and one tap sends it once', async () => {
    await stage.taught(question, answer);
    const draft = await stage.drafted(stage.ana, 'hey, do you ship posters to canada?');
    expect(draft.text).toBe(`Draft for Ana\n\nfrom your past replies\n${answer}`);
    expect(draft.buttons.map((row) => row.map(({ text }) => text))).toEqual([
      ['Send'],
      ['Edit'],
      ['Another', 'Dismiss', 'ℹ️'],
    ]);
    expect(stage.copies(stage.ana, answer)).toBe(0);

    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    const second = stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    await stage.becomes(draft, 'Sent to Ana.', []);
    await stage.tapSays(second, 'sent already');
    await stage.gets(stage.ana, answer);
    await stage.told(`You to Ana\n${answer}`);
    expect(stage.copies(stage.ana, answer)).toBe(1);
    const [row] = await stage.drafts();
    expect(row).toMatchObject({ state: 'sent', source: 'local', distance: 0, edited: 0 });
    expect(row?.sentId).toBe(row?.finalId);
  });

  test('offers saved replies with the fan’s name in them, each with its own buttons', async () => {
    await stage.saved(
      'Dear {first_name}, posters ship to Canada and elsewhere.',
      'ship posters canada',
    );
    await stage.taught(question, answer);
    const draft = await stage.drafted(stage.ana, question);
    const shown = [...draft.text.matchAll(/^\d · .*$/gm)].map(([line]) => line);
    expect(shown.toSorted((a, b) => a.slice(4).localeCompare(b.slice(4)))).toEqual([
      expect.stringContaining('from your past replies'),
      expect.stringContaining('saved reply'),
    ]);
    expect(draft.text).toContain('Dear Ana, posters ship');
    expect(buttons(draft)).toEqual([
      'Send 1',
      'Send 2',
      'Edit 1',
      'Edit 2',
      'Another',
      'Dismiss',
      'ℹ️',
    ]);
    const which = shown.findIndex((line) => line.includes('saved reply')) + 1;
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, `Send ${which}`);
    await stage.gets(stage.ana, 'Dear Ana, posters ship to Canada and elsewhere.');
    stage.luna.creator.sends(stage.luna.bot, '/replies');
    const list = await stage.told('Your saved replies');
    stage.luna.creator.taps(stage.luna.bot, list.messageId, 'ship posters canada');
    await stage.becomes(list, 'Sent once.');
  });

  test('says so when nothing is close, and is dismissed', async () => {
    await stage.taught(question, answer);
    const relay = await stage.writes(stage.ana, 'what is your favourite colour?');
    stage.luna.creator.taps(stage.luna.bot, relay.messageId, 'Draft');
    const none = await stage.told('Nothing in your past or saved replies');
    expect(buttons(none)).toEqual(['Dismiss']);
    stage.luna.creator.taps(stage.luna.bot, none.messageId, 'Dismiss');
    await stage.becomes(none, 'Draft dismissed.', []);
    expect(await stage.drafts()).toMatchObject([{ state: 'dismissed', sentId: null }]);
  });

  test('is one, however often Draft is tapped', async () => {
    await stage.taught(question, answer);
    const relay = await stage.writes(stage.ana, question);
    stage.luna.creator.taps(stage.luna.bot, relay.messageId, 'Draft');
    stage.luna.creator.taps(stage.luna.bot, relay.messageId, 'Draft');
    await stage.told('Draft for Ana');
    const third = stage.luna.creator.taps(stage.luna.bot, relay.messageId, 'Draft');
    await stage.tapSays(third, 'It is there already');
    await stage.quiet();
    const shown = stage.luna.creator
      .seesTexts(stage.luna.bot)
      .filter((text) => text.includes('Draft for Ana'));
    expect(shown).toHaveLength(1);
    // Later it may be far up: then it comes anew, and the old one loses its buttons.
    stage.ahead += 61_000;
    const old = await stage.told('Draft for Ana');
    stage.luna.creator.taps(stage.luna.bot, relay.messageId, 'Draft');
    await stage.becomes(old, 'Draft for Ana', []);
    await stage.fanline.sandbox.until(
      'the new one',
      async () => (await stage.told('Draft for Ana')).messageId > old.messageId,
    );
    await stage.fanline.sandbox.until(
      'both are written down',
      async () => (await stage.drafts()).map(({ state }) => state).join() === 'stale,shown',
    );
  });

  test('answers all that the fan wrote since the last reply', async () => {
    await stage.taught(question, answer);
    await stage.writes(stage.ana, 'hello you!');
    await stage.writes(stage.ana, 'do you ship your posters');
    const draft = await stage.drafted(stage.ana, 'to canada?');
    expect(draft.text).toContain(answer);
  });

  test('is not made of what has no words, and not where everything is answered', async () => {
    await stage.taught(question, answer);
    stage.ana.sends(stage.luna.bot, { file: { kind: 'sticker', width: 10, height: 10 } });
    const sticker = await stage.fanline.sandbox.until('the sticker', () =>
      stage.luna.creator.sees(stage.luna.bot).find(({ kind }) => kind === 'sticker'),
    );
    const query = stage.luna.creator.taps(stage.luna.bot, sticker.messageId, 'Draft');
    await stage.tapSays(query, 'There is no text to answer');
    stage.luna.creator.sends(stage.luna.bot, { text: 'nice one', replyTo: sticker.messageId });
    await stage.gets(stage.ana, 'nice one');
    await stage.tapSays(
      stage.luna.creator.taps(stage.luna.bot, sticker.messageId, 'Draft'),
      'Nothing of theirs',
    );
    expect(await stage.drafts()).toEqual([]);
  });
});

describe('another draft', () => {
  test('is the next best, never the same again, until nothing else is close', async () => {
    await stage.saved('I ship posters to Canada by plain mail.', 'one');
    await stage.saved('All my posters ship to Canada rolled up in a tube.', 'two');
    await stage.saved('Canada is far, so I ship posters there in big parcels.', 'three');
    await stage.saved('Friends of mine ship posters to Canada; ask them.', 'four');
    const draft = await stage.drafted(stage.ana, question);
    const first = choicesIn(draft.text);
    expect(first).toHaveLength(3);
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Another');
    const next = await stage.fanline.sandbox.until('others', () =>
      stage.luna.creator
        .sees(stage.luna.bot)
        .find(({ messageId, text }) => messageId === draft.messageId && text !== draft.text),
    );
    expect(buttons(next)).toEqual(['Send', 'Edit', 'Another', 'Dismiss', 'ℹ️']);
    expect(first).not.toContain(choicesIn(next.text)[0]);
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Another');
    await stage.becomes(draft, 'Nothing else comes close.', ['Send', 'Edit', 'Dismiss', 'ℹ️']);
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    await stage.gets(stage.ana, choicesIn(next.text)[0] ?? '');
  });
});

describe('an edited draft', () => {
  test('is changed in an answer to its question, goes to the fan, and counts as edited', async () => {
    await stage.taught(question, answer);
    const draft = await stage.drafted(stage.ana, question);
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Edit');
    const asked = await stage.told('Reply to this message with the changed text');
    expect(asked.text.endsWith(answer)).toBe(true);
    expect(asked.entities).toContainEqual(expect.objectContaining({ type: 'pre' }));

    const typed = stage.luna.creator.sends(stage.luna.bot, {
      text: `${answer} Love, L.`,
      replyTo: asked.messageId,
    });
    await stage.gets(stage.ana, `${answer} Love, L.`);
    await stage.becomes(draft, 'Sent to Ana as you changed it.', []);
    // The typed message itself is the answer: it gets the delivery mark, and nothing is shown twice.
    await stage.fanline.sandbox.until('the delivery mark', () =>
      stage.luna.creator
        .sees(stage.luna.bot)
        .some(({ messageId, reactions }) => messageId === typed && reactions.length > 0),
    );
    expect(stage.luna.creator.seesTexts(stage.luna.bot).join('\n')).not.toContain('You to Ana');
    const [row] = await stage.drafts();
    expect(row).toMatchObject({ state: 'edited', edited: 1 });
    expect(row?.distance).toBeGreaterThan(0);
    expect(row?.distance).toBeLessThan(0.3);

    stage.luna.creator.sends(stage.luna.bot, { text: 'once more', replyTo: asked.messageId });
    await stage.told('Your text was not sent');
    expect(stage.copies(stage.ana, 'once more')).toBe(0);
  });

  test('that is no text is asked for again, and a mistyped command goes to nobody', async () => {
    await stage.taught(question, answer);
    const draft = await stage.drafted(stage.ana, question);
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Edit');
    const asked = await stage.told('Reply to this message with the changed text');
    stage.luna.creator.sends(stage.luna.bot, { text: '/sendit', replyTo: asked.messageId });
    await stage.told('I do not know this command');
    stage.luna.creator.sends(stage.luna.bot, {
      file: { kind: 'photo', width: 10, height: 10 },
      replyTo: asked.messageId,
    });
    const again = await stage.told('Only a text can take a draft’s place');
    stage.luna.creator.sends(stage.luna.bot, { text: answer, replyTo: again.messageId });
    await stage.gets(stage.ana, answer);
    await stage.fanline.sandbox.until(
      'its end',
      async () => (await stage.drafts())[0]?.state === 'sent',
    );
  });

  test('waits when the fan has written meanwhile, until the creator wants it to go anyway', async () => {
    await stage.taught(question, answer);
    const draft = await stage.drafted(stage.ana, question);
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Edit');
    const asked = await stage.told('Reply to this message with the changed text');
    await stage.writes(stage.ana, 'wait, I moved to Peru');
    stage.luna.creator.sends(stage.luna.bot, { text: 'My own words', replyTo: asked.messageId });
    const warning = await stage.told('Ana has written again:');
    expect(warning.text).toContain('wait, I moved to Peru');
    expect(warning.text).toContain('My own words');
    expect(stage.copies(stage.ana, 'My own words')).toBe(0);
    stage.luna.creator.taps(stage.luna.bot, warning.messageId, 'Send anyway');
    await stage.gets(stage.ana, 'My own words');
    await stage.becomes(draft, 'Draft for Ana', []);
    expect(await stage.drafts()).toMatchObject([{ state: 'edited', edited: 1 }]);
  });
});

describe('a draft for a fan who has written again', () => {
  test('says so and shows the new words before it is sent with a second tap', async () => {
    await stage.taught(question, answer);
    const draft = await stage.drafted(stage.ana, question);
    await stage.writes(stage.ana, 'forget it, I live in Peru now');
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    const warning = await stage.becomes(draft, 'Ana has written again:');
    expect(warning.text).toContain('forget it, I live in Peru now');
    expect(warning.text).toContain(answer);
    expect(buttons(warning)).toEqual(['Send anyway', 'New draft', 'Back']);
    expect(stage.copies(stage.ana, answer)).toBe(0);

    await stage.writes(stage.ana, 'really!');
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send anyway');
    await stage.becomes(draft, 'really!');
    expect(stage.copies(stage.ana, answer)).toBe(0);
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Back');
    await stage.becomes(draft, 'Draft for Ana', ['Send', 'Edit', 'Another', 'Dismiss', 'ℹ️']);
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    await stage.gets(stage.ana, answer);
  });

  test('gives way to a new one', async () => {
    await stage.taught(question, answer);
    await stage.taught('Can I get an autograph?', 'Of course, send me your book.');
    const draft = await stage.drafted(stage.ana, question);
    await stage.writes(stage.ana, 'and can I get an autograph?');
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    await stage.becomes(draft, 'Ana has written again:');
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'New draft');
    await stage.becomes(draft, 'Ana has written again:', []);
    const newer = await stage.told('Draft for Ana');
    expect(newer.messageId).toBeGreaterThan(draft.messageId);
    stage.luna.creator.taps(stage.luna.bot, newer.messageId, 'Dismiss');
    await stage.becomes(newer, 'Draft dismissed.');
    expect((await stage.drafts()).map(({ state }) => state)).toEqual(['stale', 'dismissed']);
  });
});

describe('a draft stands down', () => {
  test('when the creator answers by hand: it is over at once, and its buttons go', async () => {
    await stage.taught(question, answer);
    const draft = await stage.drafted(stage.ana, question);
    stage.luna.creator.sends(stage.luna.bot, { text: 'I write myself', replyTo: draft.messageId });
    await stage.gets(stage.ana, 'I write myself');
    expect((await stage.drafts())[0]?.state).toBe('stale');
    const query = stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    await stage.tapSays(query, 'This draft is over');
    await stage.becomes(draft, 'Draft for Ana', []);
    expect(stage.copies(stage.ana, answer)).toBe(0);
  });

  test('loses its buttons by itself, too, also after a saved reply was sent', async () => {
    await stage.saved('Thanks for writing!', 'thanks');
    await stage.taught(question, answer);
    const draft = await stage.drafted(stage.ana, question);
    const relay = await stage.told(`Ana\n${question}`);
    stage.luna.creator.taps(stage.luna.bot, relay.messageId, 'Card');
    const card = await stage.told('First seen');
    stage.luna.creator.taps(stage.luna.bot, card.messageId, 'Replies');
    await stage.becomes(card, 'A saved reply for Ana');
    stage.luna.creator.taps(stage.luna.bot, card.messageId, 'thanks');
    await stage.becomes(card, 'Ana would get:');
    stage.luna.creator.taps(stage.luna.bot, card.messageId, 'Send');
    await stage.gets(stage.ana, 'Thanks for writing!');
    await stage.becomes(draft, 'Draft for Ana', []);
  });

  test('and is never shown when the answer was written before it was made', async () => {
    await stage.taught(question, answer);
    const relay = await stage.writes(stage.ana, question);
    await stage.fanline.stop();
    stage.luna.creator.taps(stage.luna.bot, relay.messageId, 'Draft');
    stage.luna.creator.sends(stage.luna.bot, { text: 'quick answer', replyTo: relay.messageId });
    await stage.fanline.start();
    await stage.gets(stage.ana, 'quick answer');
    await stage.quiet();
    await stage.fanline.sandbox.until(
      'its end',
      async () => (await stage.drafts())[0]?.state === 'stale',
    );
    expect(stage.luna.creator.seesTexts(stage.luna.bot).join('\n')).not.toContain('Draft for Ana');
  });
});

/** The texts that a draft offers. */
function choicesIn(text: string): string[] {
  const [, ...blocks] = text.split('\n\n');
  return blocks.flatMap((block) => block.split('\n').slice(1, 2));
}
