import type { TenantId } from '#src/core/ids.ts';
import type { LlmTry, TokenPrice } from '#src/core/llm.ts';
import type { Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { LimitReached, NewReservation, ReservationId } from '#src/core/usage.ts';
import { quota } from '#src/features/billing/index.ts';
import { estimateMicroUsd } from '../rules/estimate.ts';
import { dayOf, isNear, standingOf, type UsageStanding, type Used } from '../rules/standing.ts';
import { bookOf } from './usage-of.ts';

/** What a model is about to be asked. */
export interface UsageWish {
  readonly tenantId: TenantId;
  readonly feature: NewReservation['feature'];
  readonly keyOwner: NewReservation['keyOwner'];
  /** Characters of all messages of the prompt. */
  readonly promptChars: number;
  /** Tokens of the answer at most. */
  readonly maxTokens: number;
  /** What a token costs at most. */
  readonly dearest: TokenPrice;
}

/** Leave to ask a model. To be settled whatever becomes of it. */
export interface UsageReservation {
  readonly id: ReservationId;
  readonly tenantId: TenantId;
  /** With this reservation; for `tellUsage`. */
  readonly standing: UsageStanding;
}

/** For which day (UTC) the log was told that the installation's cap is near, for each app that runs in this process. */
const warnedOf = new WeakMap<Services, string>();

/**
 * Asks for leave to call a model, before each call; outside any transaction of the tenant. A refusal is no failure: the
 * creator gets drafts of their own past answers instead.
 */
export async function reserveUsage(
  services: Services,
  wish: UsageWish,
): Promise<Result<{ readonly reservation: UsageReservation }, LimitReached>> {
  const book = bookOf(services);
  const { tenantId, feature, keyOwner } = wish;
  const { limit, since } = quota(services, tenantId, 'drafts');
  const reserved = await book.reserve({
    tenantId,
    feature,
    keyOwner,
    drafts: feature === 'draft' ? 1 : 0,
    draftQuota: limit,
    since,
    estimateMicroUsd: estimateMicroUsd(wish, wish.dearest),
  });
  if (!reserved.ok) {
    services.log.info('usage.refused', { tenantId, feature, reason: reserved.reason });
    return reserved;
  }
  const { id, totals } = reserved;
  warnOfTotal(services, { used: totals.totalToday, of: book.caps.total });
  const standing = standingOf(totals, { quota: limit, since, caps: book.caps });
  return { ok: true, reservation: { id, tenantId, standing } };
}

/** The installation's cap is the operator's affair: it stands in the log, once a day. */
function warnOfTotal(services: Services, total: Used): void {
  const day = dayOf(services.clock.now());
  if (!isNear(total) || warnedOf.get(services) === day) return;
  warnedOf.set(services, day);
  services.log.warn('usage.near-total-cap', { usedMicroUsd: total.used, capMicroUsd: total.of });
}

/**
 * Writes down what became of it, in any case, also when the call was refused, ended in time or was cancelled: what was tried
 * costs, but only what was `drafted` is a draft. Settling twice changes nothing.
 */
export async function settleUsage(
  services: Services,
  reservation: UsageReservation,
  ended: {
    /** All calls, in order; those of a second try for the same draft included. */
    readonly tries: readonly LlmTry[];
    readonly drafted: boolean;
    readonly requestId: string | null;
  },
): Promise<void> {
  await bookOf(services).settle(reservation.id, ended);
}
