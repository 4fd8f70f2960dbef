import type { Feature } from '#src/telegram/feature.ts';
import { handlers } from './telegram/handlers.ts';

export type { PlanView } from './rules/plan-text.ts';
export { isNear, isUsedUp, type Used, type UsageStanding } from './rules/standing.ts';
export { dollars } from './rules/usage-texts.ts';
export type { Spent } from './rules/spent-of.ts';
export {
  type Ask,
  askMetered,
  charsOf,
  metered,
  type ReceiptKeeper,
} from './services/ask-metered.ts';
export { planView } from './services/plan-view.ts';
export { tellUsage } from './services/tell-usage.ts';
export { usageOf } from './services/usage-of.ts';

/** What the creator's plan allows and what was used of it: `/plan`. */
export const usageFeature: Feature = { name: 'usage', forDesk: true, handlers };
