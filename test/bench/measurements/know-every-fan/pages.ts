import type { FanId } from '#src/core/ids.ts';
import { cardOf } from '#src/features/cards/index.ts';
import { inboxCard } from '#src/features/inbox/services/inbox-card.ts';
import type { InboxView } from '#src/features/inbox/waiting.ts';
import type { Figure } from '../../measurement.ts';
import { whileWatched } from './while-watched.ts';
import type { Bed } from './bed.ts';

const rounds = { full: 400, tiny: 3 };

/** Fan cards, and pages of the inbox by each filter and order, as they are read at each tap. */
export async function measurePages(bed: Bed): Promise<readonly Figure[]> {
  const { storage, tenantId, maker, services, scale } = bed;
  const { fans } = await storage.store.read(tenantId, (reader) =>
    reader.db
      .selectFrom('fan')
      .select((eb) => eb.fn.countAll<number>().as('fans'))
      .executeTakeFirstOrThrow(),
  );
  // Those who write much have low ids; half of the cards are theirs.
  const fanOf = (round: number) => 1 + maker.below(round % 2 === 0 ? Math.ceil(fans / 100) : fans);
  const cards = await whileWatched(bed, 'fan card', rounds[scale], async (round) => {
    const fanId = fanOf(round) as FanId;
    await storage.store.read(tenantId, (reader) => cardOf(reader, fanId, services));
  });
  const views = (['all', 'vip', 'new', 'snoozed'] as const).flatMap((filter) =>
    (['longest', 'important'] as const).flatMap((order) =>
      [0, 3, 100].map((page): InboxView => ({ filter, order, page })),
    ),
  );
  const inbox = await whileWatched(bed, 'inbox page', rounds[scale], async (round) => {
    const view = views[round % views.length];
    if (view) await storage.store.read(tenantId, (reader) => inboxCard(reader, view, services));
  });
  const bounded = { unit: 'ms', baseline: null, target: { of: 'value', atMost: 10 } } as const;
  return [
    { name: 'know-every-fan/card', title: 'fan card, p99', value: cards.p99, ...bounded },
    { name: 'know-every-fan/inbox', title: 'inbox page, p99', value: inbox.p99, ...bounded },
  ];
}
