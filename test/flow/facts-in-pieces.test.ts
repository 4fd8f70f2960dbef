import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FanId, ThreadId } from '#src/core/ids.ts';
import { optOut } from '#src/features/consent/index.ts';
import { factsOf, summaryOf } from '#src/features/facts/index.ts';
import { readUpTo } from '#src/features/facts/queries/reading-rows.ts';
import { exportedReceipts } from '#src/features/transfer/queries/exported-receipts.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import { makeFan, say } from '#test/support/answer-bed.ts';
import { type DraftStage, openDraftStage } from '#test/support/draft-stage.ts';
import { type FakeAnswer, says } from '#test/support/fake-llm/fake-answer.ts';
import type { FakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { type FakeModel, openFakeModel } from '#test/support/fake-llm/open-fake-model.ts';
import { rawRows } from '#test/support/raw-rows.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let fake: FakeLlm;
let model: FakeModel;
let stage: DraftStage;
let zoe: FanId;

beforeEach(async () => {
  model = await openFakeModel('cheap');
  ({ fake } = model);
  stage = await openDraftStage({ llm: model.llm, dailyCaps: { tenant: cap, total: null } });
  await stage.consents();
  zoe = await change((tx) => makeFan(tx, { first: 'Zoe' }));
});
afterEach(async () => {
  await stage.close();
  await model[Symbol.asyncDispose]();
});

/** Of a day, in millionths of a dollar. */
const cap = 1_000_000;

const dog = 'my dog is called Bruno';
const home = 'I live in Lisbon';
const tea = 'I like green tea';

async function change<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return await stage.fanline.storage.store.transact(stage.luna.record.tenantId, work);
}

const threadOf = (fanId: FanId) => fanId as number as ThreadId;

/** Zoe said this an hour ago, which is looked through now. */
async function talked(texts: readonly string[]): Promise<void> {
  await change(async (tx) => {
    for (const text of texts) await say(tx, zoe, text, { at: now() - 60 * minute });
    const threadId = threadOf(zoe);
    const job = { kind: 'facts-find', key: `${threadId}`, ref: { threadId }, dueAt: now() };
    await schedule(tx, job, now());
  });
}

const now = () => Date.now() + stage.ahead;

/** So many messages, with others at these places (from 0). */
function talkOf(count: number, others: Readonly<Record<number, string>>): string[] {
  return Array.from({ length: count }, (_, at) => others[at] ?? `nice weather, number ${at}`);
}

/** What a model notes: facts by the number of their message in the piece, and a summary. */
function notes(
  noted: readonly (readonly [message: number, subject: string, text: string])[],
  summary: readonly string[] = [],
): FakeAnswer & { kind: 'answer' } {
  const facts = noted.map(([message, subject, text]) => ({ message, subject, text }));
  return { kind: 'answer', text: JSON.stringify({ facts, summary }) };
}

/** The data of each question, one object a line. */
function told(): Record<string, unknown>[][] {
  return fake.requests.map(({ body }) => {
    const [, data] = body['messages'] as { content: string }[];
    const lines = (data?.content ?? '').split('\n').filter((line) => line.startsWith('{'));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  });
}

const numbered = (question: Record<string, unknown>[] = []) =>
  question.filter((line) => 'message' in line).map(({ text }) => text);
const earlier = (question: Record<string, unknown>[] = []) =>
  question.flatMap((line) =>
    'earlier' in line ? [(line['earlier'] as { text: string }).text] : [],
  );

async function jobs(): Promise<{ state: string; attempts: number; due_at: number }[]> {
  return await stage.luna.read((reader) =>
    reader.db
      .selectFrom('job')
      .select(['state', 'attempts', 'due_at'])
      .where('kind', '=', 'facts-find')
      .orderBy('id')
      .execute(),
  );
}

async function allDone(): Promise<void> {
  await stage.fanline.sandbox.until('no conversation waits', async () =>
    (await jobs()).every(({ state }) => state === 'done'),
  );
}

/** What failed is tried again at once. */
async function tryAgain(): Promise<void> {
  await change(async (tx) => {
    await rawRows(tx, `update job set run_at = 1 where kind = 'facts-find' and state = 'waiting'`);
    tx.noteDue(1);
  });
}

