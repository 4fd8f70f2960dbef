import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerHandlers } from './answers.ts';
import { tapHandlers } from './taps.ts';

/** What fans said about themselves: its buttons, and changed texts. */
export const handlers = new Composer<FanlineContext>();

handlers.use(answerHandlers, tapHandlers);
