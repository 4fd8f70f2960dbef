import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { deskCommands } from './desk-commands.ts';
import { groupHandlers } from './groups.ts';
import { messageHandlers } from './messages.ts';
import { tapHandlers } from './taps.ts';

/** Messages between fans and the desk, and the desk itself. After the other features: it takes what they left. */
export const threadsHandlers = new Composer<FanlineContext>();

threadsHandlers.use(groupHandlers, deskCommands, messageHandlers, tapHandlers);
