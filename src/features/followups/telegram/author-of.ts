import type { UserId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';

/** Who does this at the desk; undefined for everybody else. */
export function authorOf({
  sender,
}: FanlineContext): { actor: 'creator' | 'member'; author: UserId } | undefined {
  if (sender.role !== 'creator' && sender.role !== 'member') return undefined;
  return { actor: sender.role, author: sender.userId };
}
