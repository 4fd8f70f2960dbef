import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerHandlers } from './answers.ts';
import { tapHandlers } from './taps.ts';

/** A creator's own key for a language model: its buttons, what is typed for it, and keys that were typed elsewhere. */
export const handlers = new Composer<FanlineContext>();

handlers.use(answerHandlers, tapHandlers);
