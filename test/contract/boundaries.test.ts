import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const config = join(root, '.dependency-cruiser.cjs');

interface Cruised {
  modules: { source: string; dependencies: { module: string; resolved: string }[] }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

/** Runs the cruiser as `npm run boundaries` does, over the project in `folder`. */
async function cruise(folder: string): Promise<Cruised> {
  const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const globs = ['src/**/*.ts', 'scripts/**/*.ts', 'migrations/**/*.ts'];
  const run = promisify(execFile)(
    process.execPath,
    [command, ...globs, '--config', config, '-T', 'json'],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  );
  // Violations give an exit code other than 0; the report is on stdout all the same.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return JSON.parse(stdout) as Cruised;
}

/** One seeded violation for each rule: in this file stands that import. */
const seeds: readonly (readonly [rule: string, file: string, line: string])[] = [
  ['no-cycles', 'src/telegram/circle.ts', "import './ring.ts';"],
  ['no-orphans', 'src/telegram/lonely.ts', 'export const lonely = 1;'],
  ['resolvable', 'src/telegram/nowhere.ts', "import '#src/not/there.ts';"],
  ['core-stands-alone', 'src/core/seed.ts', "import type { S } from '#src/storage/target.ts';"],
  ['core-stands-alone', 'src/core/vendor.ts', "import { z } from 'zod';"],
  ['storage-below', 'src/storage/seed.ts', "import { t } from '#src/telegram/target.ts';"],
  ['migrations-alone', 'migrations/tenant/0001_seed.ts', "import '#src/features/fans/index.ts';"],
  [
    'adapters-below',
    'src/telegram/seed.ts',
    "import type { F } from '#src/features/fans/index.ts';",
  ],
  ['adapters-apart', 'src/http/seed.ts', "import { t } from '#src/telegram/target.ts';"],
  ['features-below', 'src/features/fans/seed.ts', "import { a } from '#src/app/target.ts';"],
  ['operator-below', 'src/operator/seed.ts', "import { a } from '#src/app/target.ts';"],
  ['nothing-above-main', 'src/app/seed.ts', "import '#src/main.ts';"],
  ['src-below-scripts', 'src/app/seed-script.ts', "import '#scripts/cli/target.ts';"],
  [
    'feature-doors',
    'src/features/threads/door.ts',
    "import { r } from '#src/features/fans/rules.ts';",
  ],
  [
    'feature-doors-from-outside',
    'src/app/door.ts',
    "import { r } from '#src/features/fans/rules.ts';",
  ],
  [
    'feature-contract-below',
    'src/features/feature.ts',
    "import type { F } from '#src/features/fans/index.ts';",
  ],
  [
    'feature-order-fans',
    'src/features/fans/order.ts',
    "import { t } from '#src/features/threads/index.ts';",
  ],
  [
    'feature-order-threads',
    'src/features/threads/order.ts',
    "import '#src/features/settings/index.ts';",
  ],
  ['feature-order-listed', 'src/features/novel/order.ts', "import '#src/features/fans/index.ts';"],
  [
    'handlers-call-services',
    'src/features/fans/telegram/seed.ts',
    "import { q } from '../queries.ts';",
  ],
  [
    'handlers-call-services',
    'src/features/threads/telegram/seed.ts',
    "import { q } from '../queries/rows.ts';",
  ],
  ['no-test-code', 'src/app/test-code.ts', "import { s } from '#test/support/target.ts';"],
  ['no-dev-dependencies', 'src/app/dev.ts', "import { it } from 'vitest';"],
  [
    'home-of-better-sqlite3',
    'src/storage/second-home.ts',
    "import Database from 'better-sqlite3';",
  ],
  ['home-of-kysely', 'src/features/fans/service.ts', "import { sql } from 'kysely';"],
  ['home-of-grammy', 'src/features/fans/bot.ts', "import { Bot } from 'grammy';"],
  ['home-of-grammy-types', 'src/storage/grammy.ts', "import type { Update } from 'grammy/types';"],
  ['home-of-hono', 'src/app/hono.ts', "import { Hono } from 'hono';"],
  ['home-of-pino', 'src/telegram/pino.ts', "import { pino } from 'pino';"],
  ['home-of-commander', 'src/operator/commander.ts', "import { Command } from 'commander';"],
  ['home-of-cli-progress', 'src/operator/bar.ts', "import { SingleBar } from 'cli-progress';"],
];

/** What the seeds import, all of it allowed to exist. */
const targets: Readonly<Record<string, string>> = {
  'src/main.ts': "import '#src/app/target.ts';",
  'src/app/target.ts': 'export const a = 1;',
  'src/storage/target.ts': 'export type S = 1;',
  'src/telegram/target.ts': "import { Bot } from 'grammy';\nexport const t = Bot;",
  'src/telegram/ring.ts': "import './circle.ts';",
  'src/features/fans/index.ts':
    "import type { Update } from 'grammy/types';\nexport type F = Update;",
  'src/features/fans/rules.ts':
    "import { createHash } from 'node:crypto';\nexport const r = createHash;",
  'src/features/fans/queries.ts': "import { sql } from 'kysely';\nexport const q = sql;",
  'src/features/threads/index.ts': "import '#src/features/fans/index.ts';\nexport const t = 1;",
  'src/features/threads/queries/rows.ts': "import { sql } from 'kysely';\nexport const q = sql;",
  'src/features/settings/index.ts': "import '#src/features/threads/index.ts';",
  'scripts/cli/target.ts': "import { Command } from 'commander';\nexport const c = Command;",
  'scripts/demo.ts': "import '#test/support/target.ts';",
  'test/support/target.ts': 'export const s = 1;',
};

const packages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  grammy: { '.': './out/mod.js', './types': './out/types.d.ts' },
  ...Object.fromEntries(
    ['better-sqlite3', 'kysely', 'hono', 'pino', 'zod', 'commander', 'cli-progress', 'vitest'].map(
      (name) => [name, { '.': './index.js' }],
    ),
  ),
};

