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
}

/** A call that has come back. */
export interface Answered {
  readonly claimed: Claimed;
  readonly outcome: SendOutcome;
}
