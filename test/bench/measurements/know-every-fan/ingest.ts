import { sql } from 'kysely';
import type { TenantId } from '#src/core/ids.ts';
import type { Storage } from '#src/storage/open-storage.ts';
import type { Figure, Scale } from '../../measurement.ts';
import { startFanline } from '../../support/fanline-process.ts';
import { messageReaders } from '../../support/message-readers.ts';
import type { Installation } from '../../support/provision.ts';
import { median } from '../../support/stats.ts';
import type { TelegramFleet, TenantSeed } from '../../support/telegram-fleet.ts';

const sizes = {
  // Waited is longer than messages wait for their readers.
  full: { perRound: 1_500, rounds: 3, readersComeMs: 2_500 },
  tiny: { perRound: 5, rounds: 1, readersComeMs: 0 },
};

/** Where every reader of messages is taken to be: beyond all messages. */
const beyond = 2 ** 50;

/** Makes a tenant as if nobody read messages: no triggers but those of the books, and readers that are always done. */
export async function strip(storage: Storage, tenantId: TenantId): Promise<void> {
  await storage.store.transact(tenantId, async (tx) => {
    const { rows } = await sql<{ name: string }>`select name from sqlite_schema
      where type = 'trigger' and name not like 'tally%'`.execute(tx.db);
    for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(tx.db);
    for (const reader of messageReaders) {
      await sql`insert into message_cursor (reader, message_id) values (${reader}, ${beyond})`.execute(
        tx.db,
      );
    }
  });
}

/**
 * Messages of fans to the busy tenant, from the fan to the desk and through all readers and triggers, against one of the
 * same size without them. In processor time, because readers come later, when the machine has nothing else to do.
 */
export async function measureIngest(
  installation: Installation,
  telegram: TelegramFleet,
  { busy, bare, scale }: { busy: TenantSeed[]; bare: TenantSeed[]; scale: Scale },
): Promise<Figure> {
  const { perRound, rounds, readersComeMs } = sizes[scale];
  await using fanline = await startFanline(installation, { apiRoot: telegram.url });
  await telegram.settled([...busy, ...bare]);
  const perSecond = async (seeds: TenantSeed[]) => {
    await fanline.rest();
    const before = await fanline.cpu();
    await telegram.burst(seeds, perRound);
    await new Promise((resolve) => setTimeout(resolve, readersComeMs));
    await fanline.rest();
    return perRound / ((await fanline.cpu()) - before);
  };
  await perSecond(busy);
  await perSecond(bare);
  const rates = { busy: [] as number[], bare: [] as number[] };
  for (let round = 1; round <= rounds; round += 1) {
    rates.bare.push(await perSecond(bare));
    rates.busy.push(await perSecond(busy));
  }
  return {
    name: 'know-every-fan/ingest',
    title: 'messages taken in with all indexes, against none of them',
    value: median(rates.busy),
    unit: 'messages/s of processor',
    baseline: median(rates.bare),
    target: { of: 'ratio', atLeast: 0.8 },
  };
}
