import type { Reader } from '#src/storage/reader.ts';
import type { ManualClock } from '#test/support/manual-clock.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import type { SandboxChat, SandboxGroup, SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { startFanline } from '#test/support/start-fanline.ts';
import type { Fanline, TestTenant } from '#test/support/start-fanline.ts';

/** Luna's desk, which Telegram slows down, on a clock that the test moves; and Mars, who has nothing to do with it. */
export interface SlowDesk {
  readonly clock: ManualClock;
  readonly fanline: Fanline;
  readonly luna: TestTenant;
  readonly mars: TestTenant;
  /** Moves the clock while something that needs time is under way. */
  meanwhile<T>(work: PromiseLike<T>): Promise<T>;
  /** Moves the clock until `check` holds; fails after `withinMs` of the clock. */
  until<T>(what: string, withinMs: number, check: () => T | Nothing): Promise<T>;
  /** People named Fan-1., Fan-2. and so on. */
  fansOf(count: number): SandboxUser[];
  openForum(of: TestTenant): Promise<SandboxGroup>;
  digestAt(desk: SandboxChat): MessageView | undefined;
  /** How many fans a digest says are waiting. */
  waitingIn(digest: MessageView | undefined): number;
  /** Texts like "word 7" at a desk, as single or as combined relays. */
  relayed(desk: SandboxChat): string[];
  /** How many fans are seen at a desk, by their relay or as waiting (where each wrote once). */
  seenAt(desk: SandboxChat): number;
  /** Taps a button of Luna's; what the bot answers. */
  tap(desk: SandboxChat, message: MessageView, button: string): Promise<string>;
  /** Turns all pages of the digest; the names on them in their order. */
  namesOnAllPages(desk: SandboxChat): Promise<string[]>;
  /** Turns pages until the digest shows this name. */
  turnTo(desk: SandboxChat, name: string): Promise<MessageView>;
  /** Luna's stored messages of fans by delivery. */
  deliveries(): Promise<Record<string, number>>;
  end(): Promise<void>;
}

type Nothing = undefined | false | null;

