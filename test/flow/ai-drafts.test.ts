import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { DailyCaps } from '#src/core/usage.ts';
import { setPart } from '#src/features/persona/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { LlmLimits } from '#src/llm/llm-config.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';
import { errorAnswer, says, saysDrafts } from '#test/support/fake-llm/fake-answer.ts';
import type { FakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { type FakeModel, openFakeModel } from '#test/support/fake-llm/open-fake-model.ts';
import { buttons } from '#test/support/first-contact.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';

let fake: FakeLlm;
let model: FakeModel;
let stage: DraftStage;

async function open(dailyCaps?: DailyCaps, limits: Partial<LlmLimits> = {}): Promise<void> {
  model = await openFakeModel('draft', limits);
  ({ fake } = model);
  stage = await openDraftStage({ llm: model.llm, ...(dailyCaps ? { dailyCaps } : {}) });
}

/** Begins anew with other limits. */
async function openWith(...limits: Parameters<typeof open>): Promise<void> {
  await stage.close();
  await model[Symbol.asyncDispose]();
  await open(...limits);
}

beforeEach(() => open());
afterEach(async () => {
  await stage.close();
  await model[Symbol.asyncDispose]();
});

const raw = { kind: 'raw', body: '<html>' } as const;

/** A draft that the model leaves to a person. */
const unsure = (text: string, risk: readonly string[]) =>
  says(JSON.stringify({ risk, drafts: [{ text }], language: 'en', needsHuman: true }));

/** All that was told to a model, as one text. */
const told = () => JSON.stringify(fake.requests.map(({ body }) => body['messages']));

const tap = (message: MessageView, button: string) =>
  stage.luna.creator.taps(stage.luna.bot, message.messageId, button);

/** Whether what a draft offers can be written down, as on a file with a fault. */
async function canWrite(can: boolean): Promise<void> {
  const { fanline, luna } = stage;
  const change = can
    ? 'drop trigger no_choice'
    : `create trigger no_choice before insert on draft_choice begin select raise(abort, 'no'); end`;
  await fanline.storage.store.transact(luna.record.tenantId, (tx) => rawRows(tx, change));
}

/** The creator's persona says so of prices. */
async function pricesAre(typed: string): Promise<void> {
  const { fanline, luna } = stage;
  const by = { author: luna.creator.id as UserId, actor: 'creator' } as const;
  const services = {
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    texts: createTexts(),
  };
  await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
    expect(await setPart(tx, 'price', typed, by, services)).toMatchObject({ ok: true });
  });
}

/** The creator taps Draft, a model answers, and that cannot be written down. */
async function notWritten(fan: SandboxUser, text: string): Promise<void> {
  await canWrite(false);
  tap(await stage.writes(fan, text), 'Draft');
  await stage.fanline.sandbox.until('a try that failed', () =>
    stage.luna.read((reader) =>
      reader.db
        .selectFrom('job')
        .select('id')
        .where('kind', '=', 'drafts-make')
        .where('state', '=', 'waiting')
        .where('attempts', '>', 0)
        .executeTakeFirst(),
    ),
  );
}

