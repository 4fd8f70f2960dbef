import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { collectKinds } from '#src/jobs/collect-kinds.ts';
import { schedule, unschedule } from '#src/jobs/schedule.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import { noteKind, openJobBed } from '#test/support/job-bed.ts';
import * as queries from '#test/support/long-queries.ts';
import { noteMigrations, writeNote } from '#test/support/note-table.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const remind = noteKind('remind');
const name = (text: string) => ({ ref: { name: text } });

test('a job runs at its time and not before, for its own tenant', async () => {
  await using bed = await openJobBed([remind]);
  const [luna, rex] = [await bed.addTenant('luna'), await bed.addTenant('rex')];
  await bed.start();
  await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now() + hour, ...name('a') });
  await bed.clock.advance(hour - 1);
  expect(await bed.notes(luna)).toEqual([]);
  await bed.clock.advance(1);
  await bed.settle();
  expect(await bed.notes(luna)).toEqual(['remind a +0']);
  expect(await bed.jobs(luna)).toMatchObject([{ state: 'done', finished_at: bed.clock.now() }]);
  expect(bed.commits).toEqual([luna]);
  await bed.clock.advance(day);
  expect(await bed.notes(luna)).toHaveLength(1);
  expect(await bed.notes(rex)).toEqual([]);
});

test('what is due at once runs at once, and so does what a job schedules', async () => {
  const chain = noteKind('chain', {
    async run(tx, job, { clock }) {
      await writeNote(tx, `chain ${String(job.ref['name'])}`);
      if (job.ref['name'] === 'a') {
        await schedule(tx, { kind: 'chain', dueAt: clock.now(), ...name('b') }, clock.now());
      }
    },
  });
  await using bed = await openJobBed([chain]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'chain', dueAt: bed.clock.now(), ...name('a') });
  await bed.settle();
  expect(await bed.notes(luna)).toEqual(['chain a', 'chain b']);
});

test('much work leaves the event loop to others after each pass', async () => {
  const inOnePass = 16;
  const all = 20 * inOnePass;
  let [ran, sinceTurn, most] = [0, 0, 0];
  const chain = noteKind('chain', {
    async run(tx, _job, { clock }) {
      ran += 1;
      sinceTurn += 1;
      most = Math.max(most, sinceTurn);
      if (ran < all) await schedule(tx, { kind: 'chain', dueAt: clock.now() }, clock.now());
    },
  });
  await using bed = await openJobBed([chain]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  const turn = () => {
    sinceTurn = 0;
    if (ran < all) setImmediate(turn);
  };
  turn();
  await bed.schedule(luna, { kind: 'chain', dueAt: bed.clock.now() });
  await bed.until(() => ran === all);
  expect(most).toBe(inOnePass);
});

test('while messages are on their way, long work takes a quarter of the thread', async () => {
  let [ran, isBusy] = [0, true];
  const long = noteKind('long', {
    async run(tx, _job, { clock }) {
      ran += 1;
      bed.clock.stall(10);
      if (ran < 6) await schedule(tx, { kind: 'long', dueAt: clock.now() }, clock.now());
    },
  });
  await using bed = await openJobBed([long], { isBusy: () => isBusy });
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'long', dueAt: bed.clock.now() });
  await bed.settle();
  expect(ran).toBe(1);
  await bed.clock.advance(29);
  expect(ran).toBe(1);
  await bed.clock.advance(1);
  expect(ran).toBe(2);
  isBusy = false;
  await bed.clock.advance(30);
  expect(ran).toBe(6);
});

test('idle tenants are not opened while others work', async () => {
  await using bed = await openJobBed([remind]);
  const [luna, rex] = [await bed.addTenant('luna'), await bed.addTenant('rex')];
  await bed.schedule(rex, { kind: 'remind', dueAt: bed.clock.now() + day, ...name('r') });
  await bed.start();
  await bed.storage.store.release(rex);
  await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now() + hour, ...name('a') });
  await bed.clock.advance(2 * hour);
  expect(await bed.notes(luna)).toHaveLength(1);
  expect(readdirSync(join(bed.storage.dir, rex))).toEqual(['crm.db']);
  await bed.clock.advance(day);
  expect(await bed.notes(rex)).toEqual(['remind r +0']);
});

