import { answerTap } from '#src/telegram/say.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { QuestionId } from '#src/features/settings/rules.ts';
import { type Card, present } from '#src/telegram/present.ts';
import { questions } from '#src/features/settings/telegram/questions/all-questions.ts';
import type { Taken } from '#src/features/settings/telegram/questions/question.ts';
import type { Answer } from '#src/features/settings/telegram/read-answer.ts';

/** Gives an answer to its question, and says so at once when it did not count. `framed` adds the buttons around it. */
export async function takeAnswer(
  ctx: FanlineContext,
  question: QuestionId,
  answer: Answer,
  framed: (card: Card) => Card,
): Promise<Taken> {
  const taken = await questions[question].take(ctx, answer);
  if (taken.outcome === 'again') await present(ctx, framed(taken.card));
  if (taken.outcome === 'stale') await answerTap(ctx, ctx.t('button-out-of-date'));
  return taken;
}
