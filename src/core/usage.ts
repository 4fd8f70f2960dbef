import type { Brand, TenantId } from '#src/core/ids.ts';
import type { LlmTry } from '#src/core/llm.ts';
import type { Result } from '#src/core/result.ts';

/** Row id of what a model was asked for, in the control file. */
export type ReservationId = Brand<number, 'ReservationId'>;

/** What models may cost in a day (UTC), in millionths of a US dollar; null: as much as it comes to. */
export interface DailyCaps {
  /** For each tenant. */
  readonly tenant: number | null;
  /** For all tenants together. */
  readonly total: number | null;
}

/** What is about to be asked of a model. */
export interface NewReservation {
  readonly tenantId: TenantId;
  readonly feature: 'draft' | 'facts' | 'persona';
  /** Whose key pays. With the creator's own key nothing is limited, only written down. */
  readonly keyOwner: 'platform' | 'own';
  /** Drafts that may come of it: 0 or 1. */
  readonly drafts: 0 | 1;
  /** Drafts that the tenant may have in its period; null: any number. Past it, drafts are taken from what was bought on top. */
  readonly draftQuota: number | null;
  /** Since when drafts count (epoch ms): the whole day (UTC) of it does. */
  readonly since: number;
  /** What it will cost at most, in millionths of a US dollar. */
  readonly estimateMicroUsd: number;
}

/** How it ended. */
export interface Settlement {
  /** Every call that was made, in order; none: nothing was asked. */
  readonly tries: readonly LlmTry[];
  /** Whether a draft came of it. What was tried costs money either way. */
  readonly drafted: boolean;
  /** The provider's id of the last call. */
  readonly requestId: string | null;
}

/** What was used; what is reserved counts. Own keys do not. Money in millionths of a US dollar. */
export interface UsageTotals {
  /** Of the tenant, since the beginning of the day (UTC) that was asked for; those from top-ups are not in it. */
  readonly drafts: number;
  /** Drafts bought on top that the tenant has left. */
  readonly topupDrafts: number;
  /** Of the tenant, on this day (UTC). */
  readonly costToday: number;
  /** Of all tenants, on this day (UTC). */
  readonly totalToday: number;
}

/** Why nothing may be asked for now. */
export type LimitReached = 'drafts-used-up' | 'tenant-cap' | 'total-cap';

/** A reservation with the totals, which hold it already. */
export interface Reserved {
  readonly id: ReservationId;
  readonly totals: UsageTotals;
}

/**
 * What models are asked for and what it costs, for the whole installation: reserve, ask, settle. It looks at the limits and
 * reserves in one transaction, so that many at once cannot pass a limit together. What was reserved and not settled for two
 * minutes (the process died) is no draft any more, but keeps what it may have cost.
 */
export interface UsageBook {
  readonly caps: DailyCaps;
  reserve(wanted: NewReservation): Promise<Result<Reserved, LimitReached>>;
  /** Settling again changes nothing. */
  settle(id: ReservationId, settlement: Settlement): Promise<void>;
  /** `since` as in NewReservation. */
  totals(tenantId: TenantId, since: number): Promise<UsageTotals>;
}
