import type {
  MessageView,
  Sandbox,
  SandboxBot,
  SandboxUser,
} from '#test/support/sandbox/sandbox.ts';

/** How long the program may take to answer the creator, while it is still starting. */
const patienceMs = 30_000;

/** The creator opens the claim link and answers setup: a greeting, and what else is asked is skipped. */
export async function claimAndSetUp(
  sandbox: Sandbox,
  creator: SandboxUser,
  bot: SandboxBot,
  options: { claimUrl: string; greeting: string },
): Promise<void> {
  const payload = new URL(options.claimUrl).searchParams.get('start') ?? '';
  const newest = () => creator.sees(bot).findLast((seen) => seen.from.isBot);
  const next = async (before: MessageView | undefined) =>
    await sandbox.until(
      'the bot’s next question',
      () => {
        const message = newest();
        const same = message?.messageId === before?.messageId && message?.text === before?.text;
        return same ? undefined : message;
      },
      patienceMs,
    );

  creator.start(bot, payload);
  let question = await next(undefined);
  creator.sends(bot, options.greeting);
  for (;;) {
    question = await next(question);
    const skip = question.buttons.flat().find((button) => button.text === 'Skip')?.data;
    if (!skip) return;
    creator.taps(bot, question.messageId, skip);
  }
}
