import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failed } from './adapter.ts';
import {
  afterCall,
  type Circuit,
  newCircuit,
  passOf,
  probing,
  type Verdict,
  verdictOf,
} from './circuit.ts';

const failure: Verdict = { kind: 'failure', fault: 'down' };
const well: Verdict = { kind: 'well' };

/** The circuit after calls that end at these times, in ms. */
const after = (times: readonly number[], verdict = failure, from: Circuit = newCircuit) =>
  times.reduce((circuit, at) => afterCall(circuit, 'call', verdict, at), from);

/** One probe at the first moment at which it may go out. */
function probe(circuit: Circuit, verdict: Verdict): Circuit {
  if (circuit.state !== 'open') throw new Error('not open');
  return afterCall(probing(circuit), 'probe', verdict, circuit.until);
}

describe('a circuit', () => {
  test('opens at five failures in 30 seconds, for 30 seconds', () => {
    expect(after([0, 1, 2, 3]).state).toBe('closed');
    expect(after([0, 1, 2, 3, 30_000]).state).toBe('closed');
    const open = after([0, 1, 2, 3, 29_999]);
    expect(open).toEqual({ state: 'open', until: 59_999, openings: 1, fault: 'down' });
    expect(passOf(open, 59_998)).toBe('closed-off');
    expect(passOf(open, 59_999)).toBe('probe');
  });

  test('opens at once at a rejected key, or when the provider asks for a long rest', () => {
    const rejected = afterCall(newCircuit, 'call', verdictOf(failed('rejected-key')), 0);
    expect(rejected).toMatchObject({ state: 'open', until: 30_000, fault: 'rejected-key' });
    const flooded = (retryAfterMs: number | null) =>
      afterCall(newCircuit, 'call', verdictOf(failed('flooded', { retryAfterMs })), 0);
    expect(flooded(120_000)).toMatchObject({ state: 'open', until: 120_000, fault: 'flooded' });
    expect(flooded(86_400_000)).toMatchObject({ until: 600_000 });
    expect(flooded(2_000).state).toBe('closed');
    expect(flooded(null).state).toBe('closed');
  });

  test('lets one probe out when its time has come, and rests twice as long when that fails, ten minutes at most', () => {
    let open = after([0, 0, 0, 0, 0]);
    expect(passOf(probing(open), 1e9)).toBe('closed-off');
    const rests: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const from = open.state === 'open' ? open.until : 0;
      open = probe(open, failure);
      if (open.state === 'open') rests.push((open.until - from) / 1000);
    }
    expect(rests).toEqual([60, 120, 240, 480, 600, 600, 600]);
    expect(probe(open, well)).toEqual(newCircuit);
  });

  test('a probe that was cancelled showed nothing: another may go out at once', () => {
    const open = probe(after([0, 0, 0, 0, 0]), { kind: 'nothing' });
    expect(passOf(open, 30_000)).toBe('probe');
    expect(open).toMatchObject({ openings: 1, fault: 'down' });
  });

  test('calls from before it opened change nothing', () => {
    const open = after([0, 0, 0, 0, 0]);
    for (const verdict of [well, failure]) {
      expect(afterCall(open, 'call', verdict, 5)).toBe(open);
      expect(afterCall(probing(open), 'call', verdict, 5)).toEqual(probing(open));
    }
  });

  test.each(['refused', 'too-large', 'no-such-model', 'empty', 'junk'] as const)(
    'a request that is turned down (%s) shows that the provider is well',
    (fault) => expect(verdictOf(failed(fault, { blame: 'request' }))).toEqual(well),
  );

  test('a try that had less time than usual shows nothing, a full one does', () => {
    expect(verdictOf(failed('deadline', { blame: 'request' }))).toEqual({ kind: 'nothing' });
    expect(verdictOf(failed('deadline'))).toEqual({ kind: 'failure', fault: 'deadline' });
    expect(verdictOf(failed('cancelled'))).toEqual({ kind: 'nothing' });
  });

  test('whatever happens, it never rests for more than ten minutes and remembers little', () => {
    const verdict = fc.oneof(
      fc.constant(well),
      fc.constant(failure),
      fc.constant<Verdict>({ kind: 'nothing' }),
      fc.nat(1e8).map((waitMs): Verdict => ({ kind: 'trip', fault: 'flooded', waitMs })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100_000), verdict)), (calls) => {
        let circuit = newCircuit;
        let now = 0;
        for (const [ms, shown] of calls) {
          now += ms;
          const pass = passOf(circuit, now);
          if (pass === 'closed-off') continue;
          circuit = afterCall(pass === 'probe' ? probing(circuit) : circuit, pass, shown, now);
          if (circuit.state === 'open') expect(circuit.until - now).toBeLessThanOrEqual(600_000);
          if (circuit.state === 'closed') expect(circuit.failedAt.length).toBeLessThan(5);
          expect(circuit.state).not.toBe('probing');
        }
      }),
    );
  });
});
