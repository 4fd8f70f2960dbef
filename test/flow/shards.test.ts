import { expect, test } from 'vitest';
import { shareOf } from '#src/core/share.ts';
import { checkBooks } from '#test/support/crash/books.ts';
import { pause } from '#test/support/crash/pause.ts';
import { type Cast, openStage, type Stage } from '#test/support/crash/stage.ts';
import { makeTraffic } from '#test/support/crash/traffic.ts';

// The program as it runs, its tenants divided among threads. Seeds are fixed, ids of tenants are not: where a share must have a
// tenant, tenants are added until it has.

const seed = 20_261_121;
const timeout = 60_000;
const shards = 2;

/** A stage whose every share has a tenant. */
async function openDividedStage(mode: 'webhook' | 'polling'): Promise<Stage> {
  const stage = await openStage({ mode, seed, shards, fans: 2 });
  for (let n = 3; inhabited(stage.casts) < shards; n += 1) {
    await stage.addCast(`t${n}`, { forum: false, fans: 2 });
  }
  return stage;
}

const inhabited = (casts: readonly Cast[]): number =>
  new Set(casts.map(({ record }) => shareOf(record.tenantId, shards))).size;

const relayed = (cast: Cast, text: string): boolean =>
  cast.creator.sees(cast.desk).some((message) => message.text?.includes(text));

async function until(what: string, check: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!check()) {
    if (Date.now() > end) throw new Error(`not seen in time: ${what}`);
    await pause(20);
  }
}

test.each(['webhook', 'polling'] as const)(
  'each tenant is served by its own thread, and the books hold (%s)',
  { timeout },
  async (mode) => {
    await using stage = await openDividedStage(mode);
    const traffic = makeTraffic(stage, seed);
    stage.start();
    await stage.child.started;
    for (let n = 0; n < 60; n += 1) {
      traffic.step();
      await pause(5);
    }
    await stage.drain();
    const books = await checkBooks(stage, traffic);
    expect(books.broken).toEqual([]);
    expect(books.relayed).toBeGreaterThan(0);
    const { code } = await stage.child.terminate();
    expect(code).toBe(0);
  },
);

test('whoever is made or suspended meanwhile is taken up by the thread whose they are', {
  timeout,
}, async () => {
  await using stage = await openDividedStage('webhook');
  stage.start();
  await stage.child.started;
  const late: Cast[] = [];
  for (let n = 0; inhabited(late) < shards; n += 1) {
    late.push(await stage.addCast(`late${n}`, { forum: false, fans: 1 }));
  }
  for (const cast of late) cast.fans[0]?.sends(cast.bot, `from ${cast.slug}`);
  for (const cast of late) {
    await until(`the relay of ${cast.slug}`, () => relayed(cast, `from ${cast.slug}`));
  }
  const [first] = late;
  if (!first) throw new Error('nobody came late');
  const hook = `${stage.settings['PUBLIC_URL']}/hook/${first.record.webhookPath}`;
  const ask = (url: string, secret: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'X-Telegram-Bot-Api-Secret-Token': secret },
      body: '{}',
    }).then(({ status }) => status);
  expect(await ask(hook, 'of somebody else')).toBe(401);
  expect(await ask(`${hook}x`, 'of somebody else')).toBe(401);
  const secret = await stage.withStorage(async ({ control }) => {
    await control.change(first.record.tenantId, { state: 'suspended' });
    return (await control.secretsOf(first.record.tenantId)).webhookSecret;
  });
  const statuses: number[] = [];
  const update = JSON.stringify({ update_id: 1 });
  for (let n = 0; n < 100 && statuses.at(-1) !== 503; n += 1) {
    const answer = await fetch(hook, {
      method: 'POST',
      headers: { 'X-Telegram-Bot-Api-Secret-Token': secret },
      body: update,
    });
    statuses.push(answer.status);
    await pause(50);
  }
  expect(statuses.at(-1)).toBe(503);
});
