import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { inlineHandlers } from './inline.ts';
import { managingHandlers } from './managing.ts';
import { tapHandlers } from './taps.ts';

/** Saved replies: `/replies`, `/save`, answers to their questions, and their buttons. */
export const handlers = new Composer<FanlineContext>();

handlers.use(inlineHandlers, managingHandlers, tapHandlers);
