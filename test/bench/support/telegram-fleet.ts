import { type Child, startChild } from './child.ts';

/** A bot with its creator and desk, as the sandbox made them. */
export interface TenantSeed {
  readonly botId: number;
  readonly token: string;
  readonly username: string;
  readonly name: string;
  readonly creatorId: number;
  readonly deskChat: number;
  readonly desk: 'private' | 'forum';
  /** The people who write to it. */
  readonly fanIds: readonly number[];
}

/** How many bots, and how many fans each has. */
export interface FleetOrder {
  readonly tenants: number;
  readonly fans: number;
  readonly desk: 'private' | 'forum';
  /** Begins the bots' names; each fleet has its own. */
  readonly prefix: string;
}

/** Everybody writes at once: so many messages to each bot, the fans in turn. */
export interface BurstOrder {
  readonly botIds: readonly number[];
  readonly perTenant: number;
}

/** Fans write at a steady pace; the messages of a stream go to its bots in turn. */
export interface PaceOrder {
  readonly streams: readonly {
    readonly group: string;
    readonly botIds: readonly number[];
    readonly perSecond: number;
  }[];
  readonly seconds: number;
}

/** Fans of these bots write at a steady pace. Counted is what comes to the desks after the first seconds, which are warming up. */
export interface FlowOrder {
  readonly botIds: readonly number[];
  readonly perSecond: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

/** For each group how long every message took from the fan to the desk, in ms. */
export type Paced = Readonly<Record<string, readonly number[]>>;

/** The sandbox in a process of its own. */
export interface TelegramFleet extends AsyncDisposable {
  readonly url: string;
  readonly child: Child;
  fleet(order: FleetOrder): Promise<TenantSeed[]>;
  /** Every call from now on takes this long. */
  latency(ms: number): Promise<void>;
  settled(seeds: readonly TenantSeed[]): Promise<void>;
  /** Messages a second. */
  burst(seeds: readonly TenantSeed[], perTenant: number): Promise<number>;
  pace(order: PaceOrder): Promise<Paced>;
  /** Messages a second that came to the desks while fans wrote. */
  flow(seeds: readonly TenantSeed[], order: Omit<FlowOrder, 'botIds'>): Promise<number>;
}

/** Starts the sandbox. */
export async function startTelegram(): Promise<TelegramFleet> {
  const child = startChild('test/bench/support/sandbox-child.ts');
  const ids = (seeds: readonly TenantSeed[]) => seeds.map(({ botId }) => botId);
  return {
    url: await child.call<string>('url'),
    child,
    fleet: (order) => child.call('fleet', order),
    latency: (ms) => child.call('latency', ms),
    settled: (seeds) => child.call('settled', ids(seeds)),
    burst: (seeds, perTenant) => child.call('burst', { botIds: ids(seeds), perTenant }),
    pace: (order) => child.call('pace', order),
    flow: (seeds, order) => child.call('flow', { ...order, botIds: ids(seeds) }),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}
