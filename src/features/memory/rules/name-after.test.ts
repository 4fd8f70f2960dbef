import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameAfter, type Renaming } from './name-after.ts';
import { keyOf } from './names.ts';

/** Tags by number, with what they are called or what they became; and everything that happened to them. */
interface Lives {
  readonly called: Map<number, { name: string } | { into: number } | 'deleted'>;
  readonly changes: Renaming[];
}

const nameOf = ({ called }: Lives, tag: number): string | null => {
  const now = called.get(tag);
  if (now === undefined || now === 'deleted') return null;
  return 'into' in now ? nameOf({ called, changes: [] }, now.into) : now.name;
};

const isFree = (lives: Lives, name: string) =>
  [...lives.called.keys()].every((tag) => keyOf(nameOf(lives, tag) ?? '') !== keyOf(name));

interface Act {
  readonly do: 'make' | 'rename' | 'merge' | 'delete';
  readonly tag: number;
  readonly other: number;
  readonly name: string;
}

/** What people can do to tags, told as services tell it; what cannot be done changes nothing. */
function act(lives: Lives, { do: what, tag, other, name }: Act): void {
  const { called, changes } = lives;
  if (what === 'make') {
    if (isFree(lives, name)) called.set(called.size, { name });
    return;
  }
  const now = called.get(tag);
  if (now === undefined || now === 'deleted' || 'into' in now) return;
  if (what === 'rename') {
    if (!isFree(lives, name)) return;
    called.set(tag, { name });
    changes.push({ was: now.name, becomes: name });
    return;
  }
  if (what === 'delete') {
    called.set(tag, 'deleted');
    changes.push({ was: now.name, becomes: null });
    return;
  }
  const target = called.get(other);
  if (tag === other || target === undefined || target === 'deleted' || 'into' in target) return;
  called.set(tag, { into: other });
  changes.push({ was: now.name, becomes: target.name });
}

const names = fc.constantFrom('vip', 'VIP', 'gold', 'silver', 'Paris', 'new');
const acts: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom('make', 'make', 'rename', 'rename', 'merge', 'delete'),
  tag: fc.nat(7),
  other: fc.nat(7),
  name: names,
});

test('a name means whatever was called so then, however names wander', () => {
  fc.assert(
    fc.property(fc.array(acts), fc.array(acts), (before, after) => {
      const lives: Lives = { called: new Map(), changes: [] };
      for (const one of before) act(lives, one);
      const known = lives.changes.length;
      const said = [...lives.called.keys()].map((tag) => ({ tag, name: nameOf(lives, tag) }));
      for (const one of after) act(lives, one);
      for (const { tag, name } of said) {
        if (name === null) continue;
        expect(nameAfter(name, lives.changes.slice(known))).toBe(nameOf(lives, tag));
      }
    }),
  );
});

test('a name that nothing happened to stays as it was written', () => {
  expect(nameAfter('Vip', [{ was: 'gold', becomes: null }])).toBe('Vip');
  expect(nameAfter('ＶＩＰ', [{ was: 'vip', becomes: 'Gold' }])).toBe('Gold');
});
