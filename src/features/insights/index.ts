import type { AppFeature } from '#src/features/feature.ts';
import { drawKind } from './jobs.ts';
import { pictureKind } from './outbox/picture-kind.ts';
import { handlers } from './telegram/handlers.ts';

/** What is going on with the fans, in pictures: `/insights`. */
export const insightsFeature: AppFeature = {
  name: 'insights',
  forDesk: true,
  handlers,
  outboxKinds: [pictureKind],
  jobKinds: [drawKind],
};
