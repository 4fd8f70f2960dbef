import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { answerHandlers } from './answers.ts';
import { commandHandlers } from './commands.ts';
import { tapHandlers } from './taps.ts';

/** Segments: the command, answers to questions, buttons. */
export const handlers = new Composer<FanlineContext>();

handlers.use(commandHandlers, answerHandlers, tapHandlers);
