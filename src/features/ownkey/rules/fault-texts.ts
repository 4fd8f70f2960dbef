import type { OwnProbe } from '#src/core/llm.ts';
import type { Translate } from '#src/core/texts.ts';
import type { BrokenFault, OwnOutcome } from '../own-key.ts';

/** Why a test was not passed. */
export type ProbeFault = Extract<OwnProbe, { ok: false }>['reason'];

/** What people see of a key: where it leads, its model, its end. */
export type ShownKey = Readonly<Record<'host' | 'model' | 'key', string>>;

const faultKeys = {
  'rejected-key': 'ownkey-fault-rejected',
  'no-such-model': 'ownkey-fault-model',
  'forbidden-url': 'ownkey-fault-private',
  unreachable: 'ownkey-fault-unreachable',
  junk: 'ownkey-fault-protocol',
  empty: 'ownkey-fault-protocol',
  'no-json': 'ownkey-fault-json',
  'short-context': 'ownkey-fault-context',
  'too-large': 'ownkey-fault-context',
  deadline: 'ownkey-fault-slow',
  flooded: 'ownkey-fault-flooded',
  down: 'ownkey-fault-down',
  cancelled: 'ownkey-fault-down',
  refused: 'ownkey-fault-refused',
} as const satisfies Record<ProbeFault, string>;

/** What is wrong with an own key, in a sentence or two that say what to do. */
export function faultText(fault: ProbeFault, about: ShownKey, t: Translate): string {
  return t(faultKeys[fault], about);
}

/** Whether such a fault stays until somebody does something about it; then it is given back. */
export function brokenBy(fault: OwnOutcome['fault'] | ProbeFault): BrokenFault | null {
  switch (fault) {
    case 'rejected-key':
    case 'no-such-model':
    case 'forbidden-url':
      return fault;
    default:
      return null;
  }
}
