import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { DraftId, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import type { Services } from '#src/core/services.ts';
import { systemRandom } from '#src/core/random.ts';
import { optOut, takeBackOptOut, withdrawConsent } from '#src/features/consent/index.ts';
import { pauseDrafts } from '#src/features/drafts/services/auto-draft.ts';
import { offerDraft } from '#src/features/drafts/services/show-draft.ts';
import { endedDrafts } from '#src/features/insights/queries/ended-drafts.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { exportedDrafts } from '#src/features/transfer/queries/exported-drafts.ts';
import { exportedReceipts } from '#src/features/transfer/queries/exported-receipts.ts';
import { createLlm, type OpenLlm } from '#src/llm/create-llm.ts';
import { usualPrices } from '#src/llm/prices.ts';
import type { Tx } from '#src/storage/reader.ts';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';
import { buttons } from '#test/support/first-contact.ts';
import { errorAnswer, says, saysDrafts } from '#test/support/fake-llm/fake-answer.ts';
import { type FakeLlm, startFakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { readNow } from '#test/support/read-now.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';

let groq: FakeLlm;
let xai: FakeLlm;
let llm: OpenLlm;
let stage: DraftStage;

beforeAll(async () => {
  groq = await startFakeLlm();
  xai = await startFakeLlm();
  const draft = [
    { provider: 'groq', model: 'openai/gpt-oss-120b' },
    { provider: 'xai', model: 'grok-4.3' },
  ] as const;
  llm = createLlm(
    {
      access: {
        groq: { apiKey: groq.key, baseUrl: groq.groqRoot },
        xai: { apiKey: xai.key, baseUrl: xai.baseUrl },
      },
      models: { draft, cheap: [] },
      allowPrivateUrls: false,
      prices: usualPrices,
    },
    { clock: systemClock, random: systemRandom, log: silentLog },
  );
  stage = await openDraftStage({ llm });
  await agree();
});

afterEach(() => {
  groq.always(says('ok'));
  xai.always(says('ok'));
});

afterAll(async () => {
  const { mars } = stage;
  expect(await mars.read((reader) => exportedDrafts(reader, 0 as DraftId, 100))).toEqual([]);
  await stage.close();
  await llm.close();
  await groq[Symbol.asyncDispose]();
  await xai[Symbol.asyncDispose]();
});

async function agree(): Promise<void> {
  const { luna, told } = stage;
  luna.creator.sends(luna.bot, '/settings');
  luna.creator.taps(luna.bot, (await told('AI drafts: off')).messageId, 'AI drafts');
  luna.creator.taps(luna.bot, (await told('You read, change and send')).messageId, 'Agree');
  await told('AI drafts are on, by Groq and xAI');
}

const newFan = (firstName: string) => stage.fanline.sandbox.createUser({ firstName });

/** What is written down of a fan's drafts, in order. */
async function draftsOf({ id }: SandboxUser) {
  const all = await stage.luna.read((reader) => exportedDrafts(reader, 0 as DraftId, 100));
  return all.filter(({ userId }) => userId === id);
}

/** What left the box for a fan's drafts, in order. */
const receiptsOf = async (fan: SandboxUser) =>
  (await draftsOf(fan)).flatMap((draft) => draft.receipts);

/** How the calls of each receipt ended. */
const endsOf = async (fan: SandboxUser) =>
  (await receiptsOf(fan)).map(({ calls }) =>
    calls.map(({ provider, outcome }) => `${provider} ${outcome}`),
  );

async function change<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const { fanline, luna } = stage;
  return await fanline.storage.store.transact(luna.record.tenantId, work);
}

const until = (what: string, is: () => boolean | Promise<boolean>) =>
  stage.fanline.sandbox.until(what, is);

const underWay = () => until('the call', () => groq.underWay === 1);
const givenUp = () => until('the call is given up', () => groq.underWay === 0);

const endsBecome = (fan: SandboxUser, ...expected: string[][]) =>
  until(
    `the calls end as ${JSON.stringify(expected)}`,
    async () => JSON.stringify(await endsOf(fan)) === JSON.stringify(expected),
  );

const toBeTold = ['groq unknown', 'xai unknown'];

/** What came by itself after a fan was quiet comes now. */
const quietNow = () =>
  until('a draft by itself', () =>
    change(async (tx) => {
      const now = systemClock.now();
      const jobs = tx.db.updateTable('job').set({ due_at: now, run_at: now });
      const moved = await jobs
        .where('kind', '=', 'drafts-auto')
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      if (moved.numUpdatedRows > 0n) tx.noteDue(now);
      return moved.numUpdatedRows > 0n;
    }),
  );

/** How many receipts of drafts there are. */
const keptReceipts = async () =>
  (await stage.luna.read((reader) => reader.db.selectFrom('draft_receipt').select('id').execute()))
    .length;

/** All drafts as insights count them. */
const counted = async () =>
  await stage.luna.read((reader) =>
    endedDrafts(reader, { since: 0, until: Number.MAX_SAFE_INTEGER }),
  );

test('what was told is written down before it leaves, and stays when nobody waits for the answer', async () => {
  const { luna } = stage;
  const fan = newFan('Ada');
  groq.always({ kind: 'hang' });
  const relay = await stage.writes(fan, 'I am Ada, write me at ada.l@example.com please');
  luna.creator.taps(luna.bot, relay.messageId, 'Draft');
  await underWay();
  await endsBecome(fan, toBeTold);
  luna.creator.sends(luna.bot, { text: 'By hand!', replyTo: relay.messageId });
  await givenUp();
  await endsBecome(fan, ['groq cancelled']);
  const [receipt] = await receiptsOf(fan);
  expect(receipt).toMatchObject({ provider: 'groq', model: 'openai/gpt-oss-120b' });
  expect(receipt).toMatchObject({ masked: { email: 1, name: 1 } });
  expect(receipt?.messages).toHaveLength(1);
  expect(await draftsOf(fan)).toMatchObject([{ state: 'stale', source: null }]);
  expect(await counted()).toEqual([]);
});

test('a fan who is erased while a model writes leaves nothing', async () => {
  const { luna } = stage;
  const fan = newFan('Bo');
  groq.always({ kind: 'hang' });
  const relay = await stage.writes(fan, question);
  luna.creator.taps(luna.bot, relay.messageId, 'Draft');
  await underWay();
  await endsBecome(fan, toBeTold);
  const userId = fan.id as UserId;
  const before = await keptReceipts();
  await change((tx) => tx.db.deleteFrom('fan').where('user_id', '=', userId).execute());
  await givenUp();
  await until('the job is done', () =>
    luna.read(async (reader) => {
      const jobs = reader.db.selectFrom('job').select('state').where('kind', '=', 'drafts-make');
      return (await jobs.execute()).every(({ state }) => state === 'done');
    }),
  );
  expect(await keptReceipts()).toBe(before - 1);
});

test('a draft that was to come by itself begins anew where the fan writes more, and ends with none to come', async () => {
  const { luna, fanline } = stage;
  const fan = newFan('Cy');
  const now = systemClock.now();
  await change((tx) => setPreference(tx, 'autoDraft', true, 'creator', now));
  groq.always({ kind: 'hang' });
  await stage.writes(fan, question);
  await readNow(fanline.storage, luna);
  await quietNow();
  await underWay();
  await stage.writes(fan, 'And to Alaska?');
  await readNow(fanline.storage, luna);
  await quietNow();
  await endsBecome(fan, ['groq cancelled'], toBeTold);
  expect((await receiptsOf(fan)).map(({ messages }) => messages.length)).toEqual([1, 2]);
  const { id } = (await draftsOf(fan))[0] ?? { id: 0 as DraftId };
  await change((tx) => pauseDrafts(tx, id, true, { clock: systemClock } as Services));
  await givenUp();
  await endsBecome(fan, ['groq cancelled'], ['groq cancelled']);
  await until('the draft ends', async () => (await draftsOf(fan))[0]?.state === 'failed');
  await change((tx) => setPreference(tx, 'autoDraft', false, 'creator', now));
  expect(luna.creator.seesTexts(luna.bot).join('\n')).not.toContain('Draft for Cy');
  expect(await counted()).toEqual([]);
});

test('a receipt names each who was told, in order, and stays with what is there where nothing else is found', async () => {
  const { luna } = stage;
  const fan = newFan('Di');
  groq.next(errorAnswer(400), errorAnswer(400));
  xai.next(saysDrafts('Sure, I ship worldwide!'));
  const draft = await stage.drafted(fan, question);
  groq.always(errorAnswer(400));
  xai.always(errorAnswer(400));
  luna.creator.taps(luna.bot, draft.messageId, 'Another');
  const same = await stage.becomes(draft, 'Another try failed: the AI provider does not');
  expect(same.text).toContain('Sure, I ship worldwide!');
  luna.creator.taps(luna.bot, draft.messageId, 'ℹ️');
  const receipt = await stage.becomes(draft, 'What was sent to the AI');
  expect(receipt.text.split('\n').slice(1, 3)).toEqual([
    'Groq, model openai/gpt-oss-120b: no usable answer',
    'xAI, model grok-4.3',
  ]);
  luna.creator.taps(luna.bot, draft.messageId, 'Back');
  await stage.becomes(draft, 'Sure, I ship worldwide!');
  luna.creator.taps(luna.bot, draft.messageId, 'Send');
  await stage.gets(fan, 'Sure, I ship worldwide!');
  expect(await counted()).toMatchObject([{ outcome: 'sent', source: 'llm' }]);
  expect(await receiptsOf(fan)).toHaveLength(2);
});

test('where the fan wrote words of distress meanwhile, Another brings a word of care in place of the drafts', async () => {
  const { luna } = stage;
  const fan = newFan('Gil');
  groq.next(saysDrafts('Sure, I ship worldwide!'));
  const draft = await stage.drafted(fan, question);
  await stage.writes(fan, 'I want to kill myself');
  luna.creator.taps(luna.bot, draft.messageId, 'Another');
  const care = await stage.becomes(draft, 'findahelpline.com', ['Dismiss', 'ℹ️']);
  expect(care.text).not.toContain('worldwide');
  expect(await receiptsOf(fan)).toHaveLength(1);
});

/** A fan asks and is answered by hand; from then on that is a past answer. */
async function isExample(fan: SandboxUser, asked: string, answered: string): Promise<void> {
  const { luna, fanline } = stage;
  const relay = await stage.writes(fan, asked);
  luna.creator.sends(luna.bot, { text: answered, replyTo: relay.messageId });
  await stage.gets(fan, answered);
  await readNow(fanline.storage, luna);
}

/** What left the box for drafts of others with a fan's past answers in it, as exports say it. */
async function receiptsAsExample({ id }: SandboxUser) {
  const all = await stage.luna.read((reader) => exportedReceipts(reader, 0, 100));
  return all.filter(({ userId, purpose }) => userId === id && purpose === 'example');
}

test('who is an example in a draft for another fan has a receipt of it, and is heard while the model writes', async () => {
  const { luna, mars } = stage;
  const [hal, ida, joe] = [newFan('Hal'), newFan('Ida'), newFan('Joe')];
  await isExample(
    ida,
    'Is there a varnish on the linocuts?',
    'Only wax, post@example.com, I polish it',
  );
  await isExample(joe, 'Are the linocuts with a varnish?', 'No varnish but wax, one thin layer');
  const prompts = () => groq.requests.map(({ body }) => JSON.stringify(body['messages']));

  groq.next({ kind: 'hang' });
  const relay = await stage.writes(hal, 'Do the linocuts have a varnish?');
  luna.creator.taps(luna.bot, relay.messageId, 'Draft');
  await underWay();
  expect(prompts().at(-1)).toContain('I polish it');
  const [open] = await receiptsAsExample(ida);
  expect(open?.receipt.calls).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }]);
  groq.next(saysDrafts('Only wax!'));
  ida.sends(luna.bot, '/noai');
  const forHal = await stage.told('Draft for Hal');
  await stage.becomes(forHal, 'Only wax!');
  expect(prompts().at(-1)).toContain('one thin layer');
  expect(prompts().at(-1)).not.toContain('I polish it');
  await endsBecome(hal, ['groq cancelled'], ['groq ok']);
  luna.creator.taps(luna.bot, forHal.messageId, 'ℹ️');
  const shown = await stage.becomes(forHal, 'What was sent to the AI');
  expect(shown.text.split('\n').slice(1, 4)).toEqual([
    'Groq, model openai/gpt-oss-120b: given up',
    'Groq, model openai/gpt-oss-120b',
    expect.stringMatching(/^One message of this conversation, /u),
  ]);
  expect(shown.text).toMatch(/past replies \d+ \([2-9] of them with other fans\)/u);
  expect(shown.text).not.toMatch(/Ida|Joe|I polish it|one thin layer/u);
  expect(shown.text).toContain('2 calls');
  expect(await receiptsAsExample(ida)).toMatchObject([
    {
      purpose: 'example',
      receipt: {
        provider: 'groq',
        told: { faq: 0, examples: 1, facts: 0 },
        masked: { email: 1 },
        calls: [{ provider: 'groq', outcome: 'cancelled' }],
      },
    },
  ]);
  expect((await receiptsAsExample(ida))[0]?.receipt.messages).toHaveLength(2);
  expect((await receiptsAsExample(joe)).map(({ receipt }) => receipt.calls[0]?.outcome)).toEqual([
    'cancelled',
    'ok',
  ]);
  expect(await receiptsAsExample(hal)).toEqual([]);
  expect(await mars.read((reader) => exportedReceipts(reader, 0, 100))).toEqual([]);

  // What was changed or deleted is no example any more, and its receipts go with its fan.
  groq.next({ kind: 'hang' }, saysDrafts('Wax, and nothing else!'));
  const next = await stage.writes(newFan('Kim'), 'Which varnish do the linocuts have?');
  luna.creator.taps(luna.bot, next.messageId, 'Draft');
  await underWay();
  expect(prompts().at(-1)).toContain('one thin layer');
  const userId = joe.id as UserId;
  await change((tx) => tx.db.deleteFrom('fan').where('user_id', '=', userId).execute());
  await stage.becomes(await stage.told('Draft for Kim'), 'Wax, and nothing else!');
  expect(prompts().at(-1)).not.toMatch(/one thin layer|I polish it/u);
  expect(await receiptsAsExample(joe)).toEqual([]);
});

