import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { DraftsParts } from '../ports.ts';
import { answerHandlers } from './answers.ts';
import { tapHandlers } from './taps.ts';

/** The buttons of drafts, and changed texts that answer their Edit. */
export function draftsHandlers(parts: DraftsParts): Composer<FanlineContext> {
  return new Composer<FanlineContext>().use(answerHandlers, tapHandlers(parts));
}
