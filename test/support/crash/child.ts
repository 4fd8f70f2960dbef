import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { compileCache } from '#test/support/compile-cache.ts';

const root = join(import.meta.dirname, '../../..');

/** A program of ours in a process of its own. */
export interface Child {
  readonly pid: number;
  /** Resolves once it takes updates, or once it has ended before. */
  readonly started: Promise<void>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Whether it still runs. */
  readonly running: boolean;
  /** The newest lines it wrote. */
  output(): string;
  /** How many lines of its log named this event. */
  times(event: string): number;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; gives the exit code and how many ms it took. */
  terminate(): Promise<{ code: number | null; ms: number }>;
  /** Tells a test program something (it must have been started with `ipc`). */
  tell(message: unknown): void;
}

type Exit = [code: number | null, signal: NodeJS.Signals | null];

const keptLines = 2_000;

/** Starts a script of the project with these settings and nothing else of the tests' environment. */
export function startChild(
  script: string,
  args: readonly string[],
  options: { settings: Readonly<Record<string, string>>; cwd: string; ipc?: boolean },
): Child {
  const child: ChildProcess = spawn(process.execPath, [join(root, script), ...args], {
    cwd: options.cwd,
    env: { ...compileCache, ...options.settings },
    stdio: options.ipc ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
  });
  const ended = (once(child, 'close') as Promise<Exit>).then(([code, signal]) => ({
    code,
    signal,
  }));
  const lines: string[] = [];
  const events = new Map<string, number>();
  const began = Promise.withResolvers<void>();
  let rest = '';
  const hear = (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      lines.push(line);
      const event = /"event":"([^"]+)"/.exec(line)?.[1] ?? '';
      events.set(event, (events.get(event) ?? 0) + 1);
      if (line.includes('"app.started"')) began.resolve();
    }
    if (lines.length > keptLines) lines.splice(0, lines.length - keptLines);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  void ended.then(() => began.resolve());
  // Whatever ends this process ends its children too.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  let running = true;
  child.once('exit', () => {
    running = false;
    process.off('exit', end);
  });
  return {
    pid: child.pid ?? 0,
    started: began.promise,
    ended,
    get running() {
      return running;
    },
    output: () => [...lines, rest].join('\n'),
    times: (event) => events.get(event) ?? 0,
    async kill() {
      if (running) child.kill('SIGKILL');
      await ended;
    },
    async terminate() {
      const before = performance.now();
      if (running) child.kill('SIGTERM');
      const { code } = await ended;
      return { code, ms: performance.now() - before };
    },
    tell(message) {
      child.send?.(message as never);
    },
  };
}
