import { expect, test } from 'vitest';
import type { FieldId } from '#src/core/ids.ts';
import { factsAfter } from './facts-after.ts';

const city = { id: 1 as FieldId, key: 'city' };
const town = { id: 2 as FieldId, key: 'town' };

test('tags are those of now, each once, without those that were deleted', () => {
  const facts = { notes: ['sings'], tags: ['VIP', 'gold', 'old', 'new'], fields: [] };
  const tagChanges = [
    { was: 'vip', becomes: 'Gold' },
    { was: 'old', becomes: null },
  ];
  expect(factsAfter(facts, { tagChanges, fields: [] })).toEqual({
    facts: { notes: ['sings'], tags: ['Gold', 'gold', 'new'], fields: [] },
    gone: 1,
  });
});

test('a value is of the field that was meant, and of no other that has its name now', () => {
  const said = (text: string, named: { id?: FieldId; key: string }) => ({ ...named, text });
  const facts = {
    notes: [],
    tags: [],
    fields: [said('Rome', city), said('Oslo', { key: 'city' }), said('Bonn', town)],
  };
  const renamed = { id: city.id, key: 'home' };
  const madeAnew = { id: 3 as FieldId, key: 'city' };
  expect(factsAfter(facts, { tagChanges: [], fields: [renamed, madeAnew] })).toEqual({
    facts: {
      notes: [],
      tags: [],
      fields: [
        { id: 1, key: 'home', text: 'Rome' },
        { id: 3, key: 'city', text: 'Oslo' },
      ],
    },
    gone: 1,
  });
});