test('scheduling again under a key moves the job; without a key there are two', async () => {
  await using bed = await openJobBed([remind]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  const at = (ms: number) => bed.clock.now() + ms;
  await bed.schedule(luna, { kind: 'remind', key: 'k', dueAt: at(hour), ...name('first') });
  await bed.schedule(luna, { kind: 'remind', key: 'k', dueAt: at(2 * hour), ...name('moved') });
  await bed.schedule(luna, { kind: 'remind', key: 'other', dueAt: at(hour), ...name('other') });
  for (const text of ['x', 'y']) {
    await bed.schedule(luna, { kind: 'remind', dueAt: at(3 * hour), ...name(text) });
  }
  await bed.clock.advance(4 * hour);
  expect(await bed.notes(luna)).toEqual([
    'remind other +0',
    'remind moved +0',
    'remind x +0',
    'remind y +0',
  ]);
});

test('a job that is taken back does not run; one that was done cannot be', async () => {
  await using bed = await openJobBed([remind]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  const takeBack = (key: string) =>
    bed.storage.store.transact(luna, (tx) => unschedule(tx, 'remind', key));
  await bed.schedule(luna, { kind: 'remind', key: 'a', dueAt: bed.clock.now(), ...name('a') });
  await bed.schedule(luna, { kind: 'remind', key: 'b', dueAt: bed.clock.now() + 1, ...name('b') });
  await bed.settle();
  expect([await takeBack('a'), await takeBack('b'), await takeBack('b')]).toEqual([
    false,
    true,
    false,
  ]);
  await bed.clock.advance(hour);
  expect(await bed.notes(luna)).toEqual(['remind a +0']);
});

test('a job of a transaction that is rolled back never was', async () => {
  await using bed = await openJobBed([remind]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  const failing = bed.storage.store.transact(luna, async (tx) => {
    await schedule(tx, { kind: 'remind', dueAt: bed.clock.now(), ...name('a') }, bed.clock.now());
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await bed.clock.advance(hour);
  expect(await bed.notes(luna)).toEqual([]);
  expect(await bed.jobs(luna)).toEqual([]);
});

const daily = noteKind('daily', {
  async run(tx, job, { clock }) {
    await writeNote(tx, `day ${(clock.now() - job.createdAt) / day}`);
    return { again: job.dueAt + day * Math.ceil((clock.now() + 1 - job.dueAt) / day) };
  },
});

test('a job that comes again after three days of downtime comes once, then on its days', async () => {
  await using bed = await openJobBed([daily]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'daily', key: '', dueAt: bed.clock.now() + day });
  await bed.clock.advance(2 * day);
  await bed.restart(3.5 * day);
  await bed.clock.advance(1.5 * day);
  expect(await bed.notes(luna)).toEqual(['day 1', 'day 2', 'day 5.5', 'day 6', 'day 7']);
  expect(await bed.jobs(luna)).toMatchObject([{ state: 'waiting' }]);
});

test('what came due in a downtime is done once each, little by little', async () => {
  await using bed = await openJobBed([remind]);
  const luna = await bed.addTenant('luna');
  for (let n = 0; n < 100; n += 1) {
    const dueAt = bed.clock.now() + n * minute;
    await bed.schedule(luna, { kind: 'remind', dueAt, ...name(`${n}`) });
  }
  await bed.restart(3 * day);
  await bed.until(async () => (await bed.notes(luna)).length >= 100);
  await bed.clock.advance(hour);
  const done = (await bed.notes(luna)).map((text) => Number(text.split(' ')[1]));
  expect(done).toEqual(Array.from({ length: 100 }, (_, n) => n));
  expect(bed.commits.length).toBeGreaterThanOrEqual(Math.ceil(100 / 16));
});

test('a kind that is of no use late is skipped, and says when next', async () => {
  const news = noteKind('news', {
    late: 'skip',
    onSkipped: async (_tx, job) => ({ again: job.dueAt + day }),
  });
  await using bed = await openJobBed([news]);
  const luna = await bed.addTenant('luna');
  const { clock } = bed;
  await bed.schedule(luna, { kind: 'news', dueAt: clock.now() + minute, ...name('a') });
  await bed.restart(hour);
  expect(await bed.notes(luna)).toEqual([]);
  await clock.advance(day);
  expect(await bed.notes(luna)).toEqual(['news a +0']);
});

test('a job that fails is undone, tried again later, given up at last and told of; others go on', async () => {
  const told: string[] = [];
  const broken = noteKind('broken', {
    async run(tx) {
      await writeNote(tx, 'half done');
      throw new RangeError('words of a fan');
    },
    async onFailed(tx, job) {
      told.push(`${job.kind} ${job.attempts}`);
      await writeNote(tx, 'given up');
    },
  });
  await using bed = await openJobBed([broken, remind]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'broken', dueAt: bed.clock.now() });
  await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now(), ...name('fine') });
  await bed.settle();
  expect(await bed.notes(luna)).toEqual(['remind fine +0']);
  const wait = bed.clock.now() + 10_000;
  expect(await bed.jobs(luna)).toMatchObject([
    { state: 'waiting', attempts: 1, last_error: 'RangeError', run_at: wait },
    { state: 'done' },
  ]);
  await bed.clock.advance(day);
  expect(await bed.notes(luna)).toEqual(['remind fine +0', 'given up']);
  expect(await bed.jobs(luna)).toMatchObject([{ state: 'failed', attempts: 6 }, {}]);
  expect(told).toEqual(['broken 5']);
  expect(JSON.stringify(bed.lines)).not.toContain('words');
  await bed.clock.advance(10 * day);
  expect(told).toHaveLength(1);
});

test('work of a kind that no feature knows is kept for some hours, then marked failed', async () => {
  await using bed = await openJobBed([remind]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'stranger', dueAt: bed.clock.now() });
  await bed.clock.advance(hour);
  expect(await bed.jobs(luna)).toMatchObject([{ state: 'waiting', attempts: 4 }]);
  await bed.clock.advance(day);
  expect(await bed.jobs(luna)).toMatchObject([
    { state: 'failed', last_error: 'jobs.unknown-kind' },
  ]);
});