test('what a model wrote is not shown to anybody where the fan keeps out by then', async () => {
  const { luna } = stage;
  const fan = newFan('Lou');
  groq.next({ kind: 'hang' });
  const relay = await stage.writes(fan, 'Which paper do you like best?');
  luna.creator.taps(luna.bot, relay.messageId, 'Draft');
  await underWay();
  const [draft] = await draftsOf(fan);
  const messageId = (await receiptsOf(fan))[0]?.messages[0];
  if (!draft || !messageId) throw new Error('no draft');
  const services = { clock: systemClock, llm } as unknown as Services;
  const offer = { draftId: draft.id, round: 0, change: null };
  const made = {
    messageId,
    knownEditAt: 0,
    atHand: [],
    standing: null,
    ownOutcome: null,
    proposal: {
      source: 'llm',
      language: 'en',
      choices: [{ text: 'Written by a model', origin: 'llm', ref: null }],
      notice: null,
      receipt: null,
    },
  } as const;
  const now = systemClock.now();
  const { again, choices } = await change(async (tx) => {
    const userId = fan.id as UserId;
    const fans = tx.db.selectFrom('fan').select('id').where('user_id', '=', userId);
    const { id } = await fans.executeTakeFirstOrThrow();
    await optOut(tx, id, now);
    const offered = await offerDraft(tx, offer, made, services);
    await takeBackOptOut(tx, id, now);
    const shown = tx.db.selectFrom('draft_choice').select('text').where('draft_id', '=', draft.id);
    return { again: offered?.again, choices: await shown.execute() };
  });
  expect(again).toBeGreaterThanOrEqual(now);
  expect(choices).toEqual([]);
  luna.creator.sends(luna.bot, { text: 'My own words.', replyTo: relay.messageId });
  await givenUp();
});

