import { type CareKind, careOf } from './care-of.ts';
import type { DraftNotice } from '../draft.ts';
import type { Risk } from './draft-schema.ts';

/** What comes first where there are several. */
const order: readonly CareKind[] = ['distress', 'possible-minor', 'spending'];

/** Whether what is said with a draft asks for care. */
export function isCare(notice: DraftNotice | null): notice is CareKind {
  return order.some((kind) => kind === notice);
}

/** Whether one asks for care more urgently than the other; anything does more than what asks for none. */
export function isGraver(kind: CareKind, than: DraftNotice | null): boolean {
  return !isCare(than) || order.indexOf(kind) < order.indexOf(than);
}

/**
 * What asks for care before anything is drafted: distress in what is to be answered, a possible minor and runaway spending
 * in anything that the fan wrote lately.
 */
export function careFor({
  texts,
  lately,
}: {
  readonly texts: readonly string[];
  readonly lately: readonly string[];
}): CareKind | null {
  const now = new Set(careOf(texts).map(({ kind }) => kind));
  const before = new Set(careOf(lately).map(({ kind }) => kind));
  before.delete('distress');
  return order.find((kind) => now.has(kind) || before.has(kind)) ?? null;
}

/** The same of what a model saw; null where it saw nothing of the kind. */
export function careOfRisk(risk: readonly Risk[]): CareKind | null {
  if (risk.includes('distress')) return 'distress';
  if (risk.includes('minor')) return 'possible-minor';
  return risk.includes('spending') ? 'spending' : null;
}