test('when the file cannot be written nothing of a job remains, and no try is counted', async () => {
  await using bed = await openJobBed([remind]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  bed.fillDisk(true);
  await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now(), ...name('a') });
  await bed.clock.advance(10 * minute);
  expect(await bed.notes(luna)).toEqual([]);
  expect(await bed.jobs(luna)).toMatchObject([{ state: 'waiting', attempts: 0 }]);
  const tries = bed.lines.filter(({ event }) => event === 'jobs.pass-failed').length;
  expect(tries).toBeGreaterThan(3);
  expect(tries).toBeLessThan(30);
  bed.fillDisk(false);
  await bed.clock.advance(minute);
  expect(await bed.notes(luna)).toHaveLength(1);
});

test('what a script has scheduled is found within seconds', async () => {
  await using bed = await openJobBed([remind], { lookEveryMs: 5_000 });
  const luna = await bed.addTenant('luna');
  await bed.start();
  await using script = await openStorage({
    dir: bed.storage.dir,
    masterKey: bed.storage.masterKey,
    clock: bed.clock,
    random: systemRandom,
    log: silentLog,
    migrations: noteMigrations,
  });
  await script.store.transact(luna, (tx) =>
    schedule(tx, { kind: 'remind', dueAt: bed.clock.now(), ...name('a') }, bed.clock.now()),
  );
  await script.close();
  await bed.clock.advance(5_000);
  await bed.settle();
  expect(await bed.notes(luna)).toHaveLength(1);
});

test.each([
  ['at the next start', async (bed: Awaited<ReturnType<typeof openJobBed>>) => bed.restart()],
  [
    'within hours',
    async (bed: Awaited<ReturnType<typeof openJobBed>>) => bed.clock.advance(7 * hour),
  ],
])('work that the index has lost is found %s', async (_when, wait) => {
  await using bed = await openJobBed([remind]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now() + hour, ...name('a') });
  const { due } = bed.storage.storage;
  due.settle(luna, null);
  await due.flush();
  await wait(bed);
  await bed.clock.advance(hour);
  expect(await bed.notes(luna)).toHaveLength(1);
});