describe('with the creator’s consent', () => {
  beforeEach(() => stage.consents());

  test('a model’s drafts are offered, and the one that is sent reaches the fan', async () => {
    const { ana, luna } = stage;
    fake.next(saysDrafts('Sure, I ship worldwide!', 'Yes I do, where are you?'));
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
    fake.next(saysDrafts('Hey [FAN_1], I will write to [EMAIL_1] once I know.', 'Let me see!'));
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

  test('the receipt says which messages and facts of the fan were told, and what of them was masked', async () => {
    const { ana, luna, fanline } = stage;
    await stage.writes(ana, 'My phones are +49 170 1234567 and +49 171 7654321.');
    const change = async <T>(work: (tx: Tx) => Promise<T>) =>
      await fanline.storage.store.transact(luna.record.tenantId, work);
    const said = ['Sings in a choir', 'Has <b>two</b>\ncats', `Reads ${'a lot '.repeat(20)}`];
    await change(async (tx) => {
      const message = await tx.db
        .selectFrom('message')
        .innerJoin('thread', 'thread.id', 'message.thread_id')
        .select(['message.id as message_id', 'thread.fan_id'])
        .executeTakeFirstOrThrow();
      const by = { actor: 'automation', author_user_id: null, created_at: 0 } as const;
      for (const text of said) {
        const fact = { ...message, ...by, subject: 'other', text, changed_at: null } as const;
        await tx.db.insertInto('fact').values(fact).execute();
      }
      const summary = { ...message, ...by, text: 'Loves posters.' };
      await tx.db.insertInto('fan_summary').values(summary).execute();
      await tx.db
        .updateTable('message')
        .set({ sent_at: Date.UTC(2024, 10, 3, 10) })
        .execute();
    });
    fake.next(saysDrafts('I do!'));
    const draft = await stage.drafted(ana, question);
    tap(draft, 'ℹ️');
    const receipt = await stage.becomes(draft, 'What was sent to the AI');
    const lines = receipt.text.split('\n');
    expect(lines[2]).toMatch(/^2 messages of this conversation, Nov 3, 2024, .+–.+/u);
    expect(lines.slice(3, 9)).toEqual([
      'Facts of this fan: 3',
      '• Reads a lot a lot a lot a lot a lot a lot a lot a lot a lot…',
      '• Has <b>two</b> cats',
      '• and 1 more',
      'The summary of this fan',
      'From you: persona, FAQ 0, past replies 0',
    ]);
    expect(lines[9]).toBe('Replaced before: 2 phones');
    expect(receipt.text).not.toMatch(/posters|choir|1234567/u);
    tap(receipt, 'Back');
    await stage.becomes(draft, 'written by AI');

    // As it was written down before.
    await change((tx) =>
      rawRows(
        tx,
        `update draft_receipt set receipt = json_remove(receipt, '$.factIds', '$.summary', '$.told.others')`,
      ),
    );
    tap(draft, 'ℹ️');
    const old = await stage.becomes(draft, 'What was sent to the AI');
    expect(old.text.split('\n').slice(3, 5)).toEqual([
      'Facts of this fan: 3',
      'From you: persona, FAQ 0, past replies 0',
    ]);
  });

  test('shorter and warmer ask the model again, with what was offered', async () => {
    fake.next(saysDrafts('Thank you so very much for asking that.'), saysDrafts('Thanks a lot!'));
    const draft = await stage.drafted(stage.ana, question);
    tap(draft, 'Shorter');
    const shorter = await stage.becomes(draft, 'Thanks a lot!');
    expect(shorter.text).not.toContain('so very much');
    expect(told()).toContain('Shorter than the drafts');
    expect(told()).toContain('so very much for asking');
  });

  test('a try that fails leaves a model’s draft as it was and says why; the next tap tries again', async () => {
    const first = 'Thank you so very much for asking that.';
    const asItWas = `Draft for Ana\n\nwritten by AI\n${first}`;
    const all = ['Send', 'Edit', 'Another', 'Shorter', 'Warmer', 'Dismiss', 'ℹ️'];
    fake.next(saysDrafts(first));
    const draft = await stage.drafted(stage.ana, question);
    expect(buttons(draft)).toEqual(all);
    for (const [button, how, words] of [
      ['Shorter', errorAnswer(400), 'Another try failed: the AI provider does not answer.'],
      [
        'Warmer',
        saysDrafts('It is 25 €!'),
        'Another try failed: what the AI wrote did not pass the checks.',
      ],
      ['Another', saysDrafts(first), 'Another try brought nothing new.'],
    ] as const) {
      fake.always(how);
      tap(draft, button);
      const same = await stage.becomes(draft, words, all);
      expect(same.text).toBe(`${asItWas}\n\n${words}`);
    }
    tap(draft, 'ℹ️');
    tap(await stage.becomes(draft, 'What was sent to the AI'), 'Back');
    const back = await stage.becomes(draft, 'written by AI', all);
    expect(back.text).toBe(asItWas);
    fake.always(saysDrafts('Thanks a lot!'));
    tap(draft, 'Shorter');
    expect((await stage.becomes(draft, 'Thanks a lot!', all)).text).not.toContain('try');
  });

  test('own replies that stand in for a model let it be asked again', async () => {
    await stage.taught(question, answer);
    fake.always(errorAnswer(400));
    const draft = await stage.drafted(stage.ana, question);
    const silent = 'The AI provider does not answer. From your past replies:';
    expect(draft.text).toBe(`Draft for Ana\n\n${silent}\n\nfrom your past replies\n${answer}`);
    tap(draft, 'Another');
    const words = 'Another try failed: the AI provider does not answer.';
    const same = await stage.becomes(draft, words, ['Send', 'Edit', 'Another', 'Dismiss', 'ℹ️']);
    expect(same.text).toBe(`${draft.text}\n\n${words}`);
    fake.always(saysDrafts('Sure, I ship worldwide!'));
    tap(draft, 'Another');
    expect((await stage.becomes(draft, 'written by AI\nSure,')).text).not.toContain(answer);
  });

  test('where nothing can be offered it still shows what left for it', async () => {
    fake.always(saysDrafts('It is only 25 € today!'));
    tap(await stage.writes(stage.ana, question), 'Draft');
    const none = await stage.told('Nothing in your past or saved replies comes close');
    expect(buttons(none)).toEqual(['Dismiss', 'ℹ️']);
    tap(none, 'ℹ️');
    const receipt = await stage.becomes(none, 'What was sent to the AI');
    expect(receipt.text).toContain('2 calls');
    tap(receipt, 'Back');
    await stage.becomes(none, 'Nothing in your past', ['Dismiss', 'ℹ️']);
  });

  test('Another that is tapped twice asks the model once', async () => {
    const slow = { ...saysDrafts('And this is the second.'), delayMs: 400 };
    fake.next(
      saysDrafts('This is the first answer.'),
      slow,
      saysDrafts('A third, that nobody wants.'),
    );
    const draft = await stage.drafted(stage.ana, question);
    tap(draft, 'Another');
    tap(draft, 'Another');
    await stage.fanline.sandbox.until('the call', () => fake.underWay === 1);
    await stage.tapSays(tap(draft, 'Shorter'), 'One moment');
    await stage.becomes(draft, 'And this is the second.');
    await stage.quiet();
    expect(fake.requests).toHaveLength(2);
  });

  test('a draft that cannot be written down at first is paid for once, and offered', async () => {
    const { ana, luna } = stage;
    fake.next(saysDrafts('Sure, I ship worldwide!'), saysDrafts('This was paid for, too.'));
    await notWritten(ana, question);
    await canWrite(true);
    const draft = await stage.told('Draft for Ana');
    expect(draft.text).toContain('Sure, I ship worldwide!');
    expect(fake.requests).toHaveLength(1);
    const receipts = await luna.read((reader) =>
      reader.db.selectFrom('draft_receipt').select('id').execute(),
    );
    expect(receipts).toHaveLength(1);
    tap(draft, 'Another');
    await stage.becomes(draft, 'This was paid for, too.');
    expect(fake.requests).toHaveLength(2);
  });

  test('a draft that could not be written down is made anew where what it says is so no more', async () => {
    const { ana } = stage;
    await pricesAre('print: 25 €');
    fake.next(saysDrafts('A print costs 25 €.'), saysDrafts('A print costs 30 €.'));
    await notWritten(ana, 'What does a print cost?');
    await pricesAre('print: 30 €');
    await canWrite(true);
    const draft = await stage.told('Draft for Ana');
    expect(draft.text).toContain('A print costs 30 €.');
    expect(fake.requests).toHaveLength(2);
  });

  test('a draft that could not be written down is made anew where the fan wrote more, or an example’s fan keeps out by then', async () => {
    const { ana, ben, fanline, luna } = stage;
    await stage.taught(question, answer);
    const example = 'just tell me your address';
    const lastPrompt = () => JSON.stringify(fake.requests.at(-1)?.body['messages']);
    fake.next(saysDrafts('Sure, I ship worldwide!'), saysDrafts('Both are far, and I ship.'));
    await notWritten(ana, 'Do you ship posters to Peru?');
    expect(lastPrompt()).toContain(example);
    await stage.writes(ana, 'And to Mexico?');
    await canWrite(true);
    const draft = await stage.told('Draft for Ana');
    expect(draft.text).toContain('Both are far, and I ship.');
    fake.next(saysDrafts('As I always say, yes.'), saysDrafts('Peru it is!'));
    const cleo = fanline.sandbox.createUser({ firstName: 'Cleo' });
    await notWritten(cleo, 'Do you ship posters to Peru?');
    expect(lastPrompt()).toContain(example);
    ben.sends(luna.bot, '/noai');
    await fanline.sandbox.until('the opt-out', () =>
      luna.read((reader) => reader.db.selectFrom('ai_opt_out').select('fan_id').executeTakeFirst()),
    );
    await canWrite(true);
    expect((await stage.told('Draft for Cleo')).text).toContain('Peru it is!');
    expect(lastPrompt()).not.toContain(example);
    expect(fake.requests).toHaveLength(4);
  });

  test('an invented price is asked for once more, then own replies take its place', async () => {
    await stage.taught(question, answer);
    fake.always(saysDrafts('It is only 25 € today, see www.buy-it.example'));
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

  test('what the model is unsure of stands above its drafts, with why, as long as it is', async () => {
    fake.next(
      unsure('Let me look that up!', ['unknown-fact']),
      unsure('Hm, I will have a look!', []),
      unsure('Let us talk of something else!', ['unknown-fact', 'instruction']),
      saysDrafts('I am sure now!'),
    );
    const draft = await stage.drafted(stage.ana, question);
    expect(draft.text).toBe(
      'Draft for Ana\n\n🤔 The draft may lack something only you know. Check it before you send it.\n\nwritten by AI\nLet me look that up!',
    );
    tap(draft, 'Another');
    await stage.becomes(draft, '🤔 The AI is unsure. Check the draft before you send it.');
    tap(draft, 'Another');
    await stage.becomes(draft, '🤔 What they wrote tries to steer the AI.');
    tap(draft, 'Another');
    expect((await stage.becomes(draft, 'I am sure now!')).text).not.toContain('🤔');
  });

  test('what the model is unsure of is no reason to offer nothing', async () => {
    await stage.taught(question, answer);
    const both = ['unknown-fact', 'instruction'];
    fake.next(unsure('Only 25 € today!', both), unsure('Only 26 € today!', both));
    const draft = await stage.drafted(stage.ana, question);
    expect(draft.text).toContain(`from your past replies\n${answer}`);
    expect(fake.requests).toHaveLength(2);
  });

  test('a fan who keeps out while the model writes is not told of to it again', async () => {
    const { ana, luna } = stage;
    await stage.taught(question, answer);
    const slow = { ...saysDrafts('Only 25 € today!'), delayMs: 1_500 };
    fake.next(slow, saysDrafts('Sure!'));
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
    ['answers junk, ends in the middle or is down', [raw, { kind: 'truncate' }, errorAnswer(503)]],
    ['rejects the key', [errorAnswer(401, 'invalid_api_key')]],
  ] as const)('a provider that %s leaves own replies and a clear line', async (_, ways) => {
    await stage.taught(question, answer);
    for (const [index, how] of ways.entries()) {
      fake.always(how);
      const fan = stage.fanline.sandbox.createUser({ firstName: `Fan${'abc'[index]}` });
      const draft = await stage.drafted(fan, question);
      expect(draft.text).toMatch(/The AI provider does not answer|did not pass the checks/u);
      expect(draft.text).toContain(answer);
    }
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
    [
      'may be a minor',
      'hi! i am 14 and love your songs',
      'may be under 18',
      ['Dismiss', 'Is an adult'],
    ],
    ['may be in distress', 'I want to kill myself', 'findahelpline.com', ['Dismiss']],
  ])('for a fan who %s there is a word of care, and no call', async (_, text, words, shown) => {
    await stage.taught(text, answer);
    const relay = await stage.writes(stage.ana, text);
    tap(relay, 'Draft');
    const care = await stage.told(words);
    expect(buttons(care)).toEqual(shown);
    expect(fake.requests).toEqual([]);
  });

  test('what only a model saw of a minor stands on the card, too, until a person says otherwise', async () => {
    const { ana, luna } = stage;
    fake.next(unsure('Hi!', ['minor']));
    const relay = await stage.writes(ana, question);
    tap(relay, 'Draft');
    const notice = await stage.told('Ana may be under 18');
    luna.creator.sends(luna.bot, '/fan Ana');
    expect(buttons(await stage.told('May be under 18'))).toContain('Is an adult');
    // From now on nobody has to be asked for it.
    tap(notice, 'Dismiss');
    await stage.becomes(notice, 'Draft dismissed.');
    tap(relay, 'Draft');
    const again = await stage.told('Ana may be under 18');
    expect(fake.requests).toHaveLength(1);

    tap(again, 'Is an adult');
    tap(await stage.becomes(again, 'Are you sure that Ana is 18 or older?'), 'Yes, 18 or older');
    await stage.becomes(again, 'Noted: Ana is an adult', ['Draft']);
    // Of what this person has seen the model knows nothing better; of what comes then it may.
    fake.next(unsure('Yes, we do!', ['minor']));
    tap(again, 'Draft');
    await stage.told('Yes, we do!');
    expect(told()).toContain('The creator knows that the fan is an adult');
    const next = await stage.writes(ana, 'my mum drives me to school every day');
    fake.next(unsure('Nice!', ['minor']));
    tap(next, 'Draft');
    await stage.told('Ana may be under 18');
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
    fake.next(saysDrafts('All in one place!'));
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
  await openWith({ tenant: 1, total: null });
  await stage.consents();
  await stage.taught(question, answer);
  const draft = await stage.drafted(stage.ana, question);
  expect(draft.text).toContain('AI drafts are used up for now');
  expect(draft.text).toContain(answer);
  expect(fake.requests).toEqual([]);
});

test('a provider that hangs, drips, refuses or is flooded costs the creator a moment, and no draft', async () => {
  await openWith(undefined, { attemptMs: 500, deadlineMs: 2_000 });
  await stage.consents();
  await stage.taught(question, answer);
  const drafted = async (name: string) =>
    await stage.drafted(stage.fanline.sandbox.createUser({ firstName: name }), question);
  const silent = 'The AI provider does not answer. From your past replies:';
  const unwilling = 'The AI provider did not want to answer this one. From your past replies:';
  const flooded = (seconds: string) =>
    errorAnswer(429, 'rate_limit_exceeded', { 'retry-after': seconds });
  for (const [name, how, words] of [
    ['Ada', { kind: 'hang' }, silent],
    ['Bea', { kind: 'drip', everyMs: 50 }, silent],
    ['Cyd', { kind: 'answer', text: '', refusal: 'I cannot help with that.' }, unwilling],
    ['Cid', { kind: 'answer', text: 'x', finish: 'content_filter' }, unwilling],
    ['Col', errorAnswer(400, 'content_filter'), unwilling],
  ] as const) {
    fake.next(how);
    const draft = await drafted(name);
    expect(draft.text).toContain(words);
    expect(draft.text).toContain(answer);
  }
  // It asks for a moment, and is asked again after it.
  fake.next(flooded('0.2'), saysDrafts('Sure, I ship worldwide!'));
  expect((await drafted('Dee')).text).toContain('written by AI\nSure, I ship worldwide!');
  // It asks for a minute, and nobody waits for that: neither this fan's draft nor the next.
  fake.next(flooded('60'));
  expect((await drafted('Eve')).text).toContain(silent);
  const before = fake.requests.length;
  const draft = await drafted('Flo');
  expect(draft.text).toContain(silent);
  expect(draft.text).toContain(answer);
  expect(fake.requests).toHaveLength(before);
});

test('an own key’s address in a private network is neither taken nor called', async () => {
  const { luna, fanline, ana } = stage;
  await stage.taught(question, answer);
  const types = async (text: string, words: string) => {
    const asked = await stage.told('The address, such as');
    luna.creator.sends(luna.bot, { text, replyTo: asked.messageId });
    await fanline.sandbox.until(words, () =>
      luna.creator
        .sees(luna.bot)
        .find((seen) => seen.messageId > asked.messageId && seen.text.includes(words)),
    );
  };
  luna.creator.sends(luna.bot, '/settings');
  const menu = await stage.told('AI drafts: off');
  tap(menu, 'Own AI key');
  tap(await stage.becomes(menu, 'Which provider is it for?'), 'Another address');
  await types('https://127.0.0.1/v1', 'leads into a private network');
  await types('https://10.1.2.3/v1', 'leads into a private network');
  await types('https://169.254.169.254/latest', 'leads into a private network');
  await types('https://[::1]/v1', 'leads into a private network');
  await types('http://llm.example.com/v1', 'Only https://');
  await types('https://llm.example.com:8443/v1', 'Only the usual port');
  // One that was allowed when it was set up, or whose name leads elsewhere by now.
  await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
    await tx.db
      .insertInto('own_key')
      .values({
        state: 'used',
        base_url: 'https://localhost/v1',
        model: 'llama3',
        api_key: 'own-key-0123456789',
        user_id: luna.creator.id as UserId,
        asked_at: 0,
        tested_at: 0,
        failing_since: null,
        fault: null,
      })
      .execute();
  });
  luna.creator.sends(luna.bot, '/settings');
  const settings = await stage.told('Own AI key: localhost');
  tap(settings, 'AI drafts');
  tap(await stage.becomes(settings, '• localhost, model llama3'), 'Agree');
  await stage.becomes(settings, 'AI drafts are on, by localhost');
  const draft = await stage.drafted(ana, question);
  expect(draft.text).toContain('The AI provider does not answer. From your past replies:');
  expect(draft.text).toContain(answer);
  await stage.told('localhost leads into a private network');
  expect(fake.requests).toEqual([]);
});
