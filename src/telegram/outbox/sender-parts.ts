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
  /** Present when the call is one that the kind needs first: stores its result. */
  readonly done?: (tx: Tx, result: unknown) => Promise<void>;
}

/** A call that has come back. */
export interface Answered {
  readonly claimed: Claimed;
  readonly outcome: SendOutcome;
}