test.each(['suspended', 'quarantined', 'deleted'] as const)(
  'work of a tenant that is %s waits until it may go on',
  async (why) => {
    await using bed = await openJobBed([remind]);
    const [luna, rex] = [await bed.addTenant('luna'), await bed.addTenant('rex')];
    await bed.start();
    const { control } = bed.storage;
    await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now() + hour, ...name('a') });
    await bed.schedule(rex, { kind: 'remind', dueAt: bed.clock.now() + hour, ...name('r') });
    const [stop, go] =
      why === 'quarantined'
        ? [{ quarantine: 'storage.corrupt' }, { quarantine: null }]
        : [{ state: why }, { state: 'active' as const }];
    await control.change(luna, stop);
    await bed.clock.advance(day);
    expect(await bed.notes(rex)).toEqual(['remind r +0']);
    await control.change(luna, go);
    expect(await bed.notes(luna)).toEqual([]);
    await bed.clock.advance(10 * minute);
    await bed.settle();
    expect(await bed.notes(luna)).toHaveLength(1);
  },
);

test('a clock that leaps an hour ahead and back in some minutes makes nothing come early or twice', async () => {
  await using bed = await openJobBed([remind], { lookEveryMs: 5_000 });
  const luna = await bed.addTenant('luna');
  await bed.start();
  const { clock } = bed;
  await bed.schedule(luna, { kind: 'remind', dueAt: clock.now() + 30 * minute, ...name('a') });
  await clock.advance(minute);
  clock.jump(hour);
  await clock.advance(4 * minute);
  expect(await bed.notes(luna)).toEqual([]);
  clock.jump(-hour);
  await clock.advance(hour);
  expect(await bed.notes(luna)).toEqual(['remind a +0']);
});

test('a clock that leaps ahead and stays there is believed after five minutes', async () => {
  await using bed = await openJobBed([remind], { lookEveryMs: 5_000 });
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now() + hour, ...name('a') });
  await bed.settle();
  bed.clock.jump(hour);
  await bed.clock.advance(4 * minute);
  expect(await bed.notes(luna)).toEqual([]);
  await bed.clock.advance(2 * minute);
  expect(await bed.notes(luna)).toHaveLength(1);
});

test('a clock that leaps back repeats nothing', async () => {
  await using bed = await openJobBed([daily, remind]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  const { clock } = bed;
  await bed.schedule(luna, { kind: 'daily', key: '', dueAt: clock.now() + hour });
  await bed.schedule(luna, { kind: 'remind', dueAt: clock.now() + hour, ...name('a') });
  await clock.advance(hour);
  clock.jump(-hour);
  await clock.advance(3 * hour);
  expect(await bed.notes(luna)).toHaveLength(2);
});

test('what a person waits for goes first, also after a leap of the clock', async () => {
  await using bed = await openJobBed([remind]);
  const luna = await bed.addTenant('luna');
  const { clock } = bed;
  for (let n = 0; n < 3; n += 1) {
    await bed.schedule(luna, { kind: 'remind', dueAt: clock.now() - hour, ...name(`late${n}`) });
  }
  await bed.schedule(luna, { kind: 'remind', dueAt: clock.now(), urgent: true, ...name('now') });
  await bed.start();
  expect((await bed.notes(luna))[0]).toBe('remind now +0');
  await bed.schedule(luna, { kind: 'remind', dueAt: clock.now() + hour, ...name('later') });
  clock.jump(2 * hour);
  await bed.schedule(luna, { kind: 'remind', dueAt: clock.now(), urgent: true, ...name('asked') });
  await bed.settle();
  const notes = await bed.notes(luna);
  expect(notes).toContain('remind asked +0');
  expect(notes.join()).not.toContain('later');
});

test('many tenants due in the same moment are all served', async () => {
  await using bed = await openJobBed([remind]);
  const tenants = [];
  for (let n = 0; n < 80; n += 1) tenants.push(await bed.addTenant(`tenant-${n}`));
  const dueAt = bed.clock.now() + hour;
  for (const id of tenants) await bed.schedule(id, { kind: 'remind', dueAt, ...name('a') });
  await bed.start();
  await bed.clock.advance(hour);
  await bed.until(() => bed.commits.length >= 80);
  for (const id of tenants) expect(await bed.notes(id)).toEqual(['remind a +0']);
});

test('a kind may prepare with long reads before its transaction', async () => {
  const counted = noteKind('counted', {
    prepare: (_job, { readLong }) => readLong(queries.count, { to: 1_000 }),
    async run(tx, _job, _services, prepared) {
      await writeNote(tx, `counted ${String(prepared)}`);
    },
  });
  await using bed = await openJobBed([counted, remind]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'counted', dueAt: bed.clock.now(), urgent: true });
  await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now(), ...name('a') });
  await bed.until(async () => (await bed.notes(luna)).length === 2);
  expect(await bed.notes(luna)).toEqual(['counted 1000', 'remind a +0']);
});

