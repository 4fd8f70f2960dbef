import type { ModelProposal } from './read-proposal.ts';

/**
 * Why a model leaves its drafts to a person, of what does not ask for care: they need something that it was not told, the
 * fan's words try to steer it, or it does not say.
 */
export type Doubt = 'unknown-fact' | 'instruction' | 'unsaid';

/** What a model is unsure of; null: of nothing. A reason that it names counts by itself, and steering words before all. */
export function doubtOf({
  needsHuman,
  risk,
}: Pick<ModelProposal, 'needsHuman' | 'risk'>): Doubt | null {
  if (risk.includes('instruction')) return 'instruction';
  if (risk.includes('unknown-fact')) return 'unknown-fact';
  return needsHuman ? 'unsaid' : null;
}
