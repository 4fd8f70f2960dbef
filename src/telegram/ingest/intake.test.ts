import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#src/core/errors.ts';
import type { BotId, TenantId } from '#src/core/ids.ts';
import { type Log, silentLog } from '#src/core/log.ts';
import type { Arrival, ArrivalJournal } from '#src/storage/arrival-journal.ts';
import { createIntake, type Intake, type IntakeParts } from '#src/telegram/ingest/intake.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

const luna = 'luna' as TenantId;
const rex = 'rex' as TenantId;
const bot = 7 as BotId;

/** A journal in memory that notes what it is asked for, and fails when told. */
class NotedJournal implements ArrivalJournal {
  readonly rows = new Map<number, Arrival>();
  readonly commits: { readonly added: string[]; readonly forgotten: number[] }[] = [];
  tidied = 0;
  fault: AppError | null = null;
  keyFault: AppError | null = null;
  /** Until when the keys of tenants take to be had. */
  keysCome: Promise<void> = Promise.resolve();
  isRead = false;
  #lastSeq = 0;

  async seal(given: Omit<Arrival, 'seq'>) {
    await this.keysCome;
    if (this.keyFault) throw this.keyFault;
    this.#lastSeq += 1;
    return { arrival: { ...given, seq: this.#lastSeq }, sealed: '' };
  }

  commit(added: Parameters<ArrivalJournal['commit']>[0], forgotten: readonly number[]) {
    if (this.fault) throw this.fault;
    for (const seq of forgotten) this.rows.delete(seq);
    for (const { arrival } of added) this.rows.set(arrival.seq, arrival);
    const texts = added.map(({ arrival }) => arrival.payload);
    this.commits.push({ added: texts, forgotten: [...forgotten] });
  }

  async left() {
    return [...this.rows.values()];
  }

  tidy() {
    if (this.fault) throw this.fault;
    if (this.isRead) return false;
    this.tidied += 1;
    return true;
  }

  dropKey() {}

  close() {}
}

const full = new AppError('storage.full', 'transient', 'The disk is full.');

let journal: NotedJournal;
let clock: ReturnType<typeof manualClock>;
let intake: Intake;
/** What happened, in its order: `delivered a`, `acknowledged a`, `refused a (code)`. */
let events: string[];
let delivered: Arrival[];
let warnings: string[];

function open(changed: Partial<IntakeParts> = {}): void {
  const log: Log = { ...silentLog, warn: (event) => warnings.push(event) };
  intake = createIntake({
    journal,
    clock,
    log,
    deliver(arrivals) {
      delivered.push(...arrivals);
      for (const { payload } of arrivals) events.push(`delivered ${payload}`);
    },
    ...changed,
  });
}

beforeEach(() => {
  journal = new NotedJournal();
  clock = manualClock();
  events = [];
  delivered = [];
  warnings = [];
  open();
});

const add = (payload: string, tenantId = luna): Promise<void> =>
  intake.add(tenantId, bot, payload).then(
    () => void events.push(`acknowledged ${payload}`),
    (error: AppError) => void events.push(`refused ${payload} (${error.code})`),
  );
const seqOf = (payload: string) => {
  const found = delivered.find((arrival) => arrival.payload === payload);
  if (!found) throw new Error(`${payload} was not delivered`);
  return found.seq;
};
const kept = (...payloads: readonly string[]) => intake.kept(payloads.map(seqOf));
const left = () => [...journal.rows.values()].map(({ payload }) => payload);

describe('what comes', () => {
  test('in one turn shares one commit, and is delivered and acknowledged after it, in order', async () => {
    const adding = Promise.all([add('a'), add('b', rex), add('c')]);
    for (let n = 0; n < 10; n += 1) await Promise.resolve();
    expect(events).toEqual([]);
    expect(journal.commits).toEqual([]);
    await adding;
    expect(journal.commits).toEqual([{ added: ['a', 'b', 'c'], forgotten: [] }]);
    expect(events).toEqual([
      'delivered a',
      'delivered b',
      'delivered c',
      'acknowledged a',
      'acknowledged b',
      'acknowledged c',
    ]);
    expect(delivered).toEqual([
      { seq: 1, tenantId: luna, botId: bot, payload: 'a', receivedAt: clock.now() },
      { seq: 2, tenantId: rex, botId: bot, payload: 'b', receivedAt: clock.now() },
      { seq: 3, tenantId: luna, botId: bot, payload: 'c', receivedAt: clock.now() },
    ]);
  });

  test('later has a commit of its own, whether or not the earlier is kept', async () => {
    await add('a');
    await add('b');
    expect(journal.commits.map(({ added }) => added)).toEqual([['a'], ['b']]);
    expect(left()).toEqual(['a', 'b']);
  });

  test('is neither delivered nor acknowledged when its commit fails, and what comes next is taken', async () => {
    journal.fault = full;
    await Promise.all([add('a'), add('b', rex)]);
    expect(events).toEqual(['refused a (storage.full)', 'refused b (storage.full)']);
    journal.fault = null;
    await add('a');
    expect(events.slice(2)).toEqual(['delivered a', 'acknowledged a']);
    expect(left()).toEqual(['a']);
  });

  test('waits for its tenant’s key, and misses no commit that is made meanwhile', async () => {
    const keys = Promise.withResolvers<void>();
    journal.keysCome = keys.promise;
    const late = add('late');
    journal.keysCome = Promise.resolve();
    await add('early', rex);
    keys.resolve();
    await late;
    expect(events).toEqual([
      'delivered early',
      'acknowledged early',
      'delivered late',
      'acknowledged late',
    ]);
  });

  test('is refused alone when its tenant’s key cannot be had', async () => {
    journal.keyFault = new AppError('keys.destroyed', 'permanent', 'Gone.');
    await add('a');
    journal.keyFault = null;
    await add('b', rex);
    expect(events).toEqual(['refused a (keys.destroyed)', 'delivered b', 'acknowledged b']);
  });
});

describe('no more is on its way', () => {
  test('for one tenant than the limit, until some of it is kept; others have their own', async () => {
    open({ limits: { tenant: 2, all: 10 } });
    await Promise.all([add('a'), add('b'), add('c'), add('d', rex)]);
    expect(events.filter((event) => !event.startsWith('delivered'))).toEqual([
      'refused c (ingest.full)',
      'acknowledged a',
      'acknowledged b',
      'acknowledged d',
    ]);
    await add('e');
    expect(events.at(-1)).toBe('refused e (ingest.full)');
    kept('a');
    await add('f');
    expect(events.at(-1)).toBe('acknowledged f');
    await add('g');
    expect(events.at(-1)).toBe('refused g (ingest.full)');
  });

  test('for all than the limit, and who has little on its way finds room where others have much', async () => {
    const mia = 'mia' as TenantId;
    open({ limits: { tenant: 10, all: 4 } });
    for (const [text, tenant] of [
      ['a', luna],
      ['b', luna],
      ['c', luna],
      ['d', rex],
      ['e', rex],
      ['f', mia],
      ['g', mia],
    ] as const) {
      await add(text, tenant);
    }
    const answers = events.filter((event) => !event.startsWith('delivered'));
    expect(answers).toEqual([
      'acknowledged a',
      'acknowledged b',
      'refused c (ingest.full)',
      'acknowledged d',
      'refused e (ingest.full)',
      'acknowledged f',
      'refused g (ingest.full)',
    ]);
    kept('a', 'b');
    await add('h');
    expect(events.at(-1)).toBe('acknowledged h');
  });

  test('and what failed, or was told as kept twice, counts no more than once', async () => {
    open({ limits: { tenant: 2, all: 10 } });
    journal.fault = full;
    await Promise.all([add('a'), add('b')]);
    journal.fault = null;
    journal.keyFault = full;
    await Promise.all([add('a'), add('b')]);
    journal.keyFault = null;
    await Promise.all([add('c'), add('d')]);
    kept('c');
    kept('c');
    intake.kept([999]);
    await Promise.all([add('e'), add('f')]);
    expect(events.filter((event) => event.startsWith('acknowledged'))).toEqual([
      'acknowledged c',
      'acknowledged d',
      'acknowledged e',
    ]);
    expect(events).toContain('refused f (ingest.full)');
  });
});

describe('what is kept', () => {
  test('is forgotten with the next commit', async () => {
    await Promise.all([add('a'), add('b')]);
    kept('a');
    expect(left()).toEqual(['a', 'b']);
    await add('c');
    expect(left()).toEqual(['b', 'c']);
    expect(journal.commits).toHaveLength(2);
  });

  test('is forgotten within half a second when nothing comes', async () => {
    await Promise.all([add('a'), add('b')]);
    kept('a');
    await clock.advance(499);
    expect(left()).toEqual(['a', 'b']);
    await clock.advance(1);
    expect(left()).toEqual(['b']);
    await clock.advance(60_000);
    expect(journal.commits).toHaveLength(2);
  });

  test('is forgotten within half a second also while it is quiet since an earlier one', async () => {
    await add('a');
    kept('a');
    await clock.advance(1_000);
    await add('b');
    kept('b');
    await clock.advance(500);
    expect(left()).toEqual([]);
  });

  test('is forgotten with a later commit when one fails', async () => {
    await Promise.all([add('a'), add('b')]);
    kept('a', 'b');
    journal.fault = full;
    await add('c');
    await clock.advance(1_200);
    expect(left()).toEqual(['a', 'b']);
    expect(warnings).toEqual(['telegram.journal_failed', 'telegram.journal_failed']);
    journal.fault = null;
    await add('d');
    expect(left()).toEqual(['d']);
    expect(journal.commits.at(-1)?.forgotten.toSorted((a, b) => a - b)).toEqual([1, 2]);
  });

  test('waits for a quiet moment where it is much, so that nobody waits for it', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `m${index}`);
    await Promise.all(many.map((payload) => add(payload)));
    kept(...many);
    await add('a');
    expect(left()).toHaveLength(101);
    await clock.advance(500);
    expect(left()).toEqual(['a']);
  });

  test('is tried to be forgotten twice a second while the disk is full, however much it is', async () => {
    const many = Array.from({ length: 500 }, (_, n) => `m${n}`);
    await Promise.all(many.map((text) => add(text)));
    kept(...many);
    journal.fault = full;
    await clock.advance(3_000);
    expect(warnings.length).toBeGreaterThan(3);
    expect(warnings.length).toBeLessThan(8);
    journal.fault = null;
    await clock.advance(1_200);
    expect(left()).toEqual([]);
  });

  test('is forgotten when the intake stops, and nothing runs after that', async () => {
    await Promise.all([add('a'), add('b')]);
    kept('a');
    intake.stop();
    expect(left()).toEqual(['b']);
    kept('b');
    expect(clock.timers).toBe(0);
  });
});

