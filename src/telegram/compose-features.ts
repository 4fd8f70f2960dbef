import type { MiddlewareFn } from 'grammy';
import { Composer } from 'grammy';
import { AppError } from '#src/core/errors.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { Feature, FeatureHooks } from '#src/telegram/feature.ts';
import type { OutboxKind } from '#src/telegram/outbox/outbox-kind.ts';

/** What all features together do with updates, outbox rows and news from the sender. */
export interface ComposedFeatures {
  /** One middleware tree for all bots, built once. */
  readonly middleware: MiddlewareFn<FanlineContext>;
  readonly kinds: ReadonlyMap<string, OutboxKind>;
  readonly hooks: readonly FeatureHooks[];
}

/** Rows that nobody prepares and nobody asks after. */
const plainCall: OutboxKind = { kind: 'call' };

function mayConcernDesk({ sender, message, editedMessage }: FanlineContext): boolean {
  return sender.role !== 'fan' || (message ?? editedMessage) === undefined;
}

/** Joins the features in their order. Throws when two of them claim the same outbox kind. */
export function composeFeatures(features: readonly Feature[]): ComposedFeatures {
  const root = new Composer<FanlineContext>();
  const kinds = new Map<string, OutboxKind>([[plainCall.kind, plainCall]]);
  /** One check for all features for the desk that stand side by side: most messages are fans'. */
  let desk: Composer<FanlineContext> | null = null;
  for (const feature of features) {
    if (feature.handlers) {
      desk = feature.forDesk ? (desk ?? root.filter(mayConcernDesk)) : null;
      (desk ?? root).use(feature.handlers);
    }
    for (const kind of feature.outboxKinds ?? []) {
      if (kinds.has(kind.kind)) {
        throw new AppError(
          'telegram.duplicate-kind',
          'bug',
          `Two features give the outbox kind "${kind.kind}"; rename the one of "${feature.name}".`,
        );
      }
      kinds.set(kind.kind, kind);
    }
  }
  return {
    middleware: root.middleware(),
    kinds,
    hooks: features.flatMap((feature) => (feature.hooks ? [feature.hooks] : [])),
  };
}
