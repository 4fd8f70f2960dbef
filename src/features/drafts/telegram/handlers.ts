import { Composer } from 'grammy';
import type { CardSource } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerHandlers } from './answers.ts';
import { tapHandlers } from './taps.ts';

/** The buttons of drafts, and changed texts that answer their Edit. */
export function draftsHandlers(cards: CardSource): Composer<FanlineContext> {
  return new Composer<FanlineContext>().use(answerHandlers, tapHandlers(cards));
}