test('what was prepared for a job that has moved meanwhile is thrown away', async () => {
  const gate = Promise.withResolvers<void>();
  let times = 0;
  const slow = noteKind('slow', {
    async prepare() {
      times += 1;
      await gate.promise;
      return times;
    },
    async run(tx, job, _services, prepared) {
      await writeNote(tx, `${String(job.ref['name'])} ${String(prepared)}`);
    },
  });
  await using bed = await openJobBed([slow]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'slow', key: 'k', dueAt: bed.clock.now(), ...name('old') });
  await bed.settle();
  await bed.schedule(luna, {
    kind: 'slow',
    key: 'k',
    dueAt: bed.clock.now() + hour,
    ...name('new'),
  });
  gate.resolve();
  await bed.settle();
  expect(await bed.notes(luna)).toEqual([]);
  await bed.clock.advance(hour);
  expect(await bed.notes(luna)).toEqual(['new 2']);
});

/** A kind that waits beside the others until its gate opens; `begun` names the jobs whose preparation began. */
function apartKind() {
  const begun: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<string>>();
  const kind = noteKind('apart', {
    apart: true,
    prepare(job, { signal }) {
      const gate = Promise.withResolvers<string>();
      const text = String(job.ref['name']);
      begun.push(text);
      gates.set(text, gate);
      signal.addEventListener('abort', () => gate.reject(new Error('stopped')));
      return gate.promise;
    },
    async run(tx, job, _services, prepared) {
      await writeNote(tx, `${String(job.ref['name'])} ${String(prepared)}`);
    },
  });
  return { kind, begun, open: (text: string) => gates.get(text)?.resolve('came') };
}

test('what waits for others is prepared beside everything else, many at one time', async () => {
  const { kind, begun, open } = apartKind();
  await using bed = await openJobBed([kind, remind]);
  const [luna, rex] = [await bed.addTenant('luna'), await bed.addTenant('rex')];
  await bed.start();
  for (const text of ['a', 'b', 'c']) {
    await bed.schedule(luna, {
      kind: 'apart',
      dueAt: bed.clock.now(),
      urgent: true,
      ...name(text),
    });
  }
  await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now(), ...name('r') });
  await bed.settle();
  expect(begun).toEqual(['a', 'b', 'c']);
  expect(await bed.notes(luna)).toEqual(['remind r +0']);
  open('b');
  await bed.until(async () => (await bed.notes(luna)).length === 2);
  open('a');
  open('c');
  await bed.until(async () => (await bed.notes(luna)).length === 4);
  expect((await bed.notes(luna)).toSorted()).toEqual(['a came', 'b came', 'c came', 'remind r +0']);
  expect((await bed.jobs(luna)).every(({ state }) => state === 'done')).toBe(true);
  await bed.clock.advance(day);
  expect(await bed.notes(luna)).toHaveLength(4);
  expect(await bed.notes(rex)).toEqual([]);
});

