import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { compileCache } from './compile-cache.ts';

const root = join(import.meta.dirname, '../..');

/** Settings of one run; nothing of the tests' own environment comes along. */
export type Settings = Readonly<Record<string, string>>;

/** What a script did. */
export interface ScriptRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one object that `--json` printed; throws when stdout holds anything else. */
  readonly json: Record<string, unknown>;
}

/** A server process. */
export interface RunningServer {
  readonly url: string;
  /** Lines of its log that name this event. */
  logged(event: string): Record<string, unknown>[];
  /** Everything it wrote so far. */
  output(): string;
  /** Sends SIGTERM and gives the exit code. */
  stop(): Promise<number | null>;
}

/** Everything that every program of this test file wrote, for a search of secrets. */
export const everyOutput: string[] = [];

function launch(
  script: string,
  args: readonly string[],
  settings: Settings,
  cwd: string,
): ChildProcess {
  return spawn(process.execPath, [join(root, script), ...args], {
    cwd,
    env: { ...compileCache, SHARDS: '1', ...settings },
    stdio: 'pipe',
  });
}

/** How a script is run. */
interface ScriptOptions {
  readonly settings: Settings;
  /** Must hold no `.env` unless that is meant. */
  readonly cwd: string;
  readonly input?: string;
  /** Nobody reads its stdout: that pipe is closed before the first line. */
  readonly unread?: boolean;
}

/** Runs a script to its end. */
export async function runScript(
  script: string,
  args: readonly string[],
  { settings, cwd, input = '', unread = false }: ScriptOptions,
): Promise<ScriptRun> {
  const child = launch(script, args, settings, cwd);
  const ended = once(child, 'close');
  child.stdin?.on('error', () => {}).end(input);
  if (unread) child.stdout?.destroy();
  const [stdout, stderr] = await Promise.all([
    unread ? '' : read(child.stdout),
    read(child.stderr),
  ]);
  const [code] = (await ended) as [number | null];
  everyOutput.push(stdout, stderr);
  return {
    code,
    stdout,
    stderr,
    get json() {
      return JSON.parse(stdout) as Record<string, unknown>;
    },
  };
}

/** Starts the server and waits until it takes updates; throws with what it wrote when it ends before. */
export async function startServer(settings: Settings, cwd: string): Promise<RunningServer> {
  const child = launch('src/main.ts', [], settings, cwd);
  const ended = once(child, 'close') as Promise<[number | null]>;
  let output = '';
  const lines = () => output.split('\n').filter((line) => line.startsWith('{'));
  const logged = (event: string) =>
    lines()
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((line) => line['event'] === event);
  const started = new Promise<string>((done, fail) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (!output.endsWith('\n')) return;
      const [line] = logged('app.started');
      if (line) done(String(line['url']));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then(([code]) => {
      everyOutput.push(output);
      fail(new Error(`the server ended with ${code}:\n${output}`));
    });
  });
  return {
    url: await started,
    logged,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}

/** Below those that systems give out by themselves (Linux from 32768 on), so that no connection takes it in between. */
const [firstPort, lastPort] = [20_000, 32_000];
/** Each process goes on from a place of its own, so that two do not choose the same. */
let nextPort = randomInt(firstPort, lastPort);

/** A port that is free now, and that nobody is given by chance. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = nextPort;
    nextPort = port < lastPort ? port + 1 : firstPort;
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}

async function read(stream: NodeJS.ReadableStream | null): Promise<string> {
  return stream ? text(stream) : '';
}
