import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { ApiCall, OutboxRow } from '#src/telegram/outbox/outbox-row.ts';
import type { SendFailure } from '#src/telegram/outbox/send-failure.ts';

/**
 * What a kind decides when its row's turn has come, inside the claiming transaction.
 *
 * - `call`: make this call.
 * - `first`: make this call first (a topic that must exist); then `done` stores its result and the row is prepared
 *   again. Must be something whose repetition harms nobody. A failed first call ends the row through `onFailed`. `own`:
 *   it shows a piece of what the row is about, so that after a lost answer the row counts as repeated.
 * - `drop`: the row is no longer wanted; it becomes `cancelled`.
 * - `later`: not before this time (epoch ms); the row keeps its place in its lane.
 */
export type Prepared =
  | { readonly do: 'call'; readonly call: ApiCall }
  | {
      readonly do: 'first';
      readonly call: ApiCall;
      readonly own?: boolean;
      readonly done: (tx: Tx, result: unknown) => Promise<void>;
    }
  | { readonly do: 'drop' }
  | { readonly do: 'later'; readonly at: number };

/** What a kind says after a failure: the row has ended, or it goes back to the head of its lane and is prepared again. */
export type AfterFailure = 'ended' | 'again';

/**
 * Behaviour of the outbox rows of one kind, given by a feature. All three run inside a transaction of the tenant that
 * owns the row, together with the change of the row's state; none may touch the network.
 */
export interface OutboxKind {
  readonly kind: string;
  /** Whether it shows by itself what may be at the desk already. Absent: its text gets the mark in front (`FeatureHooks.repeatMark`). */
  readonly marksRepeats?: true;
  /**
   * Whether this row may be claimed together with those before it in its lane: what it shows must not depend on how they
   * ended. Only asked of rows to the desk. Absent: never.
   */
  mayFollow?(row: OutboxRow): boolean;
  /** Builds the call from what is true now. Absent: method and payload of the row as they are. */
  prepare?(tx: Tx, row: OutboxRow, services: Services): Promise<Prepared>;
  /**
   * The call took effect; `row` has the method and payload that were called, `result` is Telegram's answer (for a
   * harmless refusal such as "message is not modified": true).
   */
  onSent?(tx: Tx, row: OutboxRow, result: unknown, services: Services): Promise<void>;
  /**
   * The call ended badly: refused for good, given up, or unknown (then the row is `uncertain`). `again` is honoured at
   * most a few times for one row, then the row ends.
   */
  onFailed?(
    tx: Tx,
    row: OutboxRow,
    failure: SendFailure,
    services: Services,
  ): Promise<AfterFailure>;
}
