import type { Services } from '#src/core/services.ts';

/** The services as they were at a time (epoch ms): what is written through them was written then. */
export function atTime(services: Services, at: number): Services {
  return { ...services, clock: { ...services.clock, now: () => at } };
}
