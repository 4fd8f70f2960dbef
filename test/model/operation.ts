import fc from 'fast-check';
import type { SimulatedFault } from '#test/support/simulation/simulated-telegram.ts';

/** What a person writes. A long text needs two messages at the private desk. */
export type Written = 'text' | 'long' | 'photo' | 'sticker' | 'album';

/** One step of a run. Numbers that choose something count from the newest and wrap around. */
export type Operation =
  | { readonly op: 'write'; readonly fan: number; readonly what: Written }
  | { readonly op: 'edit'; readonly nth: number }
  | { readonly op: 'answer'; readonly nth: number; readonly what: Written }
  | { readonly op: 'edit-answer'; readonly nth: number }
  | { readonly op: 'take-back'; readonly nth: number }
  | {
      readonly op: 'react';
      readonly who: 'fan' | 'creator';
      readonly nth: number;
      readonly emoji: boolean;
    }
  | { readonly op: 'done'; readonly nth: number }
  | { readonly op: 'retry'; readonly nth: number }
  | { readonly op: 'deliver'; readonly how: 'once' | 'twice' | 'deaf' }
  | ({ readonly op: 'fault' } & SimulatedFault)
  | { readonly op: 'block'; readonly fan: number; readonly blocked: boolean }
  | { readonly op: 'lose-topic'; readonly nth: number }
  | { readonly op: 'move-desk'; readonly to: 'private' | 'forum' }
  | { readonly op: 'wait'; readonly ms: number }
  | { readonly op: 'jump'; readonly hours: number }
  | { readonly op: 'kill'; readonly after: number }
  | { readonly op: 'restart'; readonly how: 'kill' | 'stop' }
  | { readonly op: 'disk-full'; readonly times: number };

/** A run: how it begins and what happens. */
export interface Run {
  readonly seed: number;
  readonly polling: boolean;
  readonly desk: 'private' | 'forum';
  readonly operations: readonly Operation[];
}

const nth = fc.nat({ max: 5 });
const fan = fc.nat({ max: 2 });
const written = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Written>('text') },
  { weight: 1, arbitrary: fc.constantFrom<Written>('long', 'photo', 'sticker', 'album') },
);

const fault = fc.record({
  op: fc.constant('fault' as const),
  fault: fc.constantFrom<SimulatedFault['fault']>(
    'flood',
    'broken',
    'gateway',
    'unreachable',
    'lost-before',
    'lost-after',
    'refused',
  ),
  to: fc.constantFrom<SimulatedFault['to']>('fan', 'desk', 'all'),
  times: fc.integer({ min: 1, max: 7 }),
  seconds: fc.constantFrom(1, 7, 45),
});

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ op: fc.constant('write' as const), fan, what: written }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('edit' as const), nth }) },
  { weight: 6, arbitrary: fc.record({ op: fc.constant('answer' as const), nth, what: written }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('edit-answer' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('take-back' as const), nth }) },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant('react' as const),
      who: fc.constantFrom('fan' as const, 'creator' as const),
      nth,
      emoji: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('done' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('retry' as const), nth }) },
  {
    weight: 8,
    arbitrary: fc.record({
      op: fc.constant('deliver' as const),
      how: fc.constantFrom('once' as const, 'once' as const, 'twice' as const, 'deaf' as const),
    }),
  },
  { weight: 5, arbitrary: fault },
  {
    weight: 1,
    arbitrary: fc.record({ op: fc.constant('block' as const), fan, blocked: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('lose-topic' as const), nth }) },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('move-desk' as const),
      to: fc.constantFrom('private' as const, 'forum' as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      op: fc.constant('wait' as const),
      ms: fc.constantFrom(10, 30, 50, 300, 1_500, 6_000, 60_000, 300_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ op: fc.constant('jump' as const), hours: fc.constantFrom(-1, 1) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constant('kill' as const),
      after: fc.integer({ min: 1, max: 20 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('restart' as const),
      how: fc.constantFrom('kill' as const, 'stop' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('disk-full' as const),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
);

/** Runs of up to thirty steps that begin at this desk. */
export function runsAt(desk: Run['desk']): fc.Arbitrary<Run> {
  return fc.record({
    seed: fc.integer({ min: 1, max: 2 ** 31 }),
    polling: fc.oneof(
      { weight: 3, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    desk: fc.constant(desk),
    operations: fc.array(operation, { minLength: 1, maxLength: 30, size: 'max' }),
  });
}
