import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestCommand } from './nearest-command.ts';

const known = ['inbox', 'fan', 'search', 'note', 'tag', 'followups', 'settings', 'tags'];

test.each([
  ['inbx', 'inbox'],
  ['imbox', 'inbox'],
  ['Inbox', 'inbox'],
  ['setings', 'settings'],
  ['foloups', 'followups'],
  ['fo', 'followups'],
  ['sear', 'search'],
  ['tagg', 'tag'],
  ['fans', 'fan'],
])('/%s may mean /%s', (typed, command) => {
  expect(nearestCommand(typed, known)).toBe(command);
});

test.each(['x', 'broadcast', 'zzz', 'mailbox', 'i', ''])('/%s means none of them', (typed) => {
  expect(nearestCommand(typed, known)).toBeUndefined();
});

test('whatever is typed, what is named is another command', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const nearest = nearestCommand(typed, known);
      expect(nearest === undefined || (known.includes(nearest) && nearest !== typed)).toBe(true);
    }),
  );
  for (const command of known) expect(nearestCommand(command, known)).toBeUndefined();
});
