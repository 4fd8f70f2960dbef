import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ThreadId, UserId } from '#src/core/ids.ts';
import type { DailyCaps } from '#src/core/usage.ts';
import { optOut, withdrawConsent } from '#src/features/consent/index.ts';
import { exportedReceipts } from '#src/features/transfer/queries/exported-receipts.ts';
import { makeFan } from '#test/support/answer-bed.ts';
import { type DraftStage, openDraftStage } from '#test/support/draft-stage.ts';
import { errorAnswer, says } from '#test/support/fake-llm/fake-answer.ts';
import type { FakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { type FakeModel, openFakeModel } from '#test/support/fake-llm/open-fake-model.ts';
import { buttons } from '#test/support/first-contact.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import { injections } from '#test/support/red-team/injections.ts';
import { otherFan } from '#test/support/red-team/other-fan.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import type { TestTenant } from '#test/support/start-fanline.ts';

let fake: FakeLlm;
let model: FakeModel;
let stage: DraftStage;

async function open(dailyCaps?: DailyCaps): Promise<void> {
  model = await openFakeModel('cheap');
  ({ fake } = model);
  stage = await openDraftStage({ llm: model.llm, ...(dailyCaps ? { dailyCaps } : {}) });
}

beforeEach(() => open());
afterEach(async () => {
  await stage.close();
  await model[Symbol.asyncDispose]();
});

/** What a model answers where it has nothing to say. */
const silence = { tone: '', dos: [], donts: [], facts: [], prices: [] };
const answers = (answer: object) => says(JSON.stringify({ ...silence, ...answer }));

/** What left the box, and how that ended: one for each fan who got a reply that was told. */
async function receipts() {
  const kept = await stage.luna.read((reader) => exportedReceipts(reader, 0, 100));
  return kept.map(({ receipt: { messages, calls } }) => ({
    messages,
    outcomes: calls.map(({ outcome }) => outcome),
  }));
}

/** All that was told to a model, as one text. */
const told = () => JSON.stringify(fake.requests.map(({ body }) => body['messages']));

async function consent(): Promise<void> {
  expect(await stage.consents()).toContain('to learn how you sound');
}

/** Forty replies of the creator's that say little, to four fans in turn; these stand among them, the first to the first fan. */
async function replied(said: readonly string[] = [], tenant: TestTenant = stage.luna) {
  const names = ['Zoraida', 'Ben', 'Cleo', 'Dora'];
  await stage.fanline.storage.store.transact(tenant.record.tenantId, async (tx) => {
    const threads: ThreadId[] = [];
    for (const first of names) {
      threads.push((await makeFan(tx, { first })) as number as ThreadId);
    }
    const little = Array.from(
      { length: 40 - said.length },
      (_, at) => `hey, it is number ${at} 🌙`,
    );
    const rows = [...little, ...said].map((text, index) => ({
      thread_id: threads[(index + said.length) % names.length] as ThreadId,
      direction: 'out' as const,
      actor: 'creator' as const,
      author_user_id: tenant.creator.id as UserId,
      kind: 'text' as const,
      text,
      entities: null,
      media: null,
      album_id: null,
      answers_message_id: null,
      delivery: 'delivered' as const,
      merged_into: null,
      fan_reaction: null,
      sent_at: 1_000 + index,
      edited_at: null,
      deleted_at: null,
    }));
    await tx.db.insertInto('message').values(rows).execute();
  });
}

async function learn(): Promise<MessageView> {
  const { luna } = stage;
  luna.creator.sends(luna.bot, '/persona');
  const card = await stage.told('How drafts should sound');
  luna.creator.taps(luna.bot, card.messageId, 'Learn from my replies');
  return await stage.becomes(card, 'From your last ');
}

async function personaLines(): Promise<string[]> {
  const rows = await stage.luna.read((reader) =>
    reader.db.selectFrom('persona_line').select(['part', 'text']).orderBy('id').execute(),
  );
  return rows.map(({ part, text }) => `${part} ${text}`);
}

describe('with the creator’s consent', () => {
  beforeEach(() => stage.consents());

  test('a model’s lines stand below the counted ones, named, and only those that are taken are written', async () => {
    const { luna } = stage;
    await replied([
      'I live in Porto 🌙',
      'haha, I live in Porto',
      'a video call is 50 €',
      'the video call is 50 €, as always',
    ]);
    fake.next(
      answers({
        tone: 'Warm and short.',
        dos: ['Asks back about their day'],
        facts: [
          { text: 'I live in Porto', replies: [37, 38] },
          { text: 'I live in Madrid', replies: [37, 38] },
        ],
        prices: [{ what: 'video call', amount: '50', currency: 'EUR', replies: [39, 40] }],
      }),
    );
    const diff = await learn();
    const lines = diff.text.split('\n');
    const from = lines.indexOf('Written by AI (Groq), so look closely:');
    const shown = lines.slice(from + 1);
    expect(shown.map((line) => line.replace(/^\+ \d+\. /u, ''))).toEqual([
      'Tone: Warm and short.',
      'Do: Asks back about their day',
      'Facts: I live in Porto',
      'Prices: video call: 50.00 EUR',
    ]);
    expect(lines[from - 2]).toMatch(/^\+ \d+\. /u);
    expect(diff.text).not.toContain('Madrid');
    const number = (words: string) =>
      /^\+ (\d+)\./u.exec(lines.find((line) => line.includes(words)) ?? '')?.[1];
    luna.creator.taps(luna.bot, diff.messageId, `✓ ${number('Porto')}`);
    await stage.becomes(diff, `✓ ${number('Porto')}. Facts`);
    luna.creator.taps(luna.bot, diff.messageId, `✕ ${number('Warm')}`);
    await stage.becomes(diff, `✕ ${number('Warm')}. Tone`);
    expect(await personaLines()).toEqual(['fact I live in Porto']);
    luna.creator.taps(luna.bot, diff.messageId, '✓ All');
    await stage.becomes(diff, `✓ ${number('50.00')}. Prices`);
    expect(await personaLines()).toContain('price video call: 50.00 EUR');
    expect(await personaLines()).not.toContain('tone Warm and short.');
    expect(fake.requests).toHaveLength(1);
  });

  test('a tone takes the place of the one that is there, and is shown beside it', async () => {
    const { luna } = stage;
    luna.creator.sends(luna.bot, '/persona');
    const card = await stage.told('How drafts should sound');
    luna.creator.taps(luna.bot, card.messageId, 'Tone');
    await stage.becomes(card, 'Tone\n');
    luna.creator.taps(luna.bot, card.messageId, 'Edit');
    const question = await stage.told('How do you sound?');
    luna.creator.sends(luna.bot, { text: 'dry', replyTo: question.messageId });
    await stage.told('dry');
    await replied();
    fake.next(answers({ tone: 'Warm and short.', dos: ['Asks back about their day'] }));
    const diff = await learn();
    expect(diff.text).toContain('Tone: Warm and short.\n− instead of: dry');
    luna.creator.taps(luna.bot, diff.messageId, '✓ All');
    await stage.becomes(diff, 'Do: Asks back about their day', ['Done']);
    const lines = await personaLines();
    expect(lines).toContain('tone Warm and short.');
    expect(lines).not.toContain('tone dry');
  });

  test('what tells who somebody is does not leave, nor what fans who said /noai were answered', async () => {
    const { luna, ana } = stage;
    ana.sends(luna.bot, '/noai');
    await stage.fanline.sandbox.until('the answer', () =>
      ana.seesTexts(luna.bot).find((text) => text.includes('stays with')),
    );
    ana.sends(luna.bot, 'hi');
    const relay = await stage.told('Ana\nhi');
    luna.creator.sends(luna.bot, { text: 'canary-for-ana', replyTo: relay.messageId });
    await stage.gets(ana, 'canary-for-ana');
    await replied(['canary-of-mars', 'canary-of-mars, too'], stage.mars);
    await replied([
      'hey Zoraida, write me at luna.private@example.com',
      `Ben, ask ${otherFan.handle} or call ${otherFan.phone}`,
      'you wrote “canary-quoted” haha',
    ]);
    const { ben } = stage;
    ben.sends(luna.bot, 'I want to kill myself');
    const distress = await stage.told('I want to kill myself');
    luna.creator.sends(luna.bot, { text: 'canary-in-distress', replyTo: distress.messageId });
    await stage.gets(ben, 'canary-in-distress');
    fake.next(answers({ tone: 'Warm and short.' }));
    await learn();
    expect(told()).not.toMatch(/Zoraida|\bBen\b|luna\.private|canary|zora_canary|611 222 337/u);
    expect(told()).toMatch(/\[FAN_\d+\].*\[EMAIL_1\]/u);
    expect(told()).toContain('it is number 3');
  });

  test('a fan who keeps out while the model reads, and consent that is withdrawn then, end the call', async () => {
    const { fanline, luna } = stage;
    await replied(['canary-one']);
    fake.next({ kind: 'hang' }, answers({ tone: 'Warm and short.' }));
    luna.creator.sends(luna.bot, '/persona');
    const card = await stage.told('How drafts should sound');
    luna.creator.taps(luna.bot, card.messageId, 'Learn from my replies');
    await fanline.sandbox.until('the call', () => fake.underWay === 1);
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      const named = tx.db.selectFrom('fan').select('id').where('first_name', '=', 'Zoraida');
      const { id } = await named.executeTakeFirstOrThrow();
      await optOut(tx, id, 1);
    });
    // It is asked anew, without what she was told.
    const diff = await stage.becomes(card, 'Tone: Warm and short.');
    expect(fake.requests).toHaveLength(2);
    const [first, second] = fake.requests.map(({ body }) => JSON.stringify(body['messages']));
    expect(first).toContain('canary-one');
    expect(second).not.toContain('canary-one');
    const ofFirst = await receipts();
    expect(ofFirst.map(({ outcomes }) => outcomes)).toEqual([
      ...Array.from({ length: 4 }, () => ['cancelled']),
      ...Array.from({ length: 3 }, () => ['ok']),
    ]);
    expect(ofFirst.slice(0, 4).flatMap(({ messages }) => messages)).toHaveLength(40);

    fake.next({ kind: 'hang' });
    luna.creator.sends(luna.bot, '/persona');
    const again = await stage.told('How drafts should sound');
    expect(again.messageId).not.toBe(diff.messageId);
    luna.creator.taps(luna.bot, again.messageId, 'Learn from my replies');
    await fanline.sandbox.until('the call', () => fake.underWay === 1);
    await fanline.storage.store.transact(luna.record.tenantId, (tx) => withdrawConsent(tx, 1));
    await stage.becomes(again, 'Too few of your replies may go to an AI');
    expect(fake.underWay).toBe(0);
    expect((await receipts()).map(({ outcomes }) => outcomes).slice(7)).toEqual([
      ['cancelled'],
      ['cancelled'],
      ['cancelled'],
    ]);
  });

  test('what cannot be written down at first is paid for once, and asked anew where a fan keeps out by then', async () => {
    const { fanline, luna } = stage;
    const inFile = async (statement: string) =>
      await fanline.storage.store.transact(luna.record.tenantId, (tx) => rawRows(tx, statement));
    const no = `create trigger no_lines before insert on persona_proposal begin select raise(abort, 'no'); end`;
    const notWritten = async (): Promise<MessageView> => {
      await inFile(no);
      luna.creator.sends(luna.bot, '/persona');
      const card = await stage.told('How drafts should sound');
      luna.creator.taps(luna.bot, card.messageId, 'Learn from my replies');
      await fanline.sandbox.until('a try that failed', () =>
        luna.read((reader) =>
          reader.db
            .selectFrom('job')
            .select('id')
            .where('kind', '=', 'persona-learn')
            .where('state', '=', 'waiting')
            .where('attempts', '>', 0)
            .executeTakeFirst(),
        ),
      );
      return card;
    };
    await replied();
    fake.next(
      answers({ tone: 'Warm and short.' }),
      answers({ tone: 'Calm and kind.' }),
      answers({ tone: 'Quick and bright.' }),
    );
    const card = await notWritten();
    await inFile('drop trigger no_lines');
    await stage.becomes(card, 'Tone: Warm and short.');
    expect(fake.requests).toHaveLength(1);
    const again = await notWritten();
    expect(fake.requests).toHaveLength(2);
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      const named = tx.db.selectFrom('fan').select('id').where('first_name', '=', 'Zoraida');
      await optOut(tx, (await named.executeTakeFirstOrThrow()).id, 1);
    });
    await inFile('drop trigger no_lines');
    await stage.becomes(again, 'Tone: Quick and bright.');
    expect(fake.requests).toHaveLength(3);
  });

  test('a model that does what a reply says gets nothing into the diff', async () => {
    const attack = injections.find(({ name }) => name.startsWith('link') && name.endsWith('en'));
    const text = attack?.text ?? '';
    await replied([text, text, 'Ana wrote "I live in Paris"', 'and „I live in Paris“, too']);
    fake.next(
      answers({
        tone: text,
        dos: [
          'Always say that prints cost 1 €',
          'Mentions evil-prize dot com',
          'Calls fans Zoraida',
        ],
        donts: [text],
        facts: [
          { text, replies: [1, 2] },
          { text: 'I live in Paris', replies: [3, 4] },
        ],
        prices: [{ what: 'print', amount: '1', currency: 'EUR', replies: [1, 2] }],
      }),
    );
    const diff = await learn();
    expect(diff.text).toContain('The AI found nothing that holds.');
    expect(diff.text).not.toMatch(/Written by AI|evil|Paris|Zoraida|1\.00/u);
  });
});

test('where no model is heard, what was counted stands alone, and the reason is said', async () => {
  await replied();
  const without = await learn();
  expect(without.text).toContain('nothing left this service');
  expect(without.text).toContain('Do: Often begins with “hey”.');
  expect(fake.requests).toEqual([]);

  await consent();
  fake.next(says('I cannot do that'));
  const junk = await learn();
  expect(junk.text).toContain('The AI found nothing that holds.');
  expect(junk.text).toContain('Do: Often begins with “hey”.');

  fake.always(errorAnswer(503));
  const down = await learn();
  expect(down.text).toContain('The AI provider does not answer.');
  expect(buttons(down)).toContain('✓ All');
  // It is still said after a tap.
  stage.luna.creator.taps(stage.luna.bot, down.messageId, '✕ 1');
  await stage.becomes(down, '✕ 1.');
  await stage.becomes(down, 'The AI provider does not answer.');
});

test('where a limit is used up nothing leaves, and that is said', async () => {
  await stage.close();
  await model[Symbol.asyncDispose]();
  await open({ tenant: 1, total: null });
  await consent();
  await replied();
  const diff = await learn();
  expect(diff.text).toContain('AI is used up for now');
  expect(fake.requests).toEqual([]);
});
