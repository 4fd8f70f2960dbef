import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { compileCache } from '#test/support/compile-cache.ts';
import type { AnswerMessage } from './serve-calls.ts';

const root = join(import.meta.dirname, '../../..');

/** A process of a measurement. Disposing ends it: by SIGTERM, and by SIGKILL when that does not help. */
export interface Child extends AsyncDisposable {
  readonly pid: number;
  /** Asks the process (see serveCalls) and waits for the answer. */
  call<Result>(what: string, input?: unknown): Promise<Result>;
  /** Resolves with the first line of its output that passes. */
  line(passes: (line: string) => boolean): Promise<string>;
}

/** How a process is started. */
export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
}

const killAfterMs = 12_000;

/** Starts a script of the checkout as a process of its own, with a line for calls. */
export function startChild(script: string, options: ChildOptions = {}): Child {
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), join(root, script)], {
    cwd: root,
    env: { ...compileCache, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child, 'close');
  const heard = hear(child);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let calls = 0;
  let over = false;
  child.on('message', (message: AnswerMessage) => {
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if ('error' in message) call?.reject(new Error(`${script}: ${message.error}`));
    else call?.resolve(message.result);
  });
  void ended.then(() => {
    over = true;
    const error = new Error(`${script} ended:\n${heard.tail()}`);
    for (const call of waiting.values()) call.reject(error);
  });
  return {
    get pid() {
      return child.pid ?? 0;
    },
    call<Result>(what: string, input?: unknown): Promise<Result> {
      if (over) return Promise.reject(new Error(`${script} has ended:\n${heard.tail()}`));
      calls += 1;
      const call = Promise.withResolvers<unknown>();
      waiting.set(calls, call);
      child.send({ id: calls, what, input });
      return call.promise as Promise<Result>;
    },
    line: (passes) =>
      Promise.race([
        heard.line(passes),
        ended.then(() => Promise.reject(new Error(`${script} ended:\n${heard.tail()}`))),
      ]),
    async [Symbol.asyncDispose]() {
      if (over) return;
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      await ended;
      clearTimeout(kill);
    },
  };
}

/** Follows what a process writes, keeping only the end of it. */
function hear(child: ChildProcess) {
  const watchers = new Set<(line: string) => void>();
  let last: string[] = [];
  let rest = '';
  const onData = (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    last = [...last, ...lines].slice(-30);
    for (const line of lines) for (const watcher of watchers) watcher(line);
  };
  child.stdout?.on('data', onData);
  child.stderr?.on('data', onData);
  return {
    tail: () => [...last, rest].join('\n'),
    line: (passes: (line: string) => boolean) =>
      new Promise<string>((resolve) => {
        const watcher = (line: string) => {
          if (!passes(line)) return;
          watchers.delete(watcher);
          resolve(line);
        };
        watchers.add(watcher);
        for (const line of last) watcher(line);
      }),
  };
}