async function facts(): Promise<string[]> {
  const kept = await stage.luna.read((reader) => factsOf(reader, zoe));
  return kept.map(({ text }) => text).toReversed();
}

const summary = async () => (await stage.luna.read((reader) => summaryOf(reader, zoe)))?.text;
const readSoFar = () => stage.luna.read((reader) => readUpTo(reader, threadOf(zoe)));

test('of a hundred messages each is read once, oldest first, each piece with what came right before it', async () => {
  fake.next(
    notes([[1, 'pets', 'Has a dog called Bruno']], ['Has a dog, Bruno']),
    notes([], ['Has a dog, Bruno', 'Nice weather']),
    notes([[33, 'home', 'Lives in Lisbon']], ['Lives in Lisbon, has a dog, Bruno']),
  );
  const talk = talkOf(100, { 0: dog, 99: home });
  await talked(talk);
  await allDone();
  expect(await facts()).toEqual(['Has a dog called Bruno', 'Lives in Lisbon']);
  expect(await summary()).toBe('Lives in Lisbon, has a dog, Bruno');
  const questions = told();
  expect(questions.map((question) => numbered(question).length)).toEqual([34, 33, 33]);
  expect(questions.flatMap((question) => numbered(question))).toEqual(talk);
  expect(earlier(questions[0])).toEqual([]);
  expect(earlier(questions[1])).toEqual(talk.slice(30, 34));
  // What was noted of one piece is known to the next.
  expect(questions[2]).toContainEqual({ known: ['Has a dog called Bruno'] });
  expect(questions[2]).toContainEqual({ before: 'Has a dog, Bruno\nNice weather' });
  // A receipt names what was told, also what only helped to understand.
  const receipts = await stage.luna.read((reader) => exportedReceipts(reader, 0, 100));
  expect(receipts.map(({ receipt }) => receipt.messages.length)).toEqual([34, 37, 37]);
  expect(await stage.mars.read((reader) => factsOf(reader, zoe))).toEqual([]);
});

test('a message that only helps to understand gives no fact, and what is left is read however little it is', async () => {
  fake.next(
    notes([]),
    notes([
      [-3, 'pets', 'Has a dog called Bruno'],
      [0, 'pets', 'Has a dog'],
    ]),
  );
  await change(async (tx) => {
    for (const text of talkOf(22, { 19: dog })) {
      await say(tx, zoe, text, { at: now() - 60 * minute });
    }
    for (const text of talkOf(18, {})) {
      await say(tx, zoe, text, { at: now() - 60 * minute, direction: 'out', actor: 'creator' });
    }
  });
  await talked([home]);
  await allDone();
  expect(earlier(told()[1])).toContain(dog);
  expect(numbered(told()[1])).toContain(home);
  expect(await facts()).toEqual([]);
  expect(await readSoFar()).toBe(41);
});

test('where a piece cannot be written down it is paid for once, and no piece is lost or doubled, also across a restart', async () => {
  fake.next(
    notes([[1, 'pets', 'Has a dog called Bruno']]),
    notes([[1, 'home', 'Lives in Lisbon']]),
    { kind: 'hang' },
    notes([[1, 'likes', 'Likes green tea']]),
  );
  await change((tx) =>
    rawRows(
      tx,
      `create trigger no_home before insert on fact when new.subject = 'home' begin select raise(abort, 'no'); end`,
    ),
  );
  await talked(talkOf(100, { 0: dog, 34: home, 67: tea }));
  await stage.fanline.sandbox.until('a try that failed', async () =>
    (await jobs()).some(({ state, attempts }) => state === 'waiting' && attempts === 1),
  );
  expect(await facts()).toEqual(['Has a dog called Bruno']);
  expect(await readSoFar()).toBe(34);
  expect(fake.requests).toHaveLength(2);
  await change((tx) => rawRows(tx, 'drop trigger no_home'));
  await tryAgain();
  await stage.fanline.sandbox.until('the third question', () => fake.requests.length === 3);
  expect(await facts()).toEqual(['Has a dog called Bruno', 'Lives in Lisbon']);
  expect(await readSoFar()).toBe(67);
  await stage.fanline.restart();
  await allDone();
  expect(await facts()).toEqual(['Has a dog called Bruno', 'Lives in Lisbon', 'Likes green tea']);
  // The call that ended with the program is made again, no other.
  expect(told().map((question) => numbered(question)[0])).toEqual([dog, home, tea, tea]);
});

