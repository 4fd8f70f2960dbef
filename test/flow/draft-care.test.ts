import { afterEach, beforeEach, expect, test } from 'vitest';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';
import { buttons } from '#test/support/first-contact.ts';
import { readNow } from '#test/support/read-now.ts';

let stage: DraftStage;

beforeEach(async () => {
  stage = await openDraftStage();
  const { luna } = stage;
  luna.creator.sends(luna.bot, '/settings');
  const menu = await stage.told('Settings');
  luna.creator.taps(luna.bot, menu.messageId, 'Auto drafts');
  await stage.becomes(menu, 'Drafts come only when you tap Draft.');
  luna.creator.taps(luna.bot, menu.messageId, 'Let them come by themselves');
  await stage.becomes(menu, 'Nothing is sent without you.');
});
afterEach(() => stage.close());

/** Waits until drafts may come by themselves for so many fans, and until they are due. */
async function quietFor(fans: number): Promise<void> {
  await readNow(stage.fanline.storage, stage.luna);
  await stage.quietFor(fans);
}

const cares = (words: string) =>
  stage.luna.creator.seesTexts(stage.luna.bot).filter((text) => text.includes(words)).length;

test('in distress the creator sees once an episode that somebody needs them, with numbers to call', async () => {
  const { luna, fanline } = stage;
  const rita = fanline.sandbox.createUser({ firstName: 'Rita', languageCode: 'pt-br' });
  await stage.writes(rita, 'I want to kill myself');
  await quietFor(1);
  const care = await stage.told('Rita may be in distress');
  expect(buttons(care)).toEqual(['Dismiss']);
  expect(care.text).toContain('Brazil: CVV, 188 (day and night)');
  expect(care.text).toContain('findahelpline.com');
  expect(care.text).not.toContain('Portugal');

  // Not for each message: neither while it stands there, nor when it was put away.
  await stage.writes(rita, 'really, I want to kill myself');
  luna.creator.taps(luna.bot, care.messageId, 'Dismiss');
  await stage.becomes(care, 'Draft dismissed.');
  await stage.writes(rita, 'I want to kill myself tonight');
  await quietFor(1);
  await stage.quiet();
  expect(cares('may be in distress')).toBe(0);

  stage.ahead += 25 * 60 * 60_000;
  await fanline.restart();
  await stage.writes(rita, 'I still want to kill myself');
  await quietFor(1);
  await stage.told('Rita may be in distress');
});

test('a draft that is there gives way to what asks for care, and graver signs to grave ones', async () => {
  const { ana } = stage;
  await stage.taught(question, answer);
  await stage.writes(ana, question);
  // For Ben, too, who has his answer.
  await quietFor(2);
  const draft = await stage.told('Draft for Ana');
  await stage.writes(ana, 'btw i am 14 years old');
  await quietFor(1);
  const minor = await stage.told('Ana may be under 18');
  expect(buttons(minor)).toEqual(['Dismiss', 'Is an adult']);
  await stage.becomes(draft, 'Draft for Ana', []);
  await stage.writes(ana, 'I want to kill myself');
  await quietFor(1);
  const distress = await stage.told('Ana may be in distress');
  // English is spoken in many countries.
  expect(distress.text).toContain(
    'United States: 988 Suicide & Crisis Lifeline, 988 (day and night)',
  );
  expect(distress.text).toContain('findahelpline.com');
});

test('what the creator was told when they tapped Draft is not told again by itself', async () => {
  const { luna, ana } = stage;
  const relay = await stage.writes(ana, 'I spent my rent on you, I cannot stop');
  luna.creator.taps(luna.bot, relay.messageId, 'Draft');
  const care = await stage.told('may be spending more than they can');
  luna.creator.sends(luna.bot, { text: 'please stop', replyTo: relay.messageId });
  await stage.gets(ana, 'please stop');
  await readNow(stage.fanline.storage, luna);
  await stage.becomes(care, '', []);
  await stage.writes(ana, 'ok, how was your day?');
  await quietFor(1);
  await stage.quiet();
  expect(
    luna.creator.sees(luna.bot).findLast(({ text }) => text.includes('spending'))?.messageId,
  ).toBe(care.messageId);
});
