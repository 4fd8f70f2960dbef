/** The time inside the fake: subscriptions, sessions and retries follow it. Epoch milliseconds. */
export interface FakeClock {
  now(): number;
  /** Lets time pass; everything that falls due on the way happens at its own time, in order. */
  advance(ms: number): void;
  /** Lets time pass until then. Going back throws. */
  to(epochMs: number): void;
  /** Does what has fallen due because `base` moved by itself. Each request does so too. */
  catchUp(): void;
}

/** Something that happens by itself at a time (epoch seconds). */
export interface Due {
  readonly at: number;
  readonly run: () => void;
}

const tooMany = 20_000;

/** A clock that stands on `base` and runs ahead of it by what was advanced. */
export function createFakeClock(base: () => number, nextDue: () => Due | undefined): FakeClock {
  let ahead = 0;
  /** The time at which something that fell due is happening. */
  let held: number | undefined;
  const now = () => held ?? base() + ahead;

  const runUntil = (target: number) => {
    let last = now();
    for (let count = 0; ; count += 1) {
      if (count > tooMany) throw new Error('The fake Stripe never comes to rest.');
      const due = nextDue();
      if (due === undefined || due.at * 1000 > target) return;
      last = Math.max(last, due.at * 1000);
      held = last;
      try {
        due.run();
      } finally {
        held = undefined;
      }
    }
  };

  return {
    now,
    advance(ms) {
      if (ms < 0) throw new Error('Time goes forwards only.');
      runUntil(now() + ms);
      ahead += ms;
    },
    to(epochMs) {
      this.advance(epochMs - now());
    },
    catchUp() {
      if (held === undefined) runUntil(now());
    },
  };
}
