import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answer, type DraftStage, openDraftStage, question } from '#test/support/draft-stage.ts';
import { buttons } from '#test/support/first-contact.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';

let stage: DraftStage;

beforeEach(async () => {
  stage = await openDraftStage();
  await stage.taught(question, answer);
});

afterEach(async () => {
  await stage.close();
});

const tap = (message: MessageView, button: string) =>
  stage.luna.creator.taps(stage.luna.bot, message.messageId, button);

/** Ana asks and a draft for it is there; then she changes her words. */
async function changed(text: string): Promise<{ draft: MessageView; sent: number }> {
  const { ana, luna } = stage;
  const draft = await stage.drafted(ana, question);
  const sent = ana.sees(luna.bot).findLast((message) => message.text === question)?.messageId ?? 0;
  await edits(sent, text);
  return { draft, sent };
}

async function edits(sent: number, text: string): Promise<void> {
  // Telegram tells times in whole seconds.
  stage.ahead += 1_000;
  stage.ana.edits(stage.luna.bot, sent, text);
  await stage.fanline.sandbox.until('the change', () =>
    stage.luna.creator.seesTexts(stage.luna.bot).some((seen) => seen.includes(text)),
  );
}

describe('a draft for a message that its fan has changed', () => {
  test('says so and shows the new words before it is sent with a second tap', async () => {
    const { draft, sent } = await changed('Do you ship to Peru?');
    tap(draft, 'Send');
    const warning = await stage.becomes(draft, 'Ana has changed what they wrote:');
    expect(warning.text).toContain('Do you ship to Peru?');
    expect(warning.text).toContain(answer);
    expect(buttons(warning)).toEqual(['Send anyway', 'New draft', 'Back']);
    expect(stage.copies(stage.ana, answer)).toBe(0);

    await edits(sent, 'No, to Chile!');
    tap(draft, 'Send anyway');
    await stage.becomes(draft, 'No, to Chile!');
    expect(stage.copies(stage.ana, answer)).toBe(0);
    tap(draft, 'Back');
    await stage.becomes(draft, 'Draft for Ana', ['Send', 'Edit', 'Another', 'Dismiss', 'ℹ️']);
    tap(draft, 'Send');
    await stage.gets(stage.ana, answer);
  });

  test('tells it with the question how to change the draft, and waits for what came after that', async () => {
    const { draft, sent } = await changed('Do you ship to Peru?');
    tap(draft, 'Edit');
    const asked = await stage.told('Reply to this message with the changed text');
    expect(asked.text).toContain('Ana has changed what they wrote:\nDo you ship to Peru?');
    await edits(sent, 'No, to Chile!');
    stage.luna.creator.sends(stage.luna.bot, { text: 'To Peru, yes', replyTo: asked.messageId });
    const warning = await stage.told('Ana has changed what they wrote:\nNo, to Chile!');
    expect(stage.copies(stage.ana, 'To Peru, yes')).toBe(0);
    tap(warning, 'Send anyway');
    await stage.gets(stage.ana, 'To Peru, yes');
  });

  test('comes anew when it is asked for, and knows the change', async () => {
    const { draft } = await changed('Do you ship your posters to Canada, too?');
    const relay = await stage.told('Ana\nDo you ship');
    tap(relay, 'Draft');
    await stage.becomes(draft, 'Draft for Ana', []);
    const newer = await stage.fanline.sandbox.until('a newer draft', () =>
      stage.luna.creator
        .sees(stage.luna.bot)
        .findLast(
          ({ messageId, text }) => messageId > draft.messageId && text.startsWith('Draft for Ana'),
        ),
    );
    tap(newer, 'Send');
    await stage.gets(stage.ana, answer);
  });
});
