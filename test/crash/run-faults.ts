// `npm run test:faults`: every fault with its full count. Real processes, real SIGKILL, loopback only.
import { parseArgs } from 'node:util';
import type { Books } from '#test/support/crash/books.ts';
import type { Counts } from '#test/support/crash/known-messages.ts';
import { runBadFiles } from './bad-files.ts';
import { runBusyFiles } from './busy-files.ts';
import { runDigestKills } from './digest-kills.ts';
import { runDiskFull } from './disk-full.ts';
import { runFailingWrites } from './failing-writes.ts';
import { runBadMigration, runMigrationKills } from './migrations.ts';
import { runRandomKills } from './random-kills.ts';
import { runSteps } from './steps.ts';
import { runSecondServer, runStops } from './stops.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '200' },
    only: { type: 'string', default: '' },
  },
});
// So that nothing is left behind: children and mounts end with this process.
process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const kills = Number(values.kills);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(kills) || kills < 2) {
  console.error('usage: npm run test:faults -- [--seed N] [--kills N] [--only TEXT]');
  process.exit(2);
}

/** One line of the table. */
interface Outcome {
  readonly kills: number | string;
  readonly books?: Books;
  readonly note?: string;
  readonly broken: readonly string[];
}

const modes = ['webhook', 'polling'] as const;
const half = Math.floor(kills / 2);

const scenarios: readonly (readonly [name: string, run: () => Promise<Outcome>])[] = [
  ...modes.map(
    (mode) =>
      [
        `kills at random, ${mode}`,
        async () => {
          const { books } = await runRandomKills({ mode, seed, kills: half });
          return { kills: half, books, broken: books.broken };
        },
      ] as const,
  ),
  ...modes.map(
    (mode) =>
      [
        `kill at each step, ${mode}`,
        async () => {
          const run = await runSteps({ mode, seed, rounds: 4 });
          return { kills: run.kills, books: run.books, broken: run.books.broken };
        },
      ] as const,
  ),
  [
    'kills inside a live digest',
    async () => {
      const run = await runDigestKills({ seed, fans: 40, kills: 20 });
      const note = `${run.live} of them while it lived`;
      const broken = run.live > 0 ? run.books.broken : [note, ...run.books.broken];
      return { kills: run.kills, books: run.books, note, broken };
    },
  ],
  [
    'kills inside migrations',
    async () => {
      const run = await runMigrationKills({ seed, tenants: 100, kills: 20 });
      return { kills: run.kills, note: `${run.old} old, ${run.fresh} new`, broken: run.broken };
    },
  ],
  [
    'a bad migration',
    async () => {
      const { migrated, quarantined, broken } = await runBadMigration(100);
      const right = migrated === 99 && quarantined.length === 1;
      const note = `${migrated} migrated, ${quarantined.length} quarantined`;
      return { kills: '-', note, broken: right ? broken : [note, ...broken] };
    },
  ],
  [
    'bad files',
    async () => {
      const { books, quarantined } = await runBadFiles(seed);
      return { kills: '-', books, note: JSON.stringify(quarantined), broken: books.broken };
    },
  ],
  [
    'every write fails once',
    async () => {
      const run = await runFailingWrites({ seed, every: 1 });
      const note = `${run.writes} writes, ${run.scenes} scenes, ${run.refused} times not taken`;
      return { kills: '-', books: run.books, note, broken: run.books.broken };
    },
  ],
  ...modes.map(
    (mode) =>
      [
        `disk full, ${mode}`,
        async () => {
          const { books, how, refused } = await runDiskFull({ mode, seed, rounds: 4 });
          return {
            kills: '-',
            books,
            note: `${how}, ${refused} times not taken`,
            broken: books.broken,
          };
        },
      ] as const,
  ),
  ...modes.map(
    (mode) =>
      [
        `SIGTERM under load, ${mode}`,
        async () => {
          const { books, exits } = await runStops({ mode, seed, stops: 6, hang: true });
          const slowest = Math.max(...exits.map(({ ms }) => ms));
          const bad = exits.filter(({ code, ms }) => code !== 0 || ms > 10_000);
          const wrong = bad.map(({ code, ms }) => `exit ${code} after ${Math.round(ms)} ms`);
          const note = `${exits.length} stops, slowest ${(slowest / 1000).toFixed(1)} s`;
          return { kills: '-', books, note, broken: [...wrong, ...books.broken] };
        },
      ] as const,
  ),
  [
    'a second server',
    async () => {
      const { code, said, firstWorks } = await runSecondServer(seed);
      const right = code !== 0 && said.includes('storage.locked') && firstWorks;
      return { kills: '-', note: `refused with exit code ${code}`, broken: right ? [] : [said] };
    },
  ],
  ...modes.map(
    (mode) =>
      [
        `a script holds the files, ${mode}`,
        async () => {
          const { books, held } = await runBusyFiles({ mode, seed, rounds: 12 });
          return { kills: '-', books, note: `${held} times`, broken: books.broken };
        },
      ] as const,
  ),
];

console.log(`seed ${seed}`);
const rows: string[][] = [
  [
    'scenario',
    'kills',
    'updates',
    'relayed',
    'doubled+marked',
    'delivered',
    'failed',
    'unknown',
    'fans doubled',
    'lost',
    'out of order',
    's',
    '',
  ],
];
let failures = 0;
for (const [name, run] of scenarios) {
  if (!name.includes(values.only)) continue;
  const began = performance.now();
  let outcome: Outcome;
  try {
    outcome = await run();
  } catch (error) {
    outcome = { kills: '-', broken: [String(error)] };
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const { books, note = '', broken } = outcome;
  const count = (name: keyof Counts) => (books ? `${books[name]}` : '-');
  rows.push([
    name,
    `${outcome.kills}`,
    count('updates'),
    count('relayed'),
    count('doubledAndMarked'),
    count('delivered'),
    count('failed'),
    count('unknown'),
    count('fansDoubled'),
    count('lost'),
    count('outOfOrder'),
    seconds,
    note,
  ]);
  failures += broken.length > 0 ? 1 : 0;
  console.log(`${broken.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s) ${note}`);
  for (const line of broken.slice(0, 30)) console.log(`       ${line}`);
  if (broken.length > 30) console.log(`       and ${broken.length - 30} more`);
}
const widths =
  rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
console.log(
  `\n${rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}`,
);
process.exit(failures === 0 ? 0 : 1);
