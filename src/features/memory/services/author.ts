import type { UserId } from '#src/core/ids.ts';

/** Who remembers something. */
export interface Author {
  readonly userId: UserId;
  readonly actor: 'creator' | 'member';
}
