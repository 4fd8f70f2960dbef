import type { UserId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';

/** Who does this at the desk; undefined for everybody else. */
export function staffOf(
  ctx: FanlineContext,
): { author: UserId; actor: 'creator' | 'member' } | undefined {
  const { sender } = ctx;
  if (sender.role !== 'creator' && sender.role !== 'member') return undefined;
  return { author: sender.userId, actor: sender.role };
}
