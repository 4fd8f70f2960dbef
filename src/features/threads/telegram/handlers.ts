import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { ThreadsParts } from '../ports.ts';
import { deskCommands } from './desk-commands.ts';
import { groupHandlers } from './groups.ts';
import { messageHandlers } from './messages.ts';
import { tapHandlers } from './taps.ts';

/** Messages between fans and the desk, and the desk itself. After the other features: it takes what they left. */
export function threadsHandlers({
  cards,
  readers,
  commands,
}: ThreadsParts): Composer<FanlineContext> {
  const handlers = new Composer<FanlineContext>();
  handlers.use(groupHandlers, deskCommands, messageHandlers(readers, commands), tapHandlers(cards));
  return handlers;
}
