import type { Feature } from '#src/telegram/feature.ts';
import { handlers } from '#src/features/members/telegram/handlers.ts';

export { memberNames } from '#src/features/members/queries.ts';
export {
  claim,
  createClaimLink,
  ownerOf,
  setOwner,
} from '#src/features/members/service.ts';
export { type Author, authorOf } from '#src/features/members/telegram/author-of.ts';

/** Who works here. Must be the first feature: the others rely on `ctx.sender` and `ctx.t`. */
export const membersFeature: Feature = { name: 'members', handlers };