test('what could not be written down is thrown away where the fan keeps out by then, or changed a word', async () => {
  fake.always(notes([[1, 'home', 'Lives in Lisbon']]));
  await change((tx) =>
    rawRows(
      tx,
      `create trigger no_fact before insert on fact begin select raise(abort, 'no'); end`,
    ),
  );
  const failed = async (times: number) =>
    await stage.fanline.sandbox.until('a try that failed', async () =>
      (await jobs()).some(({ attempts }) => attempts === times),
    );
  await talked([home, 'hello', 'bye']);
  await failed(1);
  await tryAgain();
  await failed(2);
  expect(fake.requests).toHaveLength(1);
  await change((tx) =>
    tx.db.updateTable('message').set({ text: 'hello!' }).where('text', '=', 'hello').execute(),
  );
  await tryAgain();
  await failed(3);
  expect(fake.requests).toHaveLength(2);
  await change(async (tx) => {
    await rawRows(tx, 'drop trigger no_fact');
    await optOut(tx, zoe, 1);
  });
  await tryAgain();
  await allDone();
  expect(await facts()).toEqual([]);
  expect(fake.requests).toHaveLength(2);
});

test('a day’s cap that is used up in the middle of a talk has the rest wait for the next day', async () => {
  fake.next({ ...notes([[1, 'pets', 'Has a dog called Bruno']]), delayMs: 1_000 });
  await talked(talkOf(60, { 0: dog, 59: home }));
  await stage.fanline.sandbox.until('the first question', () => fake.underWay === 1);
  const { tenantId } = stage.luna.record;
  const book = stage.fanline.storage.storage.usageBook({ tenant: null, total: null });
  const drafts = { feature: 'draft', keyOwner: 'platform', drafts: 1, draftQuota: null } as const;
  await book.reserve({ tenantId, ...drafts, since: 0, estimateMicroUsd: cap });
  await stage.fanline.sandbox.until('the next day', async () =>
    (await jobs()).some(({ state, due_at }) => state === 'waiting' && due_at > now() + minute),
  );
  expect(fake.requests).toHaveLength(1);
  expect(await facts()).toEqual(['Has a dog called Bruno']);
  expect(await readSoFar()).toBe(30);
  fake.next(notes([[30, 'home', 'Lives in Lisbon']]));
  stage.ahead += day;
  await stage.fanline.restart();
  await allDone();
  expect(await facts()).toEqual(['Has a dog called Bruno', 'Lives in Lisbon']);
  expect(fake.requests).toHaveLength(2);
});

test('a sign of a minor anywhere in a talk keeps all of it here, and it is told with no later talk either', async () => {
  fake.always(notes([]));
  await talked(talkOf(100, { 0: dog, 99: 'I am 14 years old' }));
  await allDone();
  expect(fake.requests).toHaveLength(0);
  expect(await readSoFar()).toBe(100);
  await talked(['hello again', home, 'see you']);
  await allDone();
  expect(fake.requests).toHaveLength(1);
  expect(numbered(told()[0])).toEqual(['hello again', home, 'see you']);
  expect(earlier(told()[0])).toEqual([]);
});

test('of a talk of five hundred messages the newest four hundred are read', async () => {
  fake.next(says('no notes'));
  await talked(talkOf(500, {}));
  await stage.fanline.sandbox.until('the first question', () => fake.requests.length === 1);
  const [first] = told();
  expect(numbered(first)[0]).toBe('nice weather, number 100');
  expect(earlier(first).at(-1)).toBe('nice weather, number 99');
  expect(numbered(first)).toHaveLength(40);
});

test('a message that was read before and is changed while a model is asked is read again', async () => {
  fake.next(notes([]), { ...notes([]), delayMs: 1_500 });
  await talked(['one', dog, 'three']);
  await allDone();
  await talked(['four', 'five', 'six']);
  await stage.fanline.sandbox.until('the second question', () => fake.underWay === 1);
  await change((tx) =>
    tx.db.updateTable('message').set({ text: home }).where('text', '=', dog).execute(),
  );
  await allDone();
  expect(await readSoFar()).toBe(1);
});
