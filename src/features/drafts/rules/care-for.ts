import type { MessageId } from '#src/core/ids.ts';
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
 * whenever they are at hand (`careAtHand`).
 */
export function careFor({
  texts,
  atHand,
}: {
  readonly texts: readonly string[];
  readonly atHand: readonly CareKind[];
}): CareKind | null {
  const inDistress = careOf(texts).some(({ kind }) => kind === 'distress');
  return order.find((kind) => (kind === 'distress' ? inDistress : atHand.includes(kind))) ?? null;
}

/**
 * What counts of the risks that a model saw: where a person has said of all that is answered that the fan is an adult, they have
 * seen more than the model.
 */
export function countedRisk(
  risk: readonly Risk[],
  { messageId, adultUpTo }: { readonly messageId: MessageId; readonly adultUpTo: MessageId | null },
): readonly Risk[] {
  const isKnown = adultUpTo !== null && messageId <= adultUpTo;
  return isKnown ? risk.filter((one) => one !== 'minor') : risk;
}

/** What asks for care of what a model saw; null where it saw nothing of the kind. */
export function careOfRisk(risk: readonly Risk[]): CareKind | null {
  if (risk.includes('distress')) return 'distress';
  if (risk.includes('minor')) return 'possible-minor';
  return risk.includes('spending') ? 'spending' : null;
}
