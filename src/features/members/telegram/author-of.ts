import type { UserId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';

/** Who at the desk writes or changes something. */
export interface Author {
  readonly author: UserId;
  readonly actor: 'creator' | 'member';
}

/** Who does this at the desk; undefined for everybody else. */
export function authorOf({ sender }: Pick<FanlineContext, 'sender'>): Author | undefined {
  if (sender.role !== 'creator' && sender.role !== 'member') return undefined;
  return { author: sender.userId, actor: sender.role };
}
