import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';

let stage: DraftStage;

beforeEach(async () => {
  stage = await openDraftStage();
});

afterEach(async () => {
  await stage.close();
});

const tap = (message: MessageView, button: string) =>
  stage.luna.creator.taps(stage.luna.bot, message.messageId, button);

/** Taps the button of drafts below /insights: where the picture comes, and the tap. */
async function asks(): Promise<{ messageId: number; query: string }> {
  const { creator, bot } = stage.luna;
  creator.sends(bot, '/insights');
  const first = await stage.fanline.sandbox.until('insights', () =>
    creator
      .sees(bot)
      .findLast(({ buttons }) => buttons.flat().some(({ text }) => text === '• 💬 Messages')),
  );
  return { messageId: first.messageId, query: tap(first, '✍️ Drafts') };
}

/** A fan of this name asks, and the creator has a draft. */
async function draftFor(firstName: string): Promise<{ fan: SandboxUser; draft: MessageView }> {
  const fan = stage.fanline.sandbox.createUser({ firstName });
  return { fan, draft: await stage.drafted(fan, question) };
}

/** What is kept of each draft, oldest first. */
const kept = () =>
  stage.luna.read(async (reader) =>
    reader.db
      .selectFrom('draft')
      .leftJoin('draft_sent', 'draft_sent.draft_id', 'draft.id')
      .leftJoin('message', 'message.id', 'draft.final_message_id')
      .select(['draft.state', 'draft_sent.place', 'draft_sent.kept', 'message.text as final'])
      .orderBy('draft.id')
      .execute(),
  );

describe('what drafts are worth', () => {
  test('is a picture of what became of them, with an estimate of the time they saved', async () => {
    await stage.taught(question, answer);
    const asItWas = await draftFor('Dora');
    tap(asItWas.draft, 'Send');
    await stage.gets(asItWas.fan, answer);
    const changed = await draftFor('Emil');
    tap(changed.draft, 'Edit');
    const asked = await stage.told('Reply to this message with the changed text');
    const text = `${answer} Love, L.`;
    stage.luna.creator.sends(stage.luna.bot, { text, replyTo: asked.messageId });
    await stage.gets(changed.fan, text);
    const dismissed = await draftFor('Fay');
    tap(dismissed.draft, 'Dismiss');
    await stage.becomes(dismissed.draft, 'Draft dismissed.');
    const byHand = await draftFor('Gus');
    const own = { text: 'I write myself', replyTo: byHand.draft.messageId };
    stage.luna.creator.sends(stage.luna.bot, own);
    await stage.gets(byHand.fan, 'I write myself');
    await draftFor('Hal, who waits');

    const length = Array.from(answer).length;
    const last = async () => (await kept()).at(-1)?.state === 'shown';
    await stage.fanline.sandbox.until('the last is shown', last);
    expect(await kept()).toEqual([
      { state: 'sent', place: 0, kept: length, final: answer },
      { state: 'edited', place: 0, kept: length, final: text },
      { state: 'dismissed', place: null, kept: null, final: null },
      { state: 'stale', place: null, kept: null, final: 'I write myself' },
      { state: 'shown', place: null, kept: null, final: null },
    ]);
    const { messageId } = await asks();
    const { creator, bot } = stage.luna;
    const picture = await stage.fanline.sandbox.until('the picture', () =>
      creator.sees(bot).find((one) => one.messageId === messageId && one.text.startsWith('Of 4')),
    );
    expect(picture.text).toMatch(/^Of 4 drafts you sent 2, 1 of them as they were\./u);
    expect(picture).toMatchObject({ kind: 'photo', media: { width: 1080, height: 1080 } });
    expect(picture.text).toContain(
      'When you change one, it is mostly a small part (13% of the text)',
    );
    expect(picture.text).toMatch(/estimate/u);
  });

  test('is a sentence as long as none was used: neither one without a choice nor one that waits counts', async () => {
    const relay = await stage.writes(stage.ana, 'what is your favourite colour?');
    tap(relay, 'Draft');
    const none = await stage.told('Nothing in your past or saved replies');
    tap(none, 'Dismiss');
    await stage.becomes(none, 'Draft dismissed.');
    await stage.taught(question, answer);
    const { draft } = await draftFor('Ida');
    // One that gives way to a newer one did not end: the newer one will.
    await stage.writes(stage.ana, 'and green?');
    stage.ahead += 61_000;
    tap(await stage.told(`Ida\n${question}`), 'Draft');
    await stage.becomes(draft, 'Draft for Ida', []);
    await stage.tapSays((await asks()).query, 'You used no drafts in the last 30 days. Tap Draft');
  });
});