describe('the boundaries between modules', () => {
  let folder: string;
  let report: Cruised;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fanline-boundaries-'));
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
    for (const [path, text] of Object.entries(targets)) write(path, `${text}\n`);
    for (const [, path, line] of seeds) write(path, `${line}\nexport {};\n`);
    for (const [name, exports] of Object.entries(packages)) {
      write(
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: '1.0.0', exports }),
      );
      for (const file of Object.values(exports))
        write(`node_modules/${name}/${file}`, 'export {};\n');
    }
    report = await cruise(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(seeds)('%s: reports what is seeded in %s', (rule, file) => {
    const broken = report.summary.violations.filter(({ from }) => from === file);
    expect(broken.map((violation) => violation.rule.name)).toContain(rule);
  });

  it('reports nothing about the files that keep to the rules', () => {
    const seeded = new Set(seeds.map(([, file]) => file));
    const innocent = report.summary.violations.filter(
      ({ from, rule }) => !seeded.has(from) && rule.name !== 'no-cycles',
    );
    expect(innocent).toEqual([]);
  });

  it('seeds every kind of rule there is', async () => {
    const { default: loaded } = (await import(config)) as {
      default: { forbidden: { name: string }[] };
    };
    const seeded = new Set(seeds.map(([rule]) => rule));
    // One of each family stands for the others, which differ in a name only.
    const unseeded = loaded.forbidden
      .map((rule) => rule.name)
      .filter((name) => !seeded.has(name) && !/^(feature-order|home-of)-/.test(name));
    expect(unseeded).toEqual([]);
  });
});

describe('the parser behind the boundaries', () => {
  it('sees every import that is written in the project', async () => {
    const { modules } = await cruise(root);
    const missed: string[] = [];
    for (const { source, dependencies } of modules) {
      if (!/^(src|scripts|migrations)\/.*\.ts$/.test(source)) continue;
      const seen = new Set(dependencies.map((dependency) => dependency.module));
      for (const written of importsIn(source)) {
        // The cruiser keeps the protocol apart from the name.
        if (!seen.has(written.replace(/^node:/, ''))) missed.push(`${source}: ${written}`);
      }
    }
    expect(modules.length).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });
});

/**
 * The modules that a file imports or re-exports. Left out, because the parser cannot see it: `export type … from` within
 * the file's own folder or feature, which no rule forbids.
 */
function importsIn(source: string): string[] {
  const text = readFileSync(join(root, source), 'utf8');
  const [ownFeature] = /^src\/features\/[^/]+\//.exec(source) ?? [];
  const found: string[] = [];
  const statement =
    /^(import|export)\b((?:(?!;$)[\s\S])*?)\bfrom '([^']+)';$|^import '([^']+)';$/gm;
  for (const [, keyword, what = '', from, bare] of text.matchAll(statement)) {
    const path = from ?? bare;
    if (path === undefined) continue;
    const near = path.startsWith('./') || (ownFeature && path.startsWith(`#${ownFeature}`));
    if (keyword === 'export' && what.trimStart().startsWith('type') && near) continue;
    found.push(path);
  }
  return found;
}
