import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { exportHandlers } from './exporting.ts';
import { importHandlers } from './importing.ts';
import { tapHandlers } from './taps.ts';

/** Bringing in and taking along: `/import`, `/export`, and what follows. */
export const handlers = new Composer<FanlineContext>();

handlers.use(importHandlers, exportHandlers, tapHandlers);
