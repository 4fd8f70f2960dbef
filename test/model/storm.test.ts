import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { send } from '#test/support/sandbox/people.ts';
import type { UserState } from '#test/support/sandbox/state.ts';
import type { SimulatedFault } from '#test/support/simulation/simulated-telegram.ts';
import { Simulation } from '#test/support/simulation/simulation.ts';

let storage: TestStorage;

beforeAll(async () => {
  storage = await openTestStorage({ inMemory: true });
});

afterAll(() => storage[Symbol.asyncDispose]());

const fans = 20;
const rounds = 10;
const minute = 60_000;

/** Two tenants whose fans write while Telegram is out of order for five minutes; `midway` happens in its middle. */
async function weatherStorm(midway: (simulation: Simulation) => void): Promise<Simulation> {
  const simulation = await Simulation.open(storage, { seed: 4, tenants: 2, fans, desk: 'forum' });
  const { telegram, clock } = simulation;
  const { world } = telegram;
  const kinds: readonly SimulatedFault['fault'][] = [
    'flood',
    'broken',
    'gateway',
    'unreachable',
    'lost-before',
    'lost-after',
  ];
  for (const { fans: people, bot } of simulation.tenants) {
    for (const fan of people) send(world, fan, bot.id, { text: 'm0.' });
  }
  await simulation.drain(20 * minute);

  telegram.weather = () => kinds[world.random.integer(0, kinds.length - 1)];
  for (let round = 1; round <= rounds; round += 1) {
    for (const { fans: people, bot, creator, forum } of simulation.tenants) {
      for (const fan of people) send(world, fan, bot.id, { text: `m${round}.` });
      for (const topic of [...forum.topics.keys()].slice(0, 5)) {
        send(world, creator, forum.id, { text: `r${round}.${topic}.`, topic });
      }
    }
    if (round === rounds / 2) midway(simulation);
    for (let second = 0; second < 30; second += 5) await simulation.advance(5_000);
  }
  expect(clock.steady()).toBeGreaterThan(5 * minute);
  return simulation;
}

/** What came to a chat with exactly this word. */
function shown(simulation: Simulation, word: string, where: (chatId: number) => boolean) {
  return simulation.telegram.effects.filter(
    ({ chatId, text }) => where(chatId) && text.split(/\s/).includes(word),
  );
}

async function expectAllDelivered(simulation: Simulation): Promise<void> {
  for (const tenant of simulation.tenants) {
    const messages = await simulation.read(tenant, ({ db }) =>
      db.selectFrom('message').select(['direction', 'delivery', 'text']).execute(),
    );
    const written = messages.filter(({ direction }) => direction === 'in');
    expect(written).toHaveLength(fans * (rounds + 1));
    expect(new Set(written.map(({ delivery }) => delivery))).toEqual(
      new Set(['delivered', 'merged']),
    );
    const replies = messages.filter(({ direction }) => direction === 'out');
    expect(replies).toHaveLength(5 * rounds);
    const isFan = (chatId: number) => tenant.fans.some(({ id }: UserState) => id === chatId);
    const isDesk = (chatId: number) => chatId === tenant.forum.id;
    for (const { text, delivery } of replies) {
      expect(['delivered', 'unknown']).toContain(delivery);
      const copies = shown(simulation, text, isFan).length;
      if (delivery === 'delivered') expect([text, copies]).toEqual([text, 1]);
      else expect(copies).toBeLessThanOrEqual(1);
    }
    const unknown = replies.filter(({ delivery }) => delivery === 'unknown');
    const told = shown(simulation, 'threads-failed-unknown', isDesk);
    expect(told.length).toBeGreaterThanOrEqual(unknown.length);
    expect(unknown.length).toBeGreaterThan(0);
  }
}

describe('five minutes in which Telegram answers 429, 5xx or not at all', () => {
  test('cost nothing but time: no hot loop, nothing held in memory, all delivered afterwards', async () => {
    let timers = 0;
    await using simulation = await weatherStorm(({ clock }) => {
      timers = clock.timers;
    });
    const { telegram, load, clock } = simulation;
    // Two bots, each with a call now and then that finds out whether Telegram is back.
    expect(telegram.calls).toBeLessThan(1_500);
    expect(load.total).toBeLessThan(6_000);
    expect(timers).toBeLessThan(100);

    await simulation.drain(30 * minute);
    await expectAllDelivered(simulation);
    // What is held is what a quiet program holds: its own timers, no calls, nothing queued.
    expect(telegram.open).toBe(0);
    expect(clock.timers).toBeLessThan(20);
    expect(telegram.calls).toBeLessThan(4_000);
  });

  test.each([
    ['forwards', 1],
    ['backwards', -1],
  ])('and an hour’s jump of the clock %s in their middle harm nothing', async (_way, hours) => {
    await using simulation = await weatherStorm(({ clock }) => clock.jump(hours * 60 * minute));
    const tookMs = await simulation.drain(30 * minute);
    expect(tookMs).toBeLessThan(30 * minute);
    await expectAllDelivered(simulation);
  });
});
