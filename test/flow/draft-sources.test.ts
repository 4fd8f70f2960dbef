import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { addQuestion, writeEntry } from '#src/features/persona/index.ts';
import { buttons } from '#test/support/first-contact.ts';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';

let stage: DraftStage;

beforeEach(async () => {
  stage = await openDraftStage();
});

afterEach(async () => {
  await stage.close();
});

/** The creator writes an FAQ entry down. */
async function faq(asked: string, answered: string): Promise<void> {
  const { fanline, luna } = stage;
  const by = { author: luna.creator.id as UserId, actor: 'creator' } as const;
  const services = { clock: systemClock } as unknown as Services;
  await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
    const added = await addQuestion(tx, asked, by, services);
    if (!added.ok) throw new Error(added.reason);
    await writeEntry(tx, { id: added.id, half: 'answer', typed: answered }, by, services);
  });
}

describe('a draft without a model', () => {
  test('is what the FAQ answers to this very question, and is sent once', async () => {
    const spring = 'In spring, in eight cities. You hear of the dates here first.';
    await faq('When is the next concert?', spring);
    const draft = await stage.drafted(stage.ana, 'Will there be a concert in Lisbon? When?');
    expect(draft.text).toBe(`Draft for Ana\n\nfrom your FAQ\n${spring}`);
    expect(buttons(draft).slice(0, 2)).toEqual(['Send', 'Edit']);
    stage.luna.creator.taps(stage.luna.bot, draft.messageId, 'Send');
    await stage.gets(stage.ana, spring);
    expect(stage.copies(stage.ana, spring)).toBe(1);
    expect(await stage.drafts()).toMatchObject([{ state: 'sent', source: 'local' }]);
  });

  test('has the fan’s name where the FAQ has a place for it', async () => {
    await faq('When is the next concert?', 'In spring, {first_name}!');
    const draft = await stage.drafted(stage.ana, 'When is the concert?');
    expect(draft.text).toContain('In spring, Ana!');
  });

  test('comes with past answers beside the FAQ, which goes first', async () => {
    await faq('Do you ship posters?', 'Posters ship everywhere.');
    await stage.taught(question, answer);
    const draft = await stage.drafted(stage.ana, question);
    expect(draft.text).toBe(
      `Draft for Ana\n\n1 · from your FAQ\nPosters ship everywhere.\n\n2 · from your past replies\n${answer}`,
    );
  });

  test('does not take what is said for a question that the FAQ knows', async () => {
    await faq('When is the next concert?', 'In spring.');
    const relay = await stage.writes(stage.ana, 'That concert was wonderful!');
    stage.luna.creator.taps(stage.luna.bot, relay.messageId, 'Draft');
    await stage.told('comes close to what Ana wrote');
  });

  test('looks for the newest message first, whatever else still waits for an answer', async () => {
    await stage.taught(question, answer);
    await stage.writes(stage.ana, 'Which lens did you use for the close shots? All so soft.');
    await stage.writes(stage.ana, 'My train was late again, and the rain, oh well.');
    const draft = await stage.drafted(stage.ana, question);
    expect(draft.text).toContain(answer);
  });

  test('looks for all that waits where the newest message says nothing by itself', async () => {
    await stage.taught(question, answer);
    await stage.writes(stage.ana, question);
    const draft = await stage.drafted(stage.ana, 'please!');
    expect(draft.text).toContain(answer);
  });
});
