import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const preload = './src/core/compile-cache.js';
/** Says where a process and a thread of it keep compiled code. */
const asked = `
  import { getCompileCacheDir } from 'node:module';
  import { Worker } from 'node:worker_threads';
  const inThread = "process.stdout.write('thread ' + process.getBuiltinModule('node:module').getCompileCacheDir())";
  console.log('process', getCompileCacheDir());
  new Worker(inThread, { eval: true });
`;

/** Both as absolute paths, with the environment that is given. */
async function foldersIn(env: Readonly<Record<string, string>>): Promise<string[]> {
  const args = ['--import', preload, '--input-type=module', '-e', asked];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(stderr).toBe('');
  return stdout.split('\n').map((line) => line.replace(/^\w+ /, ''));
}

test('a process and its threads keep compiled code beside the packages', async () => {
  const inside = expect.stringContaining(join(root, 'node_modules/.cache/fanline'));
  expect(await foldersIn({})).toEqual([inside, inside]);
});

test('another folder may be named, and compiled code is there afterwards', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fanline-compiled-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const inside = expect.stringContaining(folder);
  expect(await foldersIn({ NODE_COMPILE_CACHE: folder })).toEqual([inside, inside]);
  expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(1);
});

test('every command that starts something of ours begins with it', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const ours = Object.values(scripts).filter((line) =>
    /^node .*\b(src|scripts)\/[\w-]+\.ts$/.test(line),
  );
  expect(ours).toHaveLength(6);
  for (const line of ours) expect(line).toContain(`node --import ${preload} `);
});
