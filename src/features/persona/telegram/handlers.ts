import { Composer } from 'grammy';
import { isAtDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { cardView } from '../services/card-view.ts';
import { answerHandlers } from './answers.ts';
import { tapHandlers } from './taps.ts';

/** How drafts should sound: `/persona`, answers to its questions, and its buttons. */
export const handlers = new Composer<FanlineContext>();

handlers.filter(isAtDesk).command('persona', async (ctx) => {
  await present(ctx, await cardView(ctx.tx, ctx.t));
});

handlers.use(answerHandlers, tapHandlers);
