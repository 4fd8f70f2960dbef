import { startSandbox } from '#test/support/sandbox/sandbox.ts';
import type { RecordedCall, SandboxBot, SandboxUser } from '#test/support/sandbox/sandbox.ts';
import { RelayWatch } from './relay-watch.ts';
import { serveCalls } from './serve-calls.ts';
import type {
  BurstOrder,
  FlowOrder,
  FleetOrder,
  PaceOrder,
  Paced,
  TenantSeed,
} from './telegram-fleet.ts';

// Telegram in a process of its own: the fake API, and the people who write.

interface Team {
  readonly bot: SandboxBot;
  readonly fans: readonly SandboxUser[];
}

const watch = new RelayWatch();
await using sandbox = await startSandbox({
  useSchema: false,
  keepCalls: 100,
  onCall: (call: RecordedCall) => watch.see(call),
});
const teams = new Map<number, Team>();

function addTenant(index: number, { fans, desk, prefix }: FleetOrder): TenantSeed {
  const username = `${prefix}${index}_bot`;
  const bot = sandbox.createBot({ username, name: `${prefix} ${index}` });
  const creator = sandbox.createUser({ firstName: `Creator ${index}` });
  const people = Array.from({ length: fans }, (_, fan) =>
    sandbox.createUser({ firstName: `Fan ${fan}`, lastName: `of ${index}` }),
  );
  creator.start(bot);
  let deskChat = creator.id;
  if (desk === 'forum') {
    const group = sandbox.createGroup({ title: `Desk ${index}`, forum: true, owner: creator });
    group.adds(bot, { admin: true, manageTopics: true, pinMessages: true });
    deskChat = group.id;
  }
  teams.set(bot.id, { bot, fans: people });
  const { id, token } = bot;
  const fanIds = people.map((person) => person.id);
  const creatorId = creator.id;
  return { botId: id, token, username, name: bot.name, creatorId, deskChat, desk, fanIds };
}

function teamOf(botId: number): Team {
  const team = teams.get(botId);
  if (!team) throw new Error(`no bot ${botId}`);
  return team;
}

function write(team: Team, turn: number, group: string): void {
  const fan = team.fans[turn % team.fans.length];
  if (!fan) throw new Error('no fans');
  const mark = watch.next();
  const messageId = fan.sends(team.bot, `A word from me to you, number ${mark.text}`);
  watch.sent(mark, { chatId: fan.id, messageId, group });
}

serveCalls({
  url: () => sandbox.url,
  fleet: (order: FleetOrder) =>
    Array.from({ length: order.tenants }, (_, index) => addTenant(index, order)),
  latency: (ms: number) => {
    sandbox.clearFaults();
    if (ms > 0) sandbox.fault({ fault: 'slow', ms, times: Number.POSITIVE_INFINITY });
  },
  /** Resolves when every bot has its webhook and nothing waits for it. */
  settled: (botIds: readonly number[]) =>
    sandbox.until(
      'webhooks are set and quiet',
      () =>
        botIds.every((id) => {
          const { bot } = teamOf(id);
          return bot.webhook && bot.pendingUpdates === 0;
        }),
      120_000,
    ),
  /** Everybody writes at once; the answer is how many messages a second came to the desk. */
  burst: async ({ botIds, perTenant }: BurstOrder): Promise<number> => {
    const group = 'burst';
    watch.forget(group);
    const start = performance.now();
    for (let turn = 0; turn < perTenant; turn += 1) {
      for (const id of botIds) write(teamOf(id), turn, group);
    }
    await watch.empty(120_000);
    return (botIds.length * perTenant) / ((performance.now() - start) / 1000);
  },
  /** People write at a steady pace; the answer is how long each message took to the desk, in ms. */
  pace: async ({ streams, seconds }: PaceOrder): Promise<Paced> => {
    for (const { group } of streams) watch.forget(group);
    await writeFor(seconds, streams);
    await watch.empty(120_000);
    return Object.fromEntries(streams.map(({ group }) => [group, watch.latencies(group)]));
  },
  /** People write at a steady pace; the answer is how many messages a second come to the desks meanwhile. */
  flow: async ({ botIds, perSecond, seconds, warmUpSeconds }: FlowOrder): Promise<number> => {
    const group = 'flow';
    watch.forget(group);
    const streams = [{ group, botIds, perSecond }];
    await writeFor(warmUpSeconds, streams);
    const [before, start] = [watch.count(group), performance.now()];
    await writeFor(seconds - warmUpSeconds, streams);
    const rate = (watch.count(group) - before) / ((performance.now() - start) / 1000);
    await watch.empty(120_000);
    return rate;
  },
});

/** So many seconds long the fans of each stream's bots write in turn. */
async function writeFor(seconds: number, streams: PaceOrder['streams']): Promise<void> {
  const start = performance.now();
  const turns = streams.map(() => 0);
  for (;;) {
    const elapsed = performance.now() - start;
    if (elapsed >= seconds * 1000) break;
    for (const [index, { botIds, perSecond, group }] of streams.entries()) {
      const due = Math.floor((elapsed / 1000) * perSecond);
      for (let turn = turns[index] ?? 0; turn < due; turn += 1) {
        const id = botIds[turn % botIds.length];
        if (id !== undefined) write(teamOf(id), Math.floor(turn / botIds.length), group);
      }
      turns[index] = due;
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

await new Promise(() => {});