test('a fan who keeps out, and consent that is withdrawn, end a call: its answer is thrown away, its receipt stays', async () => {
  const { luna } = stage;
  const [ed, flo] = [newFan('Ed'), newFan('Flo')];
  const asked = 'Do your posters come to Peru, too?';
  await stage.taught(asked, answer);
  const before = (await counted()).length;
  groq.next(saysDrafts('Yes, to Canada, too!'), { kind: 'hang' });
  const draft = await stage.drafted(ed, asked);
  luna.creator.taps(luna.bot, draft.messageId, 'Edit');
  const edit = await stage.told('Reply to this message');
  luna.creator.taps(luna.bot, draft.messageId, 'Warmer');
  await underWay();
  ed.sends(luna.bot, '/noai');
  await givenUp();
  expect((await stage.becomes(draft, 'from your past replies')).text).toContain(answer);
  await endsBecome(ed, ['groq ok'], ['groq cancelled']);
  luna.creator.sends(luna.bot, { text: 'Yes, to Peru, too!', replyTo: edit.messageId });
  await stage.gets(ed, 'Yes, to Peru, too!');

  groq.next({ kind: 'hang' });
  const relay = await stage.writes(flo, `${asked} Please!`);
  luna.creator.taps(luna.bot, relay.messageId, 'Draft');
  await underWay();
  await change((tx) => withdrawConsent(tx, systemClock.now()));
  await givenUp();
  const past = await stage.told('Draft for Flo');
  expect(past.text).toContain(answer);
  await endsBecome(flo, ['groq cancelled']);
  // By now what Ed got may be offered, too.
  const send = buttons(past).find((button) => button.startsWith('Send'));
  luna.creator.taps(luna.bot, past.messageId, send ?? '');
  await stage.becomes(past, 'Sent to Flo');
  // Each counts for who wrote what was sent.
  expect((await counted()).slice(before)).toMatchObject([
    { outcome: 'edited', source: 'llm' },
    { outcome: 'sent', source: 'local', distance: 0 },
  ]);
});
