import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';
import { says } from '#test/support/fake-llm/fake-answer.ts';
import type { FakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { type FakeModel, openFakeModel } from '#test/support/fake-llm/open-fake-model.ts';
import { type ToldStream, toldStream } from '#test/support/fake-llm/told-stream.ts';

let fake: FakeLlm;
let model: FakeModel;
let stage: DraftStage;
let stream: ToldStream;

beforeEach(async () => {
  await opensWith('xai');
});
afterEach(async () => {
  // Whatever was shown, nobody but luna's creator saw it, and it was no message.
  expect(shown().filter(({ bot }) => bot !== stage.luna.bot.username)).toEqual([]);
  await stage.close();
  await model[Symbol.asyncDispose]();
});

async function opensWith(provider: 'groq' | 'xai'): Promise<void> {
  model = await openFakeModel('draft', {}, provider);
  ({ fake } = model);
  stage = await openDraftStage({ llm: model.llm });
  stream = toldStream();
}

/** Calls that show something for a moment, in their order. */
const shown = () =>
  stage.fanline.sandbox.calls.filter(({ method }) =>
    ['sendMessageDraft', 'sendChatAction'].includes(method),
  );

/** Texts that the creator's phone shows as being written now. */
const growing = () =>
  stage.luna.creator
    .screen()
    .chats.flatMap(({ chatId, drafts }) => (chatId === stage.luna.bot.id ? drafts : []))
    .map(({ text }) => text);

const sees = async (text: string) =>
  await stage.fanline.sandbox.until(`the creator sees “${text}” being written`, () =>
    growing().includes(text),
  );

/** Ana asks, and the creator taps Draft. */
async function asked(): Promise<number> {
  fake.next(stream.answer);
  const relay = await stage.writes(stage.ana, question);
  stage.luna.creator.taps(stage.luna.bot, relay.messageId, 'Draft');
  return relay.messageId;
}

const whole = (...texts: string[]) =>
  JSON.stringify({
    risk: [],
    drafts: texts.map((text) => ({ text })),
    language: 'en',
    needsHuman: false,
  });

describe('while a model writes a draft', () => {
  beforeEach(() => stage.consents());

  test('the creator sees it think, then the text grow, then the one message', async () => {
    await asked();
    await sees('');
    stream.writes('{"risk":[],"drafts":[{"text":"Sure, I sh');
    await sees('Sure, I');
    stream.writes('ip worldwide!"},{"text":"Yes"}],"language":"en","needsHuman":false}');
    stream.ends();
    const draft = await stage.told('Draft for Ana');
    expect(draft.text).toContain('Sure, I ship worldwide!');
    expect(growing()).toEqual([]);
    const methods = stage.fanline.sandbox.calls.map(({ method }) => method);
    expect(methods.lastIndexOf('sendMessageDraft')).toBeLessThan(
      methods.lastIndexOf('sendMessage'),
    );
    expect(stage.copies(stage.ana, 'Sure, I')).toBe(0);
    // What it cost is known as ever.
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'ℹ️');
    expect((await stage.becomes(draft, 'What was sent to the AI')).text).toContain('xAI');
  });

  test('with Groq, which streams no format, it thinks until the one message is there', async () => {
    await stage.close();
    await model[Symbol.asyncDispose]();
    await opensWith('groq');
    await stage.consents();
    fake.next({ kind: 'answer', text: whole('Sure, I ship worldwide!'), delayMs: 1_200 });
    const relay = await stage.writes(stage.ana, question);
    stage.luna.creator.taps(stage.luna.bot, relay.messageId, 'Draft');
    await sees('');
    await stage.told('Sure, I ship worldwide!');
    expect(new Set(shown().map(({ params }) => params['text']))).toEqual(new Set(['']));
    expect(fake.requests.map(({ body }) => body)).toMatchObject([
      { stream: false, response_format: { type: 'json_schema' } },
    ]);
  });

  test('what would not be offered is not seen either', async () => {
    fake.always(says(whole('Nothing but words.')));
    await asked();
    stream.writes('{"risk":[],"drafts":[{"text":"Just look a');
    await sees('Just look');
    stream.writes('t https://buy-it.example/now and pay 99 € ');
    await sees('');
    stream.writes('please"}]}');
    stream.ends();
    const draft = await stage.told('Draft for Ana');
    expect(draft.text).toContain('Nothing but words.');
    const texts = shown().map(({ params }) => params['text']);
    expect(JSON.stringify(texts)).not.toMatch(/buy-it|99/u);
  });

  test('Telegram that has enough of it slows nothing down', async () => {
    const { sandbox } = stage.fanline;
    sandbox.fault({ fault: 'flood', method: 'sendMessageDraft', retryAfter: 20, times: 9 });
    await asked();
    const refused = () => shown().filter(({ outcome }) => outcome === 'error').length;
    await sandbox.until('a refusal', () => refused() === 1);
    stream.writes(whole('Sure, I ship worldwide!'));
    stream.ends();
    // Long before Telegram takes another preview.
    await stage.told('Sure, I ship worldwide!');
    expect(refused()).toBe(1);
    expect(shown().at(-1)?.outcome).toBe('error');
  });

  test('an answer by hand ends it all', async () => {
    const relay = await asked();
    stream.writes('{"risk":[],"drafts":[{"text":"Sure, I ship w');
    await sees('Sure, I ship');
    stage.luna.creator.sends(stage.luna.bot, { text: 'By hand!', replyTo: relay });
    await stage.fanline.sandbox.until('the call is given up', () => fake.underWay === 0);
    const calls = shown().length;
    stream.writes('orldwide, to every country ');
    await stage.quiet();
    expect(shown()).toHaveLength(calls);
    expect(await stage.drafts()).toMatchObject([{ state: 'stale' }]);
  });

  test('in a forum it shows in the fan’s topic that somebody types, and no text', async () => {
    const group = await stage.movedToForum();
    stage.ana.sends(stage.luna.bot, question);
    const card = await stage.told('Ana\n', group);
    fake.always({ kind: 'answer', text: whole('Sure, I ship worldwide!'), delayMs: 1_200 });
    stage.luna.creator.taps(group, card.messageId, 'Draft');
    await stage.told('Draft for Ana', group);
    expect(shown()).not.toEqual([]);
    for (const { method, params } of shown()) {
      const topic = { chat_id: group.id, message_thread_id: card.topicId };
      expect({ method, params }).toEqual({
        method: 'sendChatAction',
        params: { ...topic, action: 'typing' },
      });
    }
    // Nothing hears it grow, so it is not asked for as a stream.
    expect(fake.requests.map(({ body }) => body.stream)).toEqual([false]);
  });
});
