import { expect, test } from 'vitest';
import { failed } from './adapter.ts';
import { createCircuits } from './circuits.ts';

const ok = { ok: true, text: 'x', requestId: null, usage: null } as const;

test('a key’s circuit and a model that is gone are told apart, and both come back', () => {
  const circuits = createCircuits();
  const call = (
    key: string,
    model: string,
    now: number,
    fault?: 'rejected-key' | 'no-such-model',
  ) => {
    const pass = circuits.enter(key, model, now);
    if (typeof pass === 'string') return pass;
    return pass.settle(
      fault ? failed(fault, { blame: fault === 'no-such-model' ? 'request' : 'provider' }) : ok,
      now,
    );
  };
  expect(call('a', 'm1', 0, 'no-such-model')).toBeNull();
  expect(call('a', 'm1', 59_999)).toBe('no-such-model');
  expect(call('a', 'm2', 0)).toBeNull();
  expect(call('a', 'm1', 60_000)).toBeNull();
  expect(call('a', 'm2', 60_000, 'rejected-key')).toBe('opened');
  expect(call('a', 'm1', 60_001)).toBe('rejected-key');
  expect(call('b', 'm1', 60_001)).toBeNull();
  expect(call('a', 'm1', 90_000)).toBe('closed');
});

test('while a probe is under way nothing else goes out', () => {
  const circuits = createCircuits();
  const first = circuits.enter('a', 'm', 0);
  if (typeof first !== 'string') first.settle(failed('rejected-key'), 0);
  const probe = circuits.enter('a', 'm', 30_000);
  expect(probe).toBeTypeOf('object');
  expect(circuits.enter('a', 'm', 30_000)).toBe('rejected-key');
});

test('of thousands of keys only some are remembered, the newest', () => {
  const circuits = createCircuits();
  for (let number = 0; number < 3_000; number += 1) {
    const pass = circuits.enter(`k${number}`, 'm', 0);
    if (typeof pass !== 'string') pass.settle(failed('rejected-key'), 0);
  }
  expect(circuits.enter('k0', 'm', 1)).toBeTypeOf('object');
  expect(circuits.enter('k2999', 'm', 1)).toBe('rejected-key');
});
