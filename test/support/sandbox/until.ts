import type { World } from './world.ts';

const everyMs = 20;

/** What a check gives until it is so. */
export type Unready<T> = T | undefined | false | null;

/**
 * Resolves with the first truthy value of `check`, asked after each change and every 20 ms, one at a time; rejects after
 * `timeoutMs`.
 */
export function until<T>(
  world: World,
  what: string,
  check: () => Unready<T> | Promise<Unready<T>>,
  timeoutMs: number,
  describe: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      stop();
      clearInterval(interval);
      clearTimeout(timeout);
    };
    let asking = false;
    const take = (value: Unready<T>) => {
      if (value === undefined || value === null || value === false) return;
      end();
      resolve(value);
    };
    const fail = (error: unknown) => {
      end();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const ask = () => {
      if (asking) return;
      try {
        const value = check();
        if (!(value instanceof Promise)) return take(value);
        asking = true;
        value.then(take, fail).finally(() => {
          asking = false;
        });
      } catch (error) {
        fail(error);
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
