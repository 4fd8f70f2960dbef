import type { ChatId } from '#src/core/ids.ts';
import type { SendFailure } from '#src/telegram/outbox/send-failure.ts';

/**
 * How a Bot API call ended. Everything that can come back from the wire is one of these; no error object of grammY's
 * (they carry the token and the payload) goes any further than the API client.
 *
 * - `ok`: it took effect. For a harmless refusal ("message is not modified") `result` is true.
 * - `flood`: 429; not done, ask again after `retryAfterMs`.
 * - `migrated`: not done, the group has become the supergroup `to`.
 * - `unauthorized`: 401, the token is not valid any more.
 * - `refused`: Telegram said no, and will say so again.
 * - `transient`: certainly not done, but worth another try: it never left this machine, or Telegram's own 5xx.
 * - `unknown`: the answer was lost after the request may have been received.
 */
export type SendOutcome =
  | { readonly outcome: 'ok'; readonly result: unknown }
  | { readonly outcome: 'flood'; readonly retryAfterMs: number }
  | { readonly outcome: 'migrated'; readonly to: ChatId }
  | { readonly outcome: 'unauthorized'; readonly description: string }
  | { readonly outcome: 'refused'; readonly failure: SendFailure }
  | { readonly outcome: 'transient'; readonly code: number | null; readonly description: string }
  | { readonly outcome: 'unknown'; readonly description: string };

/** What went wrong with a call, stripped of everything that is secret: the input of `classifyOutcome`. */
export type BadAnswer =
  /** Telegram's own JSON with `ok: false`. */
  | {
      readonly kind: 'refusal';
      readonly code: number;
      readonly description: string;
      readonly retryAfterSeconds?: number | undefined;
      readonly migrateTo?: number | undefined;
    }
  /** Something in between answered: no JSON of the Bot API. */
  | { readonly kind: 'foreign'; readonly status: number }
  /** No answer. `code` is the network error's code, such as ECONNRESET, or `timeout`. */
  | { readonly kind: 'lost'; readonly code: string };
