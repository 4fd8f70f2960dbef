/**
 * The life of a simulated process. It can be ended between any two of its steps outwards (a transaction, a call, an
 * answer); from then on it changes nothing any more.
 */
export interface Life {
  readonly alive: boolean;
  /** A place where the process may die. */
  point(): void;
  /** Calls `task` when it ends. */
  onEnd(task: () => void): void;
}

/** A life together with what ends it. */
export interface Mortal extends Life {
  end(): void;
}

/** Begins a life; `atPoint` is asked at every place where it may end, and ends it by answering true. */
export function beginLife(atPoint: () => boolean): Mortal {
  const tasks: (() => void)[] = [];
  let alive = true;
  const end = () => {
    if (!alive) return;
    alive = false;
    for (const task of tasks) task();
  };
  return {
    get alive() {
      return alive;
    },
    point() {
      if (alive && atPoint()) end();
    },
    onEnd(task) {
      tasks.push(task);
    },
    end,
  };
}