describe('the disk is tidied', () => {
  test('once after five seconds in which nothing came', async () => {
    await add('a');
    kept('a');
    await clock.advance(500);
    await clock.advance(4_999);
    expect(journal.tidied).toBe(0);
    await clock.advance(1);
    expect(journal.tidied).toBe(1);
    await clock.advance(60_000);
    expect(journal.tidied).toBe(1);
    expect(clock.timers).toBe(0);
  });

  test('not while anything comes or is under way', async () => {
    await add('a');
    await clock.advance(60_000);
    expect(journal.tidied).toBe(0);
    kept('a');
    for (const payload of ['b', 'c', 'd', 'e']) {
      await clock.advance(3_000);
      await add(payload);
      kept(payload);
    }
    expect(journal.tidied).toBe(0);
    await clock.advance(6_000);
    expect(journal.tidied).toBe(1);
  });

  test('later when somebody reads there', async () => {
    await add('a');
    kept('a');
    journal.isRead = true;
    await clock.advance(6_000);
    journal.isRead = false;
    await clock.advance(5_000);
    expect(journal.tidied).toBe(1);
  });

  test('later when it fails', async () => {
    await add('a');
    kept('a');
    await clock.advance(600);
    journal.fault = full;
    await clock.advance(5_000);
    expect(warnings).toEqual(['telegram.journal_failed']);
    journal.fault = null;
    await clock.advance(5_000);
    expect(journal.tidied).toBe(1);
  });

  test('after a start too, since the process before may have ended early', async () => {
    await intake.start();
    await clock.advance(5_000);
    expect(journal.tidied).toBe(1);
  });
});

