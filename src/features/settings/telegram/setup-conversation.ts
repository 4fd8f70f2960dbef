import type { Context } from 'grammy';
import { configuredProviders } from '#src/features/consent/index.ts';
import { answerTap, say } from '#src/telegram/say.ts';
import { type QuestionId, setupSteps, tapData } from '#src/features/settings/rules.ts';
import { finishSetup } from '#src/features/settings/service.ts';
import type {
  DeskContext,
  DeskConversation,
} from '#src/features/settings/telegram/desk-context.ts';
import { type Card, present } from '#src/telegram/present.ts';
import { joinRich } from '#src/telegram/rich-text.ts';
import { questions } from '#src/features/settings/telegram/questions/all-questions.ts';
import { deskPhrase } from '#src/features/settings/telegram/questions/desk.ts';
import { navigation, readAnswer } from '#src/features/settings/telegram/read-answer.ts';
import { takeAnswer } from '#src/features/settings/telegram/take-answer.ts';

/** Its name in the stored state. */
export const setupName = 'setup';

/**
 * The first minutes of a creator: greeting, language, time zone, desk, AI drafts. Each answer is stored when it is given; Skip
 * keeps what is there, Back asks the one before, /cancel leaves. What is not for setup passes on.
 *
 * Replayed at every update: nothing but `external` may touch the world, and after an answer that did not count the
 * replay goes back to before it, so that the stored state grows with the questions and not with the mistakes.
 */
export async function setup(conversation: DeskConversation, _first: Context): Promise<void> {
  // Providers may come and go while it runs; its steps stay those it began with.
  const steps = await conversation.external(async (ctx) => {
    const all = setupSteps(await configuredProviders(ctx.tx, ctx.services));
    await ask(ctx, { all, at: 0 }, ctx.t('setup-welcome'));
    return all;
  });
  let at = 0;
  while (at < steps.length) {
    const step = { all: steps, at };
    const question = idOf(step);
    const before = conversation.checkpoint();
    const reading = readAnswer(await conversation.wait(), question);
    switch (reading.kind) {
      case 'pass':
        await conversation.skip({ next: true });
        break;
      case 'cancel':
        await conversation.external((ctx) => say(ctx, ctx.t('setup-cancelled')));
        await conversation.halt();
        break;
      case 'start':
        await conversation.external((ctx) => ask(ctx, step, ctx.t('setup-goes-on')));
        await conversation.rewind(before);
        break;
      case 'menu':
        await conversation.external((ctx) => answerTap(ctx, ctx.t('setup-first')));
        await conversation.rewind(before);
        break;
      case 'stale':
        await conversation.external((ctx) => answerTap(ctx, ctx.t('button-out-of-date')));
        await conversation.rewind(before);
        break;
      case 'back':
      case 'skip': {
        const to = reading.kind === 'skip' ? at + 1 : Math.max(0, at - 1);
        await conversation.external((ctx) => ask(ctx, { all: steps, at: to }));
        at = to;
        break;
      }
      case 'answer': {
        const { answer } = reading;
        const moved = await conversation.external(async (ctx) => {
          const taken = await takeAnswer(ctx, question, answer, (card) => inSetup(ctx, card, step));
          if (taken.outcome === 'done') {
            await ask(ctx, { all: steps, at: step.at + 1 }, taken.note);
          }
          return taken.outcome === 'done';
        });
        if (!moved) await conversation.rewind(before);
        at += 1;
        break;
      }
    }
  }
}

/** Where setup is: one of its steps. */
interface Step {
  readonly all: readonly QuestionId[];
  readonly at: number;
}

function idOf({ all, at }: Step): QuestionId {
  return all[at] ?? 'greeting';
}

/** Asks the question of this step; after the last one, setup is finished. */
async function ask(ctx: DeskContext, step: Step, note?: string): Promise<void> {
  if (step.at >= step.all.length) return finish(ctx, note);
  const card = await questions[idOf(step)].show(ctx);
  const heading = ctx.t('setup-step', { step: step.at + 1, steps: step.all.length });
  await present(
    ctx,
    inSetup(ctx, { ...card, text: joinRich(`${heading}\n`, card.text) }, step),
    note,
  );
}

async function finish(ctx: DeskContext, note?: string): Promise<void> {
  await finishSetup(ctx.tx, ctx.services.clock.now());
  const text = ctx.t('setup-done', { desk: await deskPhrase(ctx) });
  await present(ctx, { text, rows: [] }, note);
}

/** The card with Back and Skip below. */
function inSetup(ctx: DeskContext, card: Card, step: Step): Card {
  const id = idOf(step);
  const back = { text: ctx.t('button-back'), callback_data: tapData(id, navigation.back) };
  const skip = { text: ctx.t('button-skip'), callback_data: tapData(id, navigation.skip) };
  return { ...card, rows: [...card.rows, step.at > 0 ? [back, skip] : [skip]] };
}
