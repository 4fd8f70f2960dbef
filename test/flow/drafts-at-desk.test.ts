import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UserId } from '#src/core/ids.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { buttons } from '#test/support/first-contact.ts';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';

let stage: DraftStage;

beforeEach(async () => {
  stage = await openDraftStage();
});

afterEach(async () => {
  await stage.close();
});

describe('a draft of two people, of strangers, of fans who left', () => {
  test('goes once when two members tap at the same time', async () => {
    const max = stage.fanline.sandbox.createUser({ firstName: 'Max' });
    await stage.fanline.storage.store.transact(stage.luna.record.tenantId, async (tx) => {
      await tx.db
        .insertInto('member')
        .values({ user_id: max.id as UserId, role: 'member', name: 'Max', joined_at: 0 })
        .execute();
    });
    const group = await stage.movedToForum();
    group.adds(max);
    await stage.taughtIn(group);
    const { draft } = await stage.draftedIn(group, question);
    const taps = [stage.luna.creator, max].map((person) => ({
      person,
      query: person.taps(group, draft.messageId, 'Send'),
    }));
    await stage.gets(stage.ana, answer);
    const said = await Promise.all(
      taps.map(({ person, query }) =>
        stage.fanline.sandbox.until('an answer', () => person.answersTo(query)),
      ),
    );
    expect(said.filter(({ text }) => text?.includes('sent already'))).toHaveLength(1);
    await stage.told(`You to Ana\n${answer}`, group);
    expect(stage.copies(stage.ana, answer)).toBe(1);
  });

  test('is nobody’s else: a fan’s made-up taps do nothing', async () => {
    await stage.taught(question, answer);
    await stage.drafted(stage.ana, question);
    stage.ben.sends(stage.luna.bot, '/start');
    const place = await stage.fanline.sandbox.until('a message', () =>
      stage.ben.sees(stage.luna.bot).findLast(({ from }) => from.isBot),
    );
    for (const data of ['dr:send:1:0:99', 'dr:ask:1', 'dr:dismiss:1', 'dr:edit:1:0:1']) {
      const query = stage.ben.sendsForgedCallback(stage.luna.bot, place.messageId, data);
      const said = await stage.fanline.sandbox.until('an answer', () => stage.ben.answersTo(query));
      expect(said.text).toBe('This button is not for you.');
    }
    const query = stage.luna.creator.sendsForgedCallback(
      stage.luna.bot,
      (await stage.told('Draft for Ana')).messageId,
      'dr:send:77:0:5',
    );
    await stage.tapSays(query, 'out of date');
    expect((await stage.drafts())[0]?.state).toBe('shown');
  });

  test('is not sent to a fan who blocked the bot, and is kept for when they come back', async () => {
    await stage.taught(question, answer);
    const draft = await stage.drafted(stage.ana, question);
    stage.ana.blocks(stage.luna.bot);
    await stage.fanline.sandbox.until('the block', async () =>
      stage.luna.read(async (reader) =>
        reader.db.selectFrom('fan').select('id').where('reach', '=', 'blocked').executeTakeFirst(),
      ),
    );
    const query = stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    await stage.tapSays(query, 'has blocked the bot');
    stage.ana.unblocks(stage.luna.bot);
    await stage.writes(stage.ana, 'back again');
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    await stage.becomes(draft, 'Ana has written again:');
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send anyway');
    await stage.gets(stage.ana, answer);
  });

  test('goes once with a restart between two taps', async () => {
    await stage.taught(question, answer);
    const draft = await stage.drafted(stage.ana, question);
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    await stage.fanline.stop();
    stage.luna.creator.sendsForgedCallback(stage.luna.bot, draft.messageId, 'dr:send:1:0:3');
    await stage.fanline.storage.reopen();
    await stage.fanline.start();
    await stage.gets(stage.ana, answer);
    await stage.becomes(draft, 'Sent to Ana.', []);
    await stage.quiet();
    expect(stage.copies(stage.ana, answer)).toBe(1);
  });
});

