import { seededRandom } from '#test/support/sandbox/random.ts';
import { type Books, checkBooks } from '#test/support/crash/books.ts';
import { pause } from '#test/support/crash/pause.ts';
import { type Cast, openStage, type Stage } from '#test/support/crash/stage.ts';
import { makeTraffic } from '#test/support/crash/traffic.ts';

/** What a run of kills inside a live digest came to. */
export interface DigestRun {
  readonly books: Books;
  readonly kills: number;
  /** Kills while the desk showed a digest. */
  readonly live: number;
}

const rushMs = 90_000;
/** A pace that Telegram asked for holds for five minutes; then a desk lets go in steps. */
const letGoMs = 900_000;

/**
 * So many people write to one private desk, which takes a message a second (Telegram's limit for one chat), that all is
 * gathered in a digest. The program is killed again and again while the digest lives, people write on and the creator
 * answers; then Telegram takes all again, and nothing may be missing.
 */
export async function runDigestKills(options: {
  seed: number;
  fans: number;
  kills: number;
}): Promise<DigestRun> {
  const { seed, fans, kills } = options;
  await using stage = await openStage({ mode: 'webhook', seed, fans, tenants: 1 });
  const [cast] = stage.casts;
  if (!cast) throw new Error('nobody is on the stage');
  const traffic = makeTraffic(stage, seed);
  const random = seededRandom(seed ^ 0x2545f491);
  const write = () => {
    const fan = cast.fans[random.integer(0, cast.fans.length - 1)];
    if (fan) traffic.writes(cast, fan, 'text');
  };
  await stage.start().started;
  await stage.drain();
  stage.sandbox.limits(true);
  for (const fan of cast.fans) traffic.writes(cast, fan, 'text');
  const until = performance.now() + rushMs;
  while (!showsDigest(cast)) {
    if (performance.now() > until) throw new Error('there was no digest');
    write();
    await pause(400);
  }
  let live = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const dieAt = performance.now() + random.integer(200, 1_500);
    while (performance.now() < dieAt) {
      if (random.next() < 0.05) write();
      if (random.next() < 0.05) traffic.answers(cast, 'text');
      await pause(random.integer(5, 40));
    }
    if (await isGathering(stage, cast)) live += 1;
    await stage.child.kill();
    write();
    await stage.start().started;
  }
  stage.sandbox.limits(false);
  await letGo(stage, cast);
  await stage.drain();
  const books = await checkBooks(stage, traffic);
  await stage.child.terminate();
  return { books, kills, live };
}

function showsDigest(cast: Cast): boolean {
  return cast.creator.sees(cast.desk).some(({ text }) => text.startsWith('Fans waiting: '));
}

async function isGathering(stage: Stage, cast: Cast): Promise<boolean> {
  return await stage.withStorage((storage) =>
    storage.store.read(cast.record.tenantId, async (reader) => {
      const row = await reader.db
        .selectFrom('desk_pressure')
        .select('digest')
        .where('digest', '=', 'live')
        .executeTakeFirst();
      return row !== undefined;
    }),
  );
}

/** Waits until nothing waits for the desk any more. */
async function letGo(stage: Stage, cast: Cast): Promise<void> {
  const until = performance.now() + letGoMs;
  for (;;) {
    const waiting = await stage.withStorage((storage) =>
      storage.store.read(cast.record.tenantId, (reader) =>
        reader.db
          .selectFrom('message')
          .select('id')
          .where('delivery', 'in', ['waiting', 'queued'])
          .limit(1)
          .execute(),
      ),
    );
    if (waiting.length === 0 && cast.bot.pendingUpdates === 0) return;
    if (performance.now() > until) throw new Error('the desk never let go');
    await pause(1_000);
  }
}
