import type { UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Written } from '../queries/line-rows.ts';

/** Who changes the persona. */
export interface Author {
  readonly author: UserId;
  readonly actor: 'creator' | 'member';
}

/** Who writes, and that it is now. */
export function writtenNow(by: Author, services: Services): Written {
  return { actor: by.actor, author: by.author, now: services.clock.now() };
}