describe('drafts by themselves', () => {
  test('come once the creator wants them, when a fan is quiet, and stop for one fan', async () => {
    await stage.taught(question, answer);
    stage.luna.creator.sends(stage.luna.bot, '/settings');
    const menu = await stage.told('Settings');
    stage.luna.creator.taps(stage.luna.bot, menu.messageId, 'Auto drafts');
    await stage.becomes(menu, 'Drafts come only when you tap Draft.');
    stage.luna.creator.taps(stage.luna.bot, menu.messageId, 'Let them come by themselves');
    await stage.becomes(menu, 'Nothing is sent without you.');
    stage.luna.creator.taps(stage.luna.bot, menu.messageId, 'Back');
    await stage.becomes(menu, 'Settings');

    await stage.writes(stage.ana, 'hello there');
    await stage.writes(stage.ana, question);
    await stage.writes(stage.ben, 'what is your favourite colour?');
    await stage.quietFor(2);
    const draft = await stage.told('Draft for Ana');
    expect(buttons(draft)).toEqual([
      'Send',
      'Edit',
      'Another',
      'Dismiss',
      'ℹ️',
      'Not by itself for this fan',
    ]);
    expect(stage.copies(stage.ana, answer)).toBe(0);
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Not by itself for this fan');
    const stopped = await stage.becomes(draft, 'No draft comes by itself for this fan.');
    expect(buttons(stopped)).toContain('By itself again for this fan');
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    await stage.gets(stage.ana, answer);

    await stage.writes(stage.ana, question);
    await stage.quietFor(1);
    await stage.quiet();
    // For Ben nothing was close: nobody asked, so nothing is said.
    const said = stage.luna.creator.seesTexts(stage.luna.bot).join('\n');
    expect(said).not.toContain('Draft for');
    expect(said).not.toContain('Nothing in your past');
    const states = (await stage.drafts()).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['failed', 'sent']);
  });
});

describe('on a fan’s card', () => {
  const showCard = async (words: string) => {
    stage.luna.creator.sends(stage.luna.bot, '/fan Ana');
    return await stage.told(words);
  };

  const autoDrafts = async (on: boolean) =>
    await stage.fanline.storage.store.transact(stage.luna.record.tenantId, (tx) =>
      setPreference(tx, 'autoDraft', on, 'creator', 0),
    );

  test('drafts by themselves stop for this fan and come again, where the creator wants any', async () => {
    const { luna, ana } = stage;
    await stage.taught(question, answer);
    await stage.writes(ana, 'hello there');
    const without = await showCard('First seen');
    expect(buttons(without).join()).not.toContain('Auto drafts');

    await autoDrafts(true);
    luna.creator.sends(luna.bot, '/fan Ana');
    const card = await stage.fanline.sandbox.until('another card', () =>
      luna.creator
        .sees(luna.bot)
        .find((seen) => seen.messageId > without.messageId && seen.text.includes('First seen')),
    );
    const all = [...buttons(without), 'Auto drafts: on'];
    expect(buttons(card)).toEqual(all);
    luna.creator.taps(luna.bot, card.messageId, 'Auto drafts: on');
    await stage.becomes(card, 'First seen', [...buttons(without), 'Auto drafts: off']);
    await stage.writes(ana, question);
    await stage.quietFor(1);
    await stage.quiet();
    expect(luna.creator.seesTexts(luna.bot).join('\n')).not.toContain('Draft for Ana');

    luna.creator.taps(luna.bot, card.messageId, 'Auto drafts: off');
    await stage.becomes(card, 'First seen', all);
    await stage.writes(ana, `${question} Please!`);
    await stage.quietFor(2);
    expect((await stage.told('Draft for Ana')).text).toContain(answer);
  });

  test('the pinned one says so after it was stopped below a draft, and a button of old harms nothing', async () => {
    const { luna, ana } = stage;
    const group = await stage.movedToForum();
    await autoDrafts(true);
    await stage.taughtIn(group);
    ana.sends(luna.bot, question);
    const card = await stage.told('Ana\n', group);
    await stage.quietFor(2);
    const draft = await stage.told('Draft for Ana', group);
    luna.creator.taps(group, draft.messageId, 'Not by itself for this fan');
    await stage.becomes(draft, 'No draft comes by itself for this fan.', undefined, group);
    stage.ahead += 10_000;
    await stage.fanline.restart();
    const has = (button: string) => async () =>
      luna.creator
        .sees(group)
        .some((seen) => seen.messageId === card.messageId && buttons(seen).includes(button));
    await stage.fanline.sandbox.until('the card says off', has('Auto drafts: off'));
    luna.creator.sendsForgedCallback(group, card.messageId, 'dr:hold:2');
    await stage.tapSays(
      luna.creator.sendsForgedCallback(group, card.messageId, 'dr:hold:77'),
      'out of date',
    );
    expect(await has('Auto drafts: off')()).toBe(true);
    luna.creator.taps(group, card.messageId, 'Auto drafts: off');
    await stage.fanline.sandbox.until('the card says on', has('Auto drafts: on'));
  });
});

describe('in a forum', () => {
  test('a draft is asked for on the pinned card and comes in the fan’s topic', async () => {
    const group = await stage.movedToForum();
    await stage.taughtIn(group);
    const { draft, topicId } = await stage.draftedIn(group, question);
    expect(draft.topicId).toBe(topicId);
    stage.luna.creator.taps(group, draft.messageId, 'Edit');
    const asked = await stage.told('Reply to this message with the changed text', group);
    expect(asked.topicId).toBe(topicId);
    stage.luna.creator.sends(group, { text: 'Yes!', topic: topicId, replyTo: asked.messageId });
    await stage.gets(stage.ana, 'Yes!');
    await stage.becomes(draft, 'as you changed it', [], group);
  });
});
