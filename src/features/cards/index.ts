import type { Feature } from '#src/telegram/feature.ts';
import { handlers } from './telegram/handlers.ts';

export { cardOf } from './card-of.ts';

/** What is known of a fan at a glance: `/fan`, and what the Card button and a fan's topic show. */
export const cardsFeature: Feature = { name: 'cards', forDesk: true, handlers };
