import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { startSlowDesk } from '#test/support/slow-desk.ts';
import type { SlowDesk } from '#test/support/slow-desk.ts';

// Hours of the clock pass in each test.
vi.setConfig({ testTimeout: 120_000 });

let stage: SlowDesk;

beforeEach(async () => {
  stage = await startSlowDesk();
});

afterEach(async () => {
  expect(stage.fanline.sandbox.violations).toEqual([]);
  // Whatever happened, the other creator saw nothing of it.
  expect(stage.mars.news().filter((text) => !text.endsWith('hello Mars'))).toEqual([]);
  await stage.end();
});

describe('a hundred fans at once in a forum that takes 20 messages a minute', () => {
  test('are all seen waiting within 20 s, can be opened and answered, and nothing is lost', async () => {
    const group = await stage.openForum(stage.luna);
    stage.fanline.sandbox.limits(true);
    const fans = stage.fansOf(100);
    fans.forEach((fan, index) => fan.sends(stage.luna.bot, `word ${index + 1}`));
    const loud = fans[94];
    loud?.sends(stage.luna.bot, 'word 195');
    loud?.sends(stage.luna.bot, 'word 295');

    await stage.until('all fans seen', 20_000, () => stage.seenAt(group) >= 100);
    expect(stage.relayed(group).length).toBeGreaterThan(10);
    expect(stage.digestAt(group)?.text).toMatch(/^1\. Fan-95\. · 0 min · messages: 3 · new$/m);

    const names = await stage.namesOnAllPages(group);
    const shown = stage.relayed(group).map((line) => `Fan-${Number(line.split(' ')[1])}.`);
    expect(new Set([...names, ...shown]).size).toBe(100);

    // The last of all is opened: the messages come to a topic, and writing there answers.
    const last = names.at(-1) ?? '';
    const word = `word ${/\d+/.exec(last)?.[0]}`;
    const page = stage.digestAt(group) as MessageView;
    const lastPage = page.text.includes(last) ? page : await stage.turnTo(group, last);
    expect(await stage.tap(group, lastPage, last)).toBe('On the way');
    const relay = await stage.until('the opened fan', 15_000, () =>
      stage.luna.creator.sees(group).find((message) => message.text === word),
    );
    stage.luna.creator.sends(group, { text: 'Hi there', topic: relay.topicId ?? 0 });
    const fan = fans.find((each) => each.firstName === last);
    await stage.until('the answer', 3_000, () =>
      fan?.seesTexts(stage.luna.bot).includes('Hi there'),
    );
    await stage.until('one fewer', 20_000, () => !stage.digestAt(group)?.text.includes(last));

    // The loud one’s three texts come as one relay.
    const first = await stage.turnTo(group, 'Fan-95.');
    await stage.tap(group, first, 'Fan-95.');
    await stage.until('the three as one', 15_000, () =>
      stage.luna.creator.seesTexts(group).includes('word 95\n\nword 195\n\nword 295'),
    );

    // In the end all of it is at the desk, each once, and single relays go on.
    await stage.until(
      'everything at the desk',
      3_600_000,
      () => stage.relayed(group).length >= 102,
    );
    const words = stage.relayed(group);
    expect(new Set(words).size).toBe(102);
    expect(words).toHaveLength(102);
    await stage.until('the end of the digest', 600_000, () => !stage.digestAt(group));
    expect(await stage.deliveries()).toEqual({ delivered: 100, merged: 2 });
    await stage.clock.advance(400_000);
    loud?.sends(stage.luna.bot, 'word 395');
    await stage.until('a single relay', 5_000, () =>
      stage.luna.creator.seesTexts(group).includes('word 395'),
    );
  });
});