test('no more than 64 of a tenant wait beside; the others follow, and hold up nothing', async () => {
  const { kind, begun, open } = apartKind();
  await using bed = await openJobBed([kind, remind]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  const all = Array.from({ length: 70 }, (_, index) => `${index}`);
  for (const text of all) {
    await bed.schedule(luna, { kind: 'apart', dueAt: bed.clock.now(), ...name(text) });
  }
  await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now(), ...name('r') });
  await bed.until(async () => (await bed.notes(luna)).length === 1);
  expect(begun).toHaveLength(64);
  for (const text of all.slice(0, 64)) open(text);
  await bed.until(() => begun.length === 70);
  for (const text of all.slice(64)) open(text);
  await bed.until(async () => (await bed.notes(luna)).length === 71);
});

test('a stop ends what waits beside; after it that begins anew', async () => {
  const { kind, begun, open } = apartKind();
  await using bed = await openJobBed([kind]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'apart', dueAt: bed.clock.now(), ...name('a') });
  await bed.settle();
  await bed.restart();
  await bed.until(() => begun.length === 2);
  expect(await bed.jobs(luna)).toMatchObject([{ state: 'waiting', attempts: 0 }]);
  open('a');
  await bed.until(async () => (await bed.notes(luna)).length === 1);
  expect(await bed.notes(luna)).toEqual(['a came']);
});

test('preparation that fails counts as a failed try; a stop in the middle does not', async () => {
  const sick = noteKind('sick', {
    prepare: (_job, { readLong }) => readLong(queries.failing, null),
  });
  const endless = noteKind('endless', {
    prepare: (job, { readLong }) =>
      readLong(queries.endless, { gate: gates.get(job.kind) ?? new SharedArrayBuffer(4) }),
  });
  const gate = new SharedArrayBuffer(4);
  const gates = new Map([['endless', gate]]);
  await using bed = await openJobBed([sick, endless]);
  const [luna, rex] = [await bed.addTenant('luna'), await bed.addTenant('rex')];
  await bed.start();
  await bed.schedule(luna, { kind: 'sick', dueAt: bed.clock.now() });
  await bed.schedule(rex, { kind: 'endless', dueAt: bed.clock.now() });
  await bed.until(async () => (await bed.jobs(luna))[0]?.attempts === 1);
  expect(await bed.jobs(luna)).toMatchObject([{ last_error: 'storage.query-failed' }]);
  await Atomics.waitAsync(new Int32Array(gate), 0, 0).value;
  await bed.stop();
  expect(await bed.jobs(rex)).toMatchObject([{ state: 'waiting', attempts: 0 }]);
});

test('a job that schedules itself under its key has done so, whatever else it says', async () => {
  const own = noteKind('own', {
    async run(tx, job, { clock }) {
      await writeNote(tx, `own ${String(job.ref['name'])}`);
      if (job.ref['name'] === 'b') return undefined;
      const next = { kind: 'own', key: 'k', dueAt: clock.now() + hour, ...name('b') };
      await schedule(tx, next, clock.now());
      return { again: clock.now() + minute };
    },
  });
  await using bed = await openJobBed([own]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'own', key: 'k', dueAt: bed.clock.now(), ...name('a') });
  await bed.clock.advance(2 * hour);
  expect(await bed.notes(luna)).toEqual(['own a', 'own b']);
});

test('jobs that ended a week ago are forgotten, those that failed are not', async () => {
  const bad = noteKind('bad', {
    run: async () => {
      throw new Error('no');
    },
  });
  await using bed = await openJobBed([remind, bad]);
  const luna = await bed.addTenant('luna');
  await bed.start();
  await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now(), ...name('a') });
  await bed.schedule(luna, { kind: 'bad', dueAt: bed.clock.now(), urgent: true });
  await bed.schedule(luna, { kind: 'remind', dueAt: bed.clock.now() + 8 * day, ...name('b') });
  await bed.clock.advance(8 * day);
  const left = (await bed.jobs(luna)).map(({ kind, state }) => `${kind} ${state}`);
  expect(left).toEqual(['bad failed', 'remind done']);
});

test('two features cannot give the same kind', () => {
  const both = [
    { name: 'one', jobKinds: [remind] },
    { name: 'two', jobKinds: [remind] },
  ];
  expect(() => collectKinds(both)).toThrow(
    expect.objectContaining({ code: 'jobs.duplicate-kind' }),
  );
});
