import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { Author } from '../services/change-facts.ts';

/** Who does this at the desk; undefined for everybody else. */
export function authorOf({ sender }: FanlineContext): Author | undefined {
  if (sender.role !== 'creator' && sender.role !== 'member') return undefined;
  return { userId: sender.userId, actor: sender.role };
}