describe('a private desk at one message a second', () => {
  test('sixty fans at once are all seen within 20 s; answers never wait behind them', async () => {
    const early = stage.fanline.sandbox.createUser({ firstName: 'Early' });
    early.sends(stage.luna.bot, 'first of all');
    const relay = await stage.until('a relay', 3_000, () =>
      stage.luna.creator
        .sees(stage.luna.bot)
        .find((message) => message.text.endsWith('first of all')),
    );
    stage.fanline.sandbox.limits(true);
    const fans = stage.fansOf(60);
    fans.forEach((fan, index) => fan.sends(stage.luna.bot, `word ${index + 1}`));
    const answer = stage.luna.creator.sends(stage.luna.bot, {
      text: 'at once',
      replyTo: relay.messageId,
    });
    await stage.until('the answer', 2_000, () =>
      early.seesTexts(stage.luna.bot).includes('at once'),
    );
    // Nobody else’s desk is any slower for it.
    const other = stage.fanline.sandbox.createUser({ firstName: 'Other' });
    other.sends(stage.mars.bot, 'hello Mars');
    await stage.until('the other desk', 1_000, () =>
      stage.mars.news().includes('Other\nhello Mars'),
    );
    await stage.until('all fans seen', 20_000, () => stage.seenAt(stage.luna.bot) >= 60);

    const digest = stage.digestAt(stage.luna.bot) as MessageView;
    const name = digest.buttons[0]?.[0]?.text ?? '';
    await stage.tap(stage.luna.bot, digest, name);
    const opened = await stage.until('the opened fan', 6_000, () =>
      stage.luna.creator
        .sees(stage.luna.bot)
        .find((message) => message.text.startsWith(`${name}\nword`)),
    );
    stage.luna.creator.sends(stage.luna.bot, { text: 'Hi you', replyTo: opened.messageId });
    const fan = fans.find((each) => each.firstName === name);
    await stage.until('the answer', 2_000, () => fan?.seesTexts(stage.luna.bot).includes('Hi you'));
    expect(fan?.sees(stage.luna.bot).find((message) => message.text === 'Hi you')?.replyTo).toBe(
      undefined,
    );
    await stage.until(
      'everything at the desk',
      3_600_000,
      () => stage.relayed(stage.luna.bot).length >= 60,
    );
    expect(new Set(stage.relayed(stage.luna.bot)).size).toBe(60);
    expect(stage.relayed(stage.luna.bot)).toHaveLength(60);
    await stage.until('the end of the digest', 600_000, () => !stage.digestAt(stage.luna.bot));
    const reactions = () =>
      stage.luna.creator.sees(stage.luna.bot).find((message) => message.messageId === answer)
        ?.reactions;
    await stage.until('the delivery mark', 60_000, () =>
      reactions()?.some(({ emoji }) => emoji === '🕊'),
    );
  });

  test('a digest that the creator deleted is sent anew; who blocked the bot or is done leaves it', async () => {
    stage.fanline.sandbox.limits(true);
    const fans = stage.fansOf(40);
    fans.forEach((fan, index) => fan.sends(stage.luna.bot, `word ${index + 1}`));
    const digest = await stage.until('the digest', 20_000, () => stage.digestAt(stage.luna.bot));
    await stage.until('all gathered', 20_000, () => stage.seenAt(stage.luna.bot) >= 40);
    stage.luna.creator.deletes(stage.luna.bot, digest.messageId);
    const [first] = fans;
    first?.sends(stage.luna.bot, 'word 41');
    fans[39]?.blocks(stage.luna.bot);
    const anew = await stage.until('a new digest', 20_000, () => {
      const found = stage.digestAt(stage.luna.bot);
      return found && found.messageId !== digest.messageId && found;
    });
    expect(anew.messageId).toBeGreaterThan(digest.messageId);
    expect(await stage.namesOnAllPages(stage.luna.bot)).toContain('Fan-1.');
    const relay = stage.luna.creator
      .sees(stage.luna.bot)
      .find((message) => message.text === 'Fan-1.\nword 1') as MessageView;
    await stage.tap(stage.luna.bot, relay, 'Done');
    await stage.clock.advance(70_000);
    const names = await stage.namesOnAllPages(stage.luna.bot);
    expect(names.length).toBeGreaterThan(30);
    expect(names).not.toContain('Fan-1.');
    expect(names).not.toContain('Fan-40.');
    const nobody = stage.luna.creator.sendsForgedCallback(
      stage.luna.bot,
      anew.messageId,
      'th:open:999',
    );
    await stage.until('the word', 5_000, () =>
      stage.luna.creator.answersTo(nobody)?.text?.includes('Nothing'),
    );
    // What they wrote is not lost for that.
    await stage.until(
      'everything at the desk',
      3_600_000,
      () => stage.relayed(stage.luna.bot).length === 41,
    );
  });

  test('one fan’s thirty texts become one relay, whose edits, reactions and answers find their way', async () => {
    stage.fanline.sandbox.limits(true);
    const ana = stage.fanline.sandbox.createUser({ firstName: 'Ana' });
    const ids = Array.from({ length: 30 }, (_, index) =>
      ana.sends(stage.luna.bot, {
        text: `word ${index + 1}`,
        ...(index === 20 ? { entities: [{ type: 'italic', offset: 5, length: 2 }] } : {}),
      }),
    );
    await stage.until('all at the desk', 15_000, () => stage.relayed(stage.luna.bot).length === 30);
    const relays = stage.luna.creator
      .sees(stage.luna.bot)
      .filter((message) => message.from.isBot && message.text.startsWith('Ana\n'));
    expect(relays.length).toBeLessThan(8);
    expect(stage.relayed(stage.luna.bot)).toEqual(ids.map((_, index) => `word ${index + 1}`));
    const combined = relays.at(-1) as MessageView;
    expect(combined.text).toMatch(/^Ana\nword \d+\n\nword \d+\n\n.*word 30$/s);
    const italic = combined.entities.find((entity) => entity.type === 'italic');
    expect(combined.text.slice(italic?.offset, (italic?.offset ?? 0) + 2)).toBe('21');
    expect(stage.digestAt(stage.luna.bot)).toBeUndefined();

    ana.edits(stage.luna.bot, ids[25] ?? 0, 'word 2600');
    const edited = await stage.until('the edit', 10_000, () =>
      stage.luna.creator
        .sees(stage.luna.bot)
        .find((message) => message.text.includes('\n\nword 2600\n\n')),
    );
    expect(edited.messageId).toBe(combined.messageId);
    expect(edited.text.endsWith('word 30')).toBe(true);
    expect(edited.buttons.flat()).toHaveLength(3);

    stage.luna.creator.reacts(stage.luna.bot, combined.messageId, '🔥');
    await stage.until(
      'the fire on the newest',
      5_000,
      () =>
        ana.sees(stage.luna.bot).find((message) => message.messageId === ids[29])?.reactions
          .length === 1,
    );
    stage.luna.creator.sends(stage.luna.bot, { text: 'So much!', replyTo: combined.messageId });
    const answer = await stage.until('the answer', 5_000, () =>
      ana.sees(stage.luna.bot).find((message) => message.text === 'So much!'),
    );
    expect(answer.replyTo).toBeUndefined();
    // An answer of the fan’s to one of these texts points at the combined relay.
    ana.sends(stage.luna.bot, { text: 'about that', replyTo: ids[25] ?? 0 });
    const about = await stage.until('the answer at the desk', 10_000, () =>
      stage.luna.creator.sees(stage.luna.bot).find((message) => message.text === 'Ana\nabout that'),
    );
    expect(about.replyTo?.messageId).toBe(combined.messageId);
    expect((await stage.deliveries())['merged']).toBeGreaterThan(20);
  });

  test('an edit that makes a combined relay too long goes on in a second message', async () => {
    stage.fanline.sandbox.limits(true);
    const ana = stage.fanline.sandbox.createUser({ firstName: 'Ana' });
    const ids = Array.from({ length: 30 }, (_, index) =>
      ana.sends(stage.luna.bot, `word ${index + 1}`),
    );
    await stage.until('all at the desk', 15_000, () => stage.relayed(stage.luna.bot).length === 30);
    ana.edits(stage.luna.bot, ids[28] ?? 0, `${'long '.repeat(810)}end`);
    await stage.until('both pieces', 20_000, () =>
      stage.luna.creator
        .seesTexts(stage.luna.bot)
        .some((text) => !text.startsWith('Ana') && text.endsWith('word 30')),
    );
  });

  test('waiting messages are relayed as edited, and a restart loses nothing of the digest', async () => {
    stage.fanline.sandbox.limits(true);
    const fans = stage.fansOf(40);
    const ids = fans.map((fan, index) => fan.sends(stage.luna.bot, `word ${index + 1}`));
    await stage.until('all gathered', 20_000, () => stage.seenAt(stage.luna.bot) >= 40);
    const digest = stage.digestAt(stage.luna.bot) as MessageView;
    await stage.meanwhile(stage.fanline.restart());
    fans[35]?.edits(stage.luna.bot, ids[35] ?? 0, 'word 3600');
    fans[35]?.sends(stage.luna.bot, 'word 3700');
    await stage.until('both counted', 20_000, () =>
      stage.digestAt(stage.luna.bot)?.text.includes('Fan-36. · 0 min · messages: 2'),
    );
    expect(stage.digestAt(stage.luna.bot)?.messageId).toBe(digest.messageId);
    await stage.tap(stage.luna.bot, await stage.turnTo(stage.luna.bot, 'Fan-36.'), 'Fan-36.');
    await stage.until('the fan as edited', 10_000, () =>
      stage.luna.creator.seesTexts(stage.luna.bot).includes('Fan-36.\nword 3600\n\nword 3700'),
    );
    await stage.meanwhile(stage.fanline.restart());
    await stage.until(
      'everything at the desk',
      3_600_000,
      () => stage.relayed(stage.luna.bot).length >= 41,
    );
    expect(new Set(stage.relayed(stage.luna.bot)).size).toBe(41);
    expect(stage.relayed(stage.luna.bot)).toHaveLength(41);
  });

  test('what one fan writes all the while keeps its order, and many edits cost one call', async () => {
    stage.fanline.sandbox.limits(true);
    const [ana, ...others] = stage.fansOf(40);
    others.forEach((fan, index) => fan.sends(stage.luna.bot, `word ${index + 1}`));
    await stage.until('the digest', 20_000, () => stage.digestAt(stage.luna.bot));
    const written: string[] = [];
    for (let number = 100; number < 160; number += 1) {
      ana?.sends(stage.luna.bot, `word ${number}`);
      written.push(`word ${number}`);
      await stage.clock.advance(7_000);
      if (number === 120) {
        await stage.tap(stage.luna.bot, await stage.turnTo(stage.luna.bot, 'Fan-1.'), 'Fan-1.');
      }
    }
    await stage.until(
      'everything at the desk',
      3_600_000,
      () => stage.relayed(stage.luna.bot).length >= 99,
    );
    const words = stage.relayed(stage.luna.bot);
    expect(words).toHaveLength(99);
    expect(words.filter((word) => word.length === 'word 100'.length)).toEqual(written);

    await stage.until('the end of the digest', 600_000, () => !stage.digestAt(stage.luna.bot));
    await stage.clock.advance(1_000);
    const last = ana?.sends(stage.luna.bot, 'word 200') ?? 0;
    await stage.until('the last', 10_000, () => stage.relayed(stage.luna.bot).includes('word 200'));
    const before = edits();
    for (let version = 201; version <= 230; version += 1) {
      ana?.edits(stage.luna.bot, last, `word ${version}`);
    }
    await stage.until('the edit', 30_000, () => stage.relayed(stage.luna.bot).includes('word 230'));
    await stage.clock.advance(60_000);
    expect(edits() - before).toBeLessThan(10);
  });

  test('a desk that moves takes along what its digest has gathered', async () => {
    stage.fanline.sandbox.limits(true);
    stage.fansOf(40).forEach((fan, index) => fan.sends(stage.luna.bot, `word ${index + 1}`));
    await stage.until('all gathered', 20_000, () => stage.seenAt(stage.luna.bot) >= 40);
    const group = await stage.openForum(stage.luna);
    await stage.until('the old digest ended', 20_000, () =>
      stage.luna.creator.seesTexts(stage.luna.bot).includes('Messages arrive one by one again.'),
    );
    const there = () => new Set([...stage.relayed(stage.luna.bot), ...stage.relayed(group)]).size;
    await stage.until('everything at either desk', 3_600_000, () => there() === 40);
  });
});

describe('a desk that Telegram does not slow down', () => {
  test('never merges and has no digest, however much is written', async () => {
    const fans = stage.fansOf(10);
    for (let round = 0; round < 100; round += 1) {
      fans.forEach((fan, index) => fan.sends(stage.luna.bot, `word ${round * 10 + index}`));
    }
    await stage.until('all relays', 60_000, () => stage.relayed(stage.luna.bot).length === 1_000);
    expect(await stage.deliveries()).toEqual({ delivered: 1_000 });
    expect(stage.digestAt(stage.luna.bot)).toBeUndefined();
    const pairs = stage.luna.creator
      .seesTexts(stage.luna.bot)
      .filter((text) => text.split('word').length > 2);
    expect(pairs).toEqual([]);
  });
});

function edits(): number {
  const { calls } = stage.fanline.sandbox;
  return calls.filter((call) => call.method === 'editMessageText').length;
}
