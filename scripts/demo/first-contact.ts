import type { Sandbox, SandboxBot, SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/sandbox.ts';

/** How long the program may take to answer the creator, while it is still starting. */
const patienceMs = 30_000;

/** The creator opens the claim link and answers setup: a greeting, and what else is asked is skipped. */
export async function claimAndSetUp(
  sandbox: Sandbox,
  creator: SandboxUser,
  bot: SandboxBot,
  options: { claimUrl: string; greeting: string },
): Promise<void> {
  // An earlier question that was answered by a text keeps its buttons.
  const open = (from: number) =>
    creator
      .sees(bot)
      .findLast((message) => message.messageId >= from && skipOf(message) !== undefined);
  const questionAfter = async (before: MessageView | undefined) =>
    await sandbox.until(
      'the bot’s next question',
      () => {
        const question = open(before?.messageId ?? 0);
        if (!question) return before ? ('none' as const) : undefined;
        return question.text === before?.text ? undefined : question;
      },
      patienceMs,
    );

  creator.start(bot, new URL(options.claimUrl).searchParams.get('start') ?? '');
  let question = await questionAfter(undefined);
  creator.sends(bot, options.greeting);
  if (question !== 'none') question = await questionAfter(question);
  while (question !== 'none') {
    creator.taps(bot, question.messageId, skipOf(question) ?? '');
    question = await questionAfter(question);
  }
}

/** The callback data of a question's Skip button. */
function skipOf(message: MessageView): string | undefined {
  return message.buttons.flat().find((button) => button.text === 'Skip')?.data;
}
