import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { activeDesk } from '../queries/desk-rows.ts';

/** Whether the creator or a member does something where the creator works: in the private chat or in the desk's group. */
export async function isAtDesk(ctx: FanlineContext): Promise<boolean> {
  const { role } = ctx.sender;
  if (role !== 'creator' && role !== 'member') return false;
  return ctx.chat?.type === 'private' || (await activeDesk(ctx.tx))?.chatId === ctx.chatId;
}
