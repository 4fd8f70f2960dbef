import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FanId, UserId } from '#src/core/ids.ts';
import { exchange } from '#test/support/answer-bed.ts';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';
import { buttons } from '#test/support/first-contact.ts';
import { readNow } from '#test/support/read-now.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';

const sure = 'Are you sure that Ana is 18 or older?';
const yes = 'Yes, 18 or older';

let stage: DraftStage;

beforeEach(async () => {
  stage = await openDraftStage();
  await stage.taught(question, answer);
});
afterEach(() => stage.close());

const tap = (message: MessageView, button: string) =>
  stage.luna.creator.taps(stage.luna.bot, message.messageId, button);

/** Ana's card, as it is now. */
async function card(): Promise<MessageView> {
  const { luna, fanline } = stage;
  const said = luna.creator.sends(luna.bot, '/fan Ana');
  return await fanline.sandbox.until('the card', () =>
    luna.creator.sees(luna.bot).find(({ replyTo }) => replyTo?.messageId === said),
  );
}

async function kept() {
  return await stage.luna.read((reader) =>
    reader.db
      .selectFrom('fan_care')
      .innerJoin('fan', 'fan.id', 'fan_care.fan_id')
      .select(['fan.first_name as name', 'cleared_by as by', 'cleared_actor as actor'])
      .execute(),
  );
}

/** Lets what this fan wrote be read, and has them and the creator talk about other things. */
async function talksOn(fan: SandboxUser): Promise<void> {
  const { luna, fanline } = stage;
  await readNow(fanline.storage, luna);
  await fanline.sandbox.until('the sign', async () => (await kept()).length === 1);
  await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
    const { id } = await tx.db
      .selectFrom('fan')
      .innerJoin('thread', 'thread.fan_id', 'fan.id')
      .select('thread.id')
      .where('fan.user_id', '=', fan.id as UserId)
      .executeTakeFirstOrThrow();
    for (let turn = 0; turn < 35; turn += 1) {
      await exchange(tx, id as number as FanId, `what a day ${turn}`, `oh yes ${turn}`);
    }
  });
}

/** Ana asks and the creator taps Draft, but gets no draft. */
async function refusedDraft(text: string): Promise<MessageView> {
  tap(await stage.writes(stage.ana, text), 'Draft');
  return await stage.told('Ana may be under 18');
}

test('an age is not forgotten, until a person says that the fan is an adult; a new one counts again', async () => {
  const { ana, luna } = stage;
  await stage.writes(ana, 'i am 14 and love your songs');
  await talksOn(ana);
  const notice = await refusedDraft(question);
  expect(buttons(notice)).toEqual(['Dismiss', 'Is an adult']);
  const warned = await card();
  expect(warned.text).toContain('⚠️ May be under 18');
  expect(buttons(warned)).toContain('Is an adult');

  tap(notice, 'Is an adult');
  const asked = await stage.becomes(notice, sure, [yes, 'Back']);
  expect(asked.text).toContain('i am 14 and love your songs');
  expect(await kept()).toEqual([{ name: 'Ana', by: null, actor: null }]);
  tap(notice, 'Back');
  await stage.becomes(notice, 'Ana may be under 18', ['Dismiss', 'Is an adult']);
  tap(notice, 'Is an adult');
  tap(await stage.becomes(notice, sure), yes);
  const noted = await stage.becomes(notice, 'Noted: Ana is an adult', ['Draft']);
  expect(await kept()).toEqual([{ name: 'Ana', by: luna.creator.id, actor: 'creator' }]);
  tap(noted, 'Draft');
  expect((await stage.told('Draft for Ana')).text).toContain(answer);
  const calm = await card();
  expect(calm.text).not.toContain('May be under 18');
  expect(buttons(calm)).not.toContain('Is an adult');

  await refusedDraft('sorry, i am 15 now');
  expect((await card()).text).toContain('⚠️ May be under 18');
});

