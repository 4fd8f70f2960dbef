import type { StripeTrouble } from '#src/core/stripe.ts';

/**
 * Why a call to Stripe gave nothing.
 *
 * - `unreachable`: no connection, no answer in time, or one that was cut. `down`: Stripe's own fault. `flooded`: too many calls,
 *   or two at once on one object.
 * - `rejected-key`: wrong, revoked, or without the permission. `no-such-object`: not in this account or mode.
 * - `conflict`: an idempotency key came with other parameters than before. `refused`: the request is not right.
 */
export type FaultReason =
  | 'unreachable'
  | 'down'
  | 'flooded'
  | 'rejected-key'
  | 'no-such-object'
  | 'conflict'
  | 'refused';

/** What may be known and logged of a failed call. */
export interface StripeFault {
  readonly ok: false;
  readonly reason: FaultReason;
  /** Stripe's own word for it (docs.stripe.com/error-codes). */
  readonly code: string | null;
  /** What Stripe's support asks for. */
  readonly requestId: string | null;
  /**
   * Stripe gave the same answer under this idempotency key before. It keeps its own failures, too (`down`), for a day, so
   * that only another key helps (docs.stripe.com/api/idempotent_requests; header `Idempotent-Replayed`).
   */
  readonly replayed?: boolean;
}

/**
 * What an error of the client means; undefined: it is none of Stripe's, but a fault of ours. The error itself goes nowhere: it
 * holds the request with the key, and what people typed.
 */
export function faultOfError(error: unknown): StripeFault | undefined {
  const { type, code, statusCode, requestId, headers } = (error ?? {}) as Record<string, unknown>;
  if (!(error instanceof Error) || typeof type !== 'string' || !/^Stripe\w+Error$/.test(type)) {
    return undefined;
  }
  return {
    ok: false,
    reason: reasonOf(type, code, statusCode),
    code: word(code, /^[a-z0-9_]{1,80}$/),
    requestId: word(requestId, /^req_[A-Za-z0-9_]{1,80}$/),
    ...(isReplayed(headers) ? { replayed: true } : {}),
  };
}

/** Whether the same call may work later, without anybody's help. */
export function isPassing(reason: FaultReason): boolean {
  return reason === 'unreachable' || reason === 'down' || reason === 'flooded';
}

/** What whoever asked is told of it. */
export function troubleOf(reason: FaultReason): StripeTrouble {
  return isPassing(reason) ? 'unreachable' : 'misconfigured';
}

function reasonOf(type: string, code: unknown, statusCode: unknown): FaultReason {
  switch (type) {
    case 'StripeConnectionError':
      return 'unreachable';
    case 'StripeRateLimitError':
      return 'flooded';
    case 'StripeAuthenticationError':
    case 'StripePermissionError':
      return 'rejected-key';
    case 'StripeIdempotencyError':
      return 'conflict';
    case 'StripeInvalidRequestError':
      return statusCode === 404 || code === 'resource_missing' ? 'no-such-object' : 'refused';
    case 'StripeAPIError':
      // 409: another call holds the object (lock_timeout).
      return statusCode === 409 ? 'flooded' : 'down';
    default:
      return 'refused';
  }
}

function isReplayed(headers: unknown): boolean {
  return (headers as Record<string, unknown> | undefined)?.['idempotent-replayed'] === 'true';
}

function word(value: unknown, pattern: RegExp): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null;
}
