import type { Services } from '#src/core/services.ts';
import type { FeatureHooks } from '#src/telegram/feature.ts';
import type { OutboxKind } from '#src/telegram/outbox/outbox-kind.ts';
import type { ApiCall } from '#src/telegram/outbox/outbox-row.ts';
import type { SenderRow } from '#src/telegram/outbox/outbox-queries.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { SendOutcome } from '#src/telegram/send-outcome.ts';

/** What claiming and settling need from the features. */
export interface KindParts {
  readonly services: Services;
  readonly kinds: ReadonlyMap<string, OutboxKind>;
  readonly hooks: readonly FeatureHooks[];
}

/** A row whose call is under way. */
export interface Claimed {
  readonly row: SenderRow;
  readonly call: ApiCall;
  /** Whether the call shows what the row is about, or is one that the kind needs before that. */
  readonly step: 'call' | 'prelude';
  /** Present when another call follows for this row: stores the result of this one. */
  readonly done?: (tx: Tx, result: unknown) => Promise<void>;
  /** When the row's turn had come first before this claim (epoch ms); null: never. */
  readonly claimedBefore: number | null;
}

/**
 * Calls of one lane that were claimed in one commit and are made one after another, each only when the one before it was
 * done. Never empty; several only of rows to the desk, since after a crash each of them counts as called.
 */
export interface Run {
  readonly calls: readonly [Claimed, ...Claimed[]];
  /** Whether more may follow than was claimed: what comes next is claimed while the last call is under way. */
  readonly isFull: boolean;
}

/** A call that has come back, or (`outcome` null) was never made, since one before it in its run was not done. */
export interface Answered {
  readonly claimed: Claimed;
  readonly outcome: SendOutcome | null;
}