test('on the card a person says so of the signs that they were shown, and nobody else does', async () => {
  const { ana, ben, luna, fanline } = stage;
  await stage.writes(ana, 'on her door my daughter wrote: i am 14, keep out');
  const notice = await refusedDraft(question);
  const shown = await card();
  tap(shown, 'Is an adult');
  await stage.becomes(shown, sure, [yes, 'Back']);
  tap(shown, 'Back');
  await stage.becomes(shown, 'First seen');

  tap(shown, 'Is an adult');
  await stage.becomes(shown, 'i am 14, keep out');
  const relay = await stage.writes(ana, 'by the way, i am 15');
  tap(shown, yes);
  await stage.becomes(shown, 'by the way, i am 15', [yes, 'Back']);
  // Ben was the first to write, and there is nothing to say of him. Of what is not written yet nobody speaks.
  const forges = (data: string, message = shown) =>
    luna.creator.sendsForgedCallback(luna.bot, message.messageId, data);
  await stage.tapSays(forges('dr:adult-of:1'), 'out of date');
  await stage.tapSays(forges('dr:adult-of:99:1'), 'out of date');
  await stage.tapSays(forges('dr:adult:99', relay), 'out of date');
  const future = forges('dr:adult-of:2:999999');
  await fanline.sandbox.until('an answer', () => luna.creator.answersTo(future));
  const seen = ben.sees(luna.bot).at(-1)?.messageId ?? 0;
  const byFan = ben.sendsForgedCallback(luna.bot, seen, 'dr:adult-of:2:5');
  await fanline.sandbox.until('an answer', () => ben.answersTo(byFan));
  expect((await kept()).every(({ by }) => by === null)).toBe(true);

  tap(await stage.becomes(shown, sure, [yes, 'Back']), yes);
  await stage.becomes(shown, 'Noted: Ana is an adult', ['Draft', 'Back']);
  await stage.becomes(notice, 'Ana may be under 18', []);
  expect(await kept()).toEqual([{ name: 'Ana', by: luna.creator.id, actor: 'creator' }]);
  tap(shown, 'Back');
  const calm = await stage.becomes(shown, 'First seen');
  expect(calm.text).not.toContain('May be under 18');
});

test('a draft from before a sign is not sent unseen, and none takes its place', async () => {
  const draft = await stage.drafted(stage.ana, question);
  await stage.writes(stage.ana, 'btw i am 14 years old');
  tap(draft, 'Send');
  const warning = await stage.becomes(draft, 'Ana has written again:');
  expect(warning.text).toContain('btw i am 14 years old');
  expect(stage.copies(stage.ana, answer)).toBe(0);
  tap(draft, 'New draft');
  await stage.told('Ana may be under 18');
  expect(stage.copies(stage.ana, answer)).toBe(0);
});

test('a sign that is changed away was said all the same', async () => {
  const { ana, luna } = stage;
  await stage.writes(ana, 'i am 14 btw');
  const sent = ana.sees(luna.bot).findLast(({ text }) => text === 'i am 14 btw')?.messageId ?? 0;
  ana.edits(luna.bot, sent, 'never mind');
  await stage.told('never mind');
  const notice = await refusedDraft(question);
  tap(notice, 'Is an adult');
  // What is no longer there to be read is not shown as if it said so.
  const asked = await stage.becomes(notice, sure);
  expect(asked.text).not.toContain('never mind');
});

test('the card that is pinned in a topic follows a sign, and who says that it is none', async () => {
  const { ana, luna, fanline } = stage;
  const group = await stage.movedToForum();
  ana.sends(luna.bot, 'hello');
  const pinned = await stage.told('First seen', group);
  expect(pinned.text).not.toContain('May be under 18');
  ana.sends(luna.bot, 'i am 14 years old');
  await readNow(fanline.storage, luna);
  await stage.becomes(pinned, '⚠️ May be under 18', undefined, group);
  luna.creator.taps(group, pinned.messageId, 'Is an adult');
  await stage.becomes(pinned, sure, [yes, 'Back'], group);
  luna.creator.taps(group, pinned.messageId, yes);
  await stage.becomes(pinned, 'Noted: Ana is an adult', undefined, group);
  const calm = await stage.becomes(pinned, 'First seen', undefined, group);
  expect(calm.text).not.toContain('May be under 18');
});
