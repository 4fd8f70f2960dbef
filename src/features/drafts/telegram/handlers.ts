import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerHandlers } from './answers.ts';
import { tapHandlers } from './taps.ts';

/** The buttons of drafts, and changed texts that answer their Edit. */
export const handlers = new Composer<FanlineContext>();

handlers.use(answerHandlers, tapHandlers);
