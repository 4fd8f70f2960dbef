import type { AppFeature } from '#src/features/feature.ts';
import { createLearnKind } from './jobs.ts';

/** Learns how the creator sounds from their replies, counted and by a model; the persona shows it line by line. */
export const learningFeature: AppFeature = { name: 'learning', jobKinds: [createLearnKind()] };
