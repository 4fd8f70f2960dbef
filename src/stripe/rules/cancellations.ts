import type { CustomerFacts } from '../facts.ts';
import { duplicatesAmong } from './rank-subscriptions.ts';
import { isOver } from './statuses.ts';

/** A subscription that is to be ended at Stripe. */
export interface Cancellation {
  readonly subscriptionId: string;
  readonly why: 'duplicate' | 'lost-dispute' | 'no-tenant';
  /** The same for the same intent, so that a repeated call ends nothing twice. */
  readonly idempotencyKey: string;
}

/** Subscriptions that must not go on: all when there is no tenant any more, else duplicates and what a lost dispute paid. */
export function cancellationsOf(facts: CustomerFacts, tenantThere: boolean): Cancellation[] {
  const alive = facts.subscriptions.filter(({ status }) => !isOver(status));
  if (!tenantThere) {
    return alive.map(({ id }) => ({
      subscriptionId: id,
      why: 'no-tenant',
      idempotencyKey: `gone:${id}`,
    }));
  }
  const lost = new Set(
    facts.disputes.flatMap(({ status, subscriptionId }) =>
      status === 'lost' && subscriptionId !== null ? [subscriptionId] : [],
    ),
  );
  const disputed = alive.filter(({ id }) => lost.has(id));
  const others = alive.filter(({ id }) => !lost.has(id));
  return [
    ...disputed.map(({ id }) => ({
      subscriptionId: id,
      why: 'lost-dispute' as const,
      idempotencyKey: `lost:${id}`,
    })),
    ...duplicatesAmong(others).map(({ id }) => ({
      subscriptionId: id,
      why: 'duplicate' as const,
      idempotencyKey: `dup:${id}`,
    })),
  ];
}