describe('what an earlier process left', () => {
  beforeEach(async () => {
    await Promise.all([add('a'), add('b', rex), add('c')]);
    events = [];
    delivered = [];
    open({ limits: { tenant: 2, all: 10 } });
    await intake.start();
  });

  test('is delivered in order, and forgotten once it is kept', async () => {
    expect(events).toEqual(['delivered a', 'delivered b', 'delivered c']);
    kept('a', 'b', 'c');
    await clock.advance(500);
    expect(left()).toEqual([]);
  });

  test('counts like what comes', async () => {
    await add('d');
    expect(events.at(-1)).toBe('refused d (ingest.full)');
    kept('a');
    await add('e');
    expect(events.at(-1)).toBe('acknowledged e');
  });
});

describe('over the real journal', () => {
  let storage: TestStorage;
  let tenants: TenantId[];

  beforeAll(async () => {
    storage = await openTestStorage({ inMemory: true });
    tenants = [(await storage.addTenant()).tenantId, (await storage.addTenant()).tenantId];
  });
  afterAll(() => storage[Symbol.asyncDispose]());

  type Step = readonly ['add' | 'keep' | 'fault' | 'turn' | 'wait' | 'crash' | 'stop', number];
  const steps: fc.Arbitrary<Step[]> = fc.array(
    fc.tuple(
      fc.constantFrom(
        ...([
          'add',
          'add',
          'add',
          'keep',
          'keep',
          'fault',
          'turn',
          'wait',
          'crash',
          'stop',
        ] as const),
      ),
      fc.nat(1_000),
    ),
    { maxLength: 40 },
  );

  /** What a world outside the program knows: what it was told and has, beyond any crash. */
  interface World {
    readonly acknowledged: Set<string>;
    readonly refused: Set<string>;
    readonly kept: Set<string>;
  }

  class Program {
    readonly delivered: Arrival[] = [];
    readonly clock = manualClock();
    readonly intake: Intake;
    readonly #journal = storage.storage.arrivalJournal();
    readonly #world: World;
    isFailing = false;
    /** Nothing that a dead program says is heard. */
    #isDead = false;

    constructor(world: World) {
      this.#world = world;
      const real = this.#journal;
      this.intake = createIntake({
        journal: {
          seal: (given) => real.seal(given),
          commit: (added, forgotten) => {
            if (this.isFailing) throw full;
            real.commit(added, forgotten);
          },
          left: () => real.left(),
          tidy: () => real.tidy(),
          dropKey: (tenantId) => real.dropKey(tenantId),
          close: () => real.close(),
        },
        clock: this.clock,
        log: silentLog,
        deliver: (arrivals) => void (this.#isDead || this.delivered.push(...arrivals)),
      });
    }

    add(tenantId: TenantId, payload: string): void {
      this.intake.add(tenantId, bot, payload).then(
        () => void (this.#isDead || this.#world.acknowledged.add(payload)),
        () => void (this.#isDead || this.#world.refused.add(payload)),
      );
    }

    /** The tenant's file has the next that was delivered and is not kept. */
    keep(which: number): void {
      const open = tenants.map((tenantId) =>
        this.delivered.find((one) => one.tenantId === tenantId && !this.#isKept(one)),
      );
      const one = open[which % 2];
      if (!one) return;
      this.#world.kept.add(one.payload);
      this.intake.kept([one.seq]);
    }

    #isKept({ payload }: Arrival): boolean {
      return this.#world.kept.has(payload);
    }

    end(how: 'crash' | 'stop'): void {
      if (how === 'stop') this.intake.stop();
      this.#isDead = true;
      this.#journal.close();
    }
  }

  /** A run that failed may have left something. */
  async function emptyJournal(): Promise<void> {
    const real = storage.storage.arrivalJournal();
    const arrivals = await real.left();
    real.commit(
      [],
      arrivals.map(({ seq }) => seq),
    );
    real.close();
  }

  function expectOrder(arrivals: readonly Arrival[]): void {
    for (const tenantId of tenants) {
      const numbers = arrivals
        .filter((arrival) => arrival.tenantId === tenantId)
        .map(({ payload }) => Number(payload));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
  }

  test('whatever was acknowledged and not kept is delivered after any restart, once, in each tenant’s order', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const world: World = { acknowledged: new Set(), refused: new Set(), kept: new Set() };
        const tenantOf = new Map<string, TenantId>();
        await emptyJournal();
        let program = new Program(world);
        await program.intake.start();

        const restart = async (how: 'crash' | 'stop'): Promise<void> => {
          program.end(how);
          expectOrder(program.delivered);
          const acknowledged = [...world.acknowledged];
          program = new Program(world);
          await program.intake.start();
          const again = program.delivered.map(({ payload }) => payload);
          expect(new Set(again).size).toBe(again.length);
          const missing = acknowledged.filter(
            (payload) => !world.kept.has(payload) && !again.includes(payload),
          );
          expect(missing).toEqual([]);
          expect(again.filter((payload) => world.refused.has(payload))).toEqual([]);
          for (const { payload, tenantId } of program.delivered)
            expect(tenantId).toBe(tenantOf.get(payload));
          if (how === 'stop')
            expect(again.filter((payload) => world.kept.has(payload))).toEqual([]);
          // A tenant's file that has one already says so at once.
          for (const { seq, payload } of program.delivered) {
            if (world.kept.has(payload)) program.intake.kept([seq]);
          }
        };

        let added = 0;
        for (const [step, n] of given) {
          if (step === 'add') {
            const payload = String((added += 1));
            const tenantId = tenants[n % 2] as TenantId;
            tenantOf.set(payload, tenantId);
            program.add(tenantId, payload);
          } else if (step === 'keep') program.keep(n);
          else if (step === 'fault') program.isFailing = !program.isFailing;
          else if (step === 'turn') await turn();
          else if (step === 'wait') await program.clock.advance(n * 6);
          else {
            if (step === 'stop') {
              program.isFailing = false;
              await turn();
              await turn();
            }
            await restart(step);
          }
        }
        program.isFailing = false;
        for (let n = 0; n < 4; n += 1) await turn();
        await restart('crash');
        for (const { seq, payload } of program.delivered) {
          world.kept.add(payload);
          program.intake.kept([seq]);
        }
        await program.clock.advance(10_000);
        await restart('stop');
        expect(program.delivered).toEqual([]);
        program.end('stop');
      }),
      { numRuns: 100 },
    );
  });
});
