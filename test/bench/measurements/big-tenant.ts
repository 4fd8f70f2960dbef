import { sql } from 'kysely';
import type { Tx } from '#src/storage/reader.ts';
import type { Measurement } from '../measurement.ts';
import { startFanline } from '../support/fanline-process.ts';
import { messageReaders } from '../support/message-readers.ts';
import { addTenants, makeInstallation } from '../support/provision.ts';
import { quietDisk } from '../support/quiet-disk.ts';
import { median } from '../support/stats.ts';
import { startTelegram, type TenantSeed } from '../support/telegram-fleet.ts';

const sizes = {
  full: { fans: 100_000, messages: 1_000_000, writers: 200, perRound: 1500, rounds: 16 },
  tiny: { fans: 100, messages: 1000, writers: 5, perRound: 5, rounds: 1 },
};

/**
 * Fans write to a tenant with a long history, and to one with none: from the fan to the desk, so that every read and write
 * on the way is in it. Who writes is spread over the whole of the fans.
 */
export const bigTenant: Measurement = {
  name: 'big-tenant',
  async run(scale, tell) {
    const { fans, messages, writers, perRound, rounds } = sizes[scale];
    await using telegram = await startTelegram();
    using installation = makeInstallation();
    const order = { tenants: 1, fans: writers, desk: 'private' as const };
    const big = await telegram.fleet({ ...order, prefix: 'big' });
    const empty = await telegram.fleet({ ...order, prefix: 'empty' });
    {
      await using storage = await installation.open();
      const [record] = await addTenants(storage, [...big, ...empty]);
      const seed = big[0];
      if (!record || !seed) throw new Error('no tenant');
      const started = performance.now();
      await storage.store.transact(record.tenantId, (tx) => fill(tx, seed, fans, messages));
      tell(`filled in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    }
    if (scale === 'full') await quietDisk(installation.dir);
    await using fanline = await startFanline(installation, { apiRoot: telegram.url });
    await telegram.settled([...big, ...empty]);
    // What features do later with the messages of one tenant must not fall into the other's burst.
    const burst = async (seeds: readonly TenantSeed[]) => {
      await fanline.rest();
      return await telegram.burst(seeds, perRound);
    };
    await burst(big);
    await burst(empty);
    const rates = { big: [] as number[], empty: [] as number[] };
    for (let round = 1; round <= rounds; round += 1) {
      // The program becomes faster for a while, and who comes second gains by it: they take turns, and each comes second as often.
      if (round % 2 === 1) rates.empty.push(await burst(empty));
      rates.big.push(await burst(big));
      if (round % 2 === 0) rates.empty.push(await burst(empty));
      tell(
        `round ${round}: ${rates.big.at(-1)?.toFixed(0)} of ${rates.empty.at(-1)?.toFixed(0)}/s`,
      );
    }
    return [
      {
        name: 'big-tenant',
        title: `a tenant with ${messages} messages and ${fans} fans, against an empty one`,
        value: median(rates.big),
        unit: 'messages/s',
        baseline: median(rates.empty),
        target: { of: 'ratio', atLeast: 0.9 },
      },
    ];
  },
};

/** A history: every message delivered, with its place at the fan's and at the desk. */
async function fill(tx: Tx, seed: TenantSeed, fans: number, messages: number): Promise<void> {
  const rows = (count: number) =>
    sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
  const longAgo = Date.now() - 30 * 86_400_000;
  // For this connection alone, which ends when the file is filled.
  await sql`pragma cache_size = -1000000`.execute(tx.db);
  await sql`insert into fan (user_id, first_name, last_name, language_code, first_seen_at, last_seen_at)
    ${rows(fans)} select 5100000000 + i * 17999, 'Fan', 'number ' || i, 'en', ${longAgo}, ${longAgo} from n`.execute(
    tx.db,
  );
  const every = Math.floor(fans / seed.fanIds.length);
  for (const [index, userId] of seed.fanIds.entries()) {
    await sql`update fan set user_id = ${userId} where id = ${(index + 1) * every}`.execute(tx.db);
  }
  await sql`insert into thread (fan_id, line, chat_id, last_fan_message_at, created_at)
    select id, 'bot', user_id, ${longAgo}, ${longAgo} from fan`.execute(tx.db);
  await sql`insert into message (thread_id, direction, actor, kind, text, delivery, sent_at)
    ${rows(messages)} select 1 + (i * 7919) % ${fans}, 'in', 'fan', 'text',
      'What somebody wrote some time ago, number ' || i, 'delivered', ${longAgo} + i from n`.execute(
    tx.db,
  );
  await sql`insert into message_link (message_id, side, role, chat_id, chat_message_id, created_at)
    select message.id, 'fan', 'origin', thread.chat_id, 100000000 + message.id, ${longAgo}
    from message join thread on thread.id = message.thread_id`.execute(tx.db);
  await sql`insert into message_link (message_id, side, role, chat_id, chat_message_id, created_at)
    select id, 'desk', 'copy', ${seed.deskChat}, 100000000 + id, ${longAgo} from message`.execute(
    tx.db,
  );
  // The features have read it as it came.
  await sql`insert into message_cursor (reader, message_id)
    select value, (select max(id) from message) from json_each(${JSON.stringify(messageReaders)})
    where true on conflict do update set message_id = excluded.message_id`.execute(tx.db);
}