/** Sets up both creators with private desks; Telegram's limits are off until the test turns them on. */
export async function startSlowDesk(): Promise<SlowDesk> {
  const clock = manualClock(undefined, quiet);
  // Calls to Telegram at the last look.
  let said = -1;
  const started: Fanline[] = [];
  const tenants: TestTenant[] = [];
  const fanline = await startFanline({
    clock,
    ownTime: true,
    watchMs: 5_000,
    inMemory: true,
  });
  started.push(fanline);
  const luna = await meanwhile(fanline.addTenant('luna'));
  const mars = await meanwhile(fanline.addTenant('mars'));
  tenants.push(luna, mars);

  // Time stands still until the program and Telegram have nothing more to say to each other, but for a second at most:
  // in a restart nobody answers. What a timer sets going shows within a few turns of the event loop; most set nothing going.
  async function quiet(): Promise<void> {
    for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
    for (let looks = 0; looks < 250; looks += 1) {
      const calls = started[0]?.sandbox.calls.length ?? 0;
      if (calls === said && !(await busy())) return;
      said = calls;
      await aMoment();
    }
  }

  async function busy(): Promise<boolean> {
    for (const tenant of tenants) {
      if (tenant.bot.pendingUpdates > 0) return true;
      if (await tenant.read(hasWorkUnderWay).catch(() => false)) return true;
    }
    return false;
  }

  async function meanwhile<T>(work: PromiseLike<T>): Promise<T> {
    let ended = false;
    const end = () => {
      ended = true;
    };
    void work.then(end, end);
    while (!ended) {
      await clock.advance(1_000);
      await aMoment();
    }
    return await work;
  }

  async function until<T>(what: string, withinMs: number, check: () => T | Nothing): Promise<T> {
    const end = clock.now() + withinMs;
    await quiet();
    for (;;) {
      const found = check();
      if (found) return found;
      if (clock.now() >= end) throw new Error(`In vain for ${withinMs} ms: ${what}`);
      await clock.advance(500);
    }
  }

  function fansOf(count: number): SandboxUser[] {
    return Array.from({ length: count }, (_, index) =>
      fanline.sandbox.createUser({ firstName: `Fan-${index + 1}.` }),
    );
  }

  async function openForum(of: TestTenant): Promise<SandboxGroup> {
    const group = fanline.sandbox.createGroup({ title: 'Desk', forum: true, owner: of.creator });
    group.adds(of.bot, { admin: true, manageTopics: true });
    of.creator.sends(group, '/desk');
    await until('the desk', 10_000, () =>
      of.creator.seesTexts(group).some((text) => text.startsWith('Your desk is here now')),
    );
    return group;
  }

  function digestAt(desk: SandboxChat): MessageView | undefined {
    return luna.creator
      .sees(desk)
      .findLast((message) => message.from.isBot && message.text.startsWith('Fans waiting: '));
  }

  function waitingIn(digest: MessageView | undefined): number {
    return Number(/^Fans waiting: (\d+)/.exec(digest?.text ?? '')?.[1] ?? 0);
  }

  function relayed(desk: SandboxChat): string[] {
    return luna.creator
      .sees(desk)
      .filter((message) => message.from.isBot && message.kind !== 'service')
      .flatMap((message) => message.text.split('\n'))
      .filter((line) => /^word \d+/.test(line));
  }

  function seenAt(desk: SandboxChat): number {
    return relayed(desk).length + waitingIn(digestAt(desk));
  }

  async function tap(desk: SandboxChat, message: MessageView, button: string): Promise<string> {
    const query = luna.creator.taps(desk, message.messageId, button);
    await until('an answer to the tap', 5_000, () => luna.creator.answersTo(query));
    return luna.creator.answersTo(query)?.text ?? '';
  }

  async function namesOnAllPages(desk: SandboxChat): Promise<string[]> {
    const names: string[] = [];
    for (;;) {
      const digest = digestAt(desk);
      if (!digest) return names;
      const onPage = [...digest.text.matchAll(/^\d+\. (\S+)/gm)].map((match) => match[1] ?? '');
      if (onPage.some((name) => names.includes(name))) return names;
      names.push(...onPage);
      if (!digest.buttons.flat().some((button) => button.text === '›')) return names;
      await tap(desk, digest, '›');
      await until('another page', 20_000, () => digestAt(desk)?.text !== digest.text);
    }
  }

  async function deliveries(): Promise<Record<string, number>> {
    const rows = await luna.read((reader) =>
      reader.db.selectFrom('message').select('delivery').where('direction', '=', 'in').execute(),
    );
    const counts: Record<string, number> = {};
    for (const { delivery } of rows) counts[delivery] = (counts[delivery] ?? 0) + 1;
    return counts;
  }

  async function turnTo(desk: SandboxChat, name: string): Promise<MessageView> {
    for (let page = 0; page < 20; page += 1) {
      const digest = digestAt(desk);
      if (digest?.buttons.flat().some((button) => button.text === name)) return digest;
      if (digest) {
        await tap(desk, digest, '›');
        await until('another page', 20_000, () => digestAt(desk)?.text !== digest.text);
      }
    }
    throw new Error(`${name} is on no page`);
  }

  return {
    clock,
    fanline,
    luna,
    mars,
    meanwhile,
    until,
    fansOf,
    openForum,
    digestAt,
    waitingIn,
    relayed,
    seenAt,
    tap,
    namesOnAllPages,
    turnTo,
    deliveries,
    end: () => {
      tenants.length = 0;
      return meanwhile(fanline[Symbol.asyncDispose]());
    },
  };
}

/** Time for an answer on its way: that goes by no clock of ours. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 4);
  });
}

async function hasWorkUnderWay(reader: Reader): Promise<boolean> {
  const calling = await reader.db
    .selectFrom('outbox')
    .select('id')
    .where('state', '=', 'sending')
    .limit(1)
    .execute();
  const waiting = await reader.db
    .selectFrom('stored_update')
    .select('id')
    .where('state', '=', 'waiting')
    .limit(1)
    .execute();
  return calling.length + waiting.length > 0;
}
