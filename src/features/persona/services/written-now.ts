import type { Services } from '#src/core/services.ts';
import type { Author } from '#src/features/members/index.ts';
import type { Written } from '../queries/line-rows.ts';

/** Who writes, and that it is now. */
export function writtenNow(by: Author, services: Services): Written {
  return { ...by, now: services.clock.now() };
}
