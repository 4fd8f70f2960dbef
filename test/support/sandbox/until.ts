import type { World } from './world.ts';

const everyMs = 20;

/** Resolves with the first truthy value of `check`, asked after each change and every 20 ms; rejects after `timeoutMs`. */
export function until<T>(
  world: World,
  what: string,
  check: () => T | undefined | false | null,
  timeoutMs: number,
  describe: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      stop();
      clearInterval(interval);
      clearTimeout(timeout);
    };
    const ask = () => {
      try {
        const value = check();
        if (value === undefined || value === null || value === false) return;
        end();
        resolve(value);
      } catch (error) {
        end();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const stop = world.onChange(ask);
    const interval = setInterval(ask, everyMs);
    const timeout = setTimeout(() => {
      end();
      reject(new Error(`Waited ${timeoutMs} ms in vain until ${what}. ${describe()}`));
    }, timeoutMs);
    ask();
  });
}
