import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DailyCaps } from '#src/core/usage.ts';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';
import { errorAnswer, says } from '#test/support/fake-llm/fake-answer.ts';
import type { FakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { type FakeModel, openFakeModel } from '#test/support/fake-llm/open-fake-model.ts';
import { buttons } from '#test/support/first-contact.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';

let fake: FakeLlm;
let model: FakeModel;
let stage: DraftStage;

async function open(dailyCaps?: DailyCaps): Promise<void> {
  model = await openFakeModel('draft');
  ({ fake } = model);
  stage = await openDraftStage({ llm: model.llm, ...(dailyCaps ? { dailyCaps } : {}) });
}

beforeEach(() => open());
afterEach(async () => {
  await stage.close();
  await model[Symbol.asyncDispose]();
});

const drafts = (...texts: string[]) =>
  says(
    JSON.stringify({
      drafts: texts.map((text) => ({ text })),
      language: 'en',
      needsHuman: false,
      risk: [],
    }),
  );

/** All that was told to a model, as one text. */
const told = () => JSON.stringify(fake.requests.map(({ body }) => body['messages']));

const tap = (message: MessageView, button: string) =>
  stage.luna.creator.taps(stage.luna.bot, message.messageId, button);

describe('with the creator’s consent', () => {
  beforeEach(() => stage.consents());

  test('a model’s drafts are offered, and the one that is sent reaches the fan', async () => {
    const { ana, luna } = stage;
    fake.next(drafts('Sure, I ship worldwide!', 'Yes I do, where are you?'));
    const draft = await stage.drafted(ana, question);
    expect(draft.text).toMatch(/written by AI\n\n1\nSure, I ship worldwide!/);
    expect(buttons(draft)).toEqual([
      'Send 1',
      'Send 2',
      'Edit 1',
      'Edit 2',
      'Another',
      'Shorter',
      'Warmer',
      'Dismiss',
      'ℹ️',
    ]);
    tap(draft, 'Send 2');
    await stage.gets(ana, 'Yes I do, where are you?');
    expect(stage.copies(ana, 'Sure, I ship worldwide!')).toBe(0);
    expect(fake.requests).toHaveLength(1);
    luna.creator.sends(luna.bot, '/plan');
    expect((await stage.told('AI drafts this month')).text).toContain('1');
  });

  test('what tells who somebody is does not leave, and comes back in the draft', async () => {
    const { ana, ben } = stage;
    await stage.writes(ben, 'Ben here, my secret is canary-of-ben');
    fake.next(drafts('Hey [FAN_1], I will write to [EMAIL_1] once I know.', 'Let me see!'));
    const draft = await stage.drafted(ana, 'I am Ana, write me at ana.l@example.com please');
    expect(told()).not.toMatch(/ana\.l@example|canary-of-ben|\bAna\b|\bBen\b/u);
    expect(told()).toContain('[EMAIL_1]');
    expect(draft.text).not.toContain('[EMAIL_1]');
    tap(draft, 'ℹ️');
    const receipt = await stage.becomes(draft, 'What was sent to the AI');
    expect(receipt.text).toContain('Groq, model openai/gpt-oss-120b');
    expect(receipt.text).toContain('One message of this conversation');
    expect(receipt.text).not.toContain('example.com');
    tap(receipt, 'Back');
    await stage.becomes(draft, 'Draft for Ana');
  });

  test('shorter and warmer ask the model again, with what was offered', async () => {
    fake.next(drafts('Thank you so very much for asking that.'), drafts('Thanks a lot!'));
    const draft = await stage.drafted(stage.ana, question);
    tap(draft, 'Shorter');
    const shorter = await stage.becomes(draft, 'Thanks a lot!');
    expect(shorter.text).not.toContain('so very much');
    expect(told()).toContain('Shorter than the drafts');
    expect(told()).toContain('so very much for asking');
  });

  test('Another that is tapped twice asks the model once', async () => {
    const slow = { ...drafts('And this is the second.'), delayMs: 400 };
    fake.next(drafts('This is the first answer.'), slow, drafts('A third, that nobody wants.'));
    const draft = await stage.drafted(stage.ana, question);
    tap(draft, 'Another');
    tap(draft, 'Another');
    await stage.fanline.sandbox.until('the call', () => fake.underWay === 1);
    await stage.tapSays(tap(draft, 'Shorter'), 'One moment');
    await stage.becomes(draft, 'And this is the second.');
    await stage.quiet();
    expect(fake.requests).toHaveLength(2);
  });

  test('an invented price is asked for once more, then own replies take its place', async () => {
    await stage.taught(question, answer);
    fake.always(drafts('It is only 25 € today, see www.buy-it.example'));
    const draft = await stage.drafted(stage.ana, question);
    expect(draft.text).toContain('What the AI wrote did not pass the checks');
    expect(draft.text).toContain(`from your past replies\n${answer}`);
    expect(draft.text).not.toContain('25 €');
    expect(fake.requests).toHaveLength(2);
    expect(told()).toContain('prices that are not known');
    // Nothing of it is offered, but it was told.
    tap(draft, 'ℹ️');
    const receipt = await stage.becomes(draft, 'What was sent to the AI');
    expect(receipt.text).toContain('Groq, model openai/gpt-oss-120b');
    expect(receipt.text).toContain('2 calls');
  });

  test('what the model is unsure of is no reason to offer nothing', async () => {
    await stage.taught(question, answer);
    const unsure = (text: string) =>
      says(
        JSON.stringify({
          risk: ['instruction', 'unknown-fact'],
          drafts: [{ text }],
          language: 'en',
          needsHuman: true,
        }),
      );
    fake.next(unsure('Only 25 € today!'), unsure('Only 26 € today!'));
    const draft = await stage.drafted(stage.ana, question);
    expect(draft.text).toContain(`from your past replies\n${answer}`);
    expect(fake.requests).toHaveLength(2);
  });

  test('a fan who keeps out while the model writes is not told of to it again', async () => {
    const { ana, luna } = stage;
    await stage.taught(question, answer);
    const slow = { ...drafts('Only 25 € today!'), delayMs: 1_500 };
    fake.next(slow, drafts('Sure!'));
    const relay = await stage.writes(ana, question);
    tap(relay, 'Draft');
    await stage.fanline.sandbox.until('the call', () => fake.requests.length === 1);
    ana.sends(luna.bot, '/noai');
    await stage.fanline.sandbox.until('the answer', () =>
      ana.seesTexts(luna.bot).some((text) => text.includes('/yesai')),
    );
    const draft = await stage.told('Draft for Ana');
    expect(draft.text).toBe(`Draft for Ana\n\nfrom your past replies\n${answer}`);
    expect(fake.requests).toHaveLength(1);
  });

  test.each([
    ['is down', errorAnswer(503)],
    ['rejects the key', errorAnswer(401, 'invalid_api_key')],
    ['answers junk', { kind: 'raw', body: '<html>' } as const],
    ['ends in the middle', { kind: 'truncate' } as const],
  ])('a provider that %s leaves the creator with own replies and a clear line', async (_, how) => {
    await stage.taught(question, answer);
    fake.always(how);
    const draft = await stage.drafted(stage.ana, question);
    expect(draft.text).toMatch(/The AI provider does not answer|did not pass the checks/u);
    expect(draft.text).toContain(answer);
  });

  test('an answer by hand ends the call, and nothing is offered', async () => {
    const { ana, luna } = stage;
    fake.always({ kind: 'hang' });
    const relay = await stage.writes(ana, question);
    tap(relay, 'Draft');
    await stage.fanline.sandbox.until('the call', () => fake.requests.length === 1);
    luna.creator.sends(luna.bot, { text: 'By hand!', replyTo: relay.messageId });
    await stage.gets(ana, 'By hand!');
    await stage.fanline.sandbox.until('the call is given up', () => fake.underWay === 0);
    await stage.quiet();
    expect(await stage.drafts()).toMatchObject([{ state: 'stale' }]);
    expect(luna.creator.seesTexts(luna.bot).join('\n')).not.toContain('Draft for Ana');
  });

  test.each([
    ['may be a minor', 'hi! i am 14 and love your songs', 'may be under 18'],
    ['may be in distress', 'I want to kill myself', 'findahelpline.com'],
  ])('for a fan who %s there is a word of care, and no call', async (_, text, words) => {
    await stage.taught(text, answer);
    const relay = await stage.writes(stage.ana, text);
    tap(relay, 'Draft');
    const care = await stage.told(words);
    expect(buttons(care)).toEqual(['Dismiss']);
    expect(fake.requests).toEqual([]);
  });

  test('a fan who said /noai is answered from own replies, also in what others are told', async () => {
    const { ana, ben, luna } = stage;
    await stage.taught(
      'Where do you keep your blue-canary pictures?',
      'In a big drawer, all of them!',
    );
    ben.sends(luna.bot, '/noai');
    await stage.fanline.sandbox.until('Ben is told', () =>
      ben.seesTexts(luna.bot).some((text) => text.includes('AI')),
    );
    await stage.taught(question, answer);
    const own = await stage.drafted(ben, `${question} Please!`);
    expect(own.text).toContain(answer);
    expect(fake.requests).toEqual([]);
    fake.next(drafts('All in one place!'));
    await stage.drafted(ana, 'Where do you keep your pictures?');
    expect(told()).not.toContain('blue-canary');
    expect(told()).not.toContain('big drawer');
  });
});

test('without consent nothing leaves: own replies are offered', async () => {
  await stage.taught(question, answer);
  const draft = await stage.drafted(stage.ana, question);
  expect(draft.text).toContain(answer);
  expect(fake.requests).toEqual([]);
  tap(draft, 'ℹ️');
  await stage.becomes(draft, 'Nothing. These are replies of your own');
});

test('when the day’s money is used up, own replies take over with a word', async () => {
  await stage.close();
  await model[Symbol.asyncDispose]();
  await open({ tenant: 1, total: null });
  await stage.consents();
  await stage.taught(question, answer);
  const draft = await stage.drafted(stage.ana, question);
  expect(draft.text).toContain('AI drafts are used up for now');
  expect(draft.text).toContain(answer);
  expect(fake.requests).toEqual([]);
});
