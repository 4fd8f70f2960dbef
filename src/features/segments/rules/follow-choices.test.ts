import { expect, test } from 'vitest';
import type { FieldId } from '#src/core/ids.ts';
import type { Filter } from './filter.ts';
import { followChoices } from './follow-choices.ts';

const choice = (words: string, id = 1): Filter => ({
  is: 'field',
  fieldId: id as FieldId,
  test: 'choice',
  choice: words,
});
const change = (was: string, becomes: string | null) => ({
  fieldId: 1 as FieldId,
  was,
  becomes,
  id: 1,
});

test('a renamed choice is followed wherever it stands, from name to name, and nothing else changes', () => {
  const filter: Filter = { all: [{ not: choice('S') }, { any: [choice('S', 2), choice('M')] }] };
  expect(followChoices(filter, [change('S', 'Small'), change('Small', 'Little')])).toEqual({
    all: [{ not: choice('Little') }, { any: [choice('S', 2), choice('M')] }],
  });
});

test('a choice that was removed stays gone, though another was given its name', () => {
  const changes = [change('S', 'Small'), change('Small', null), change('Small', 'Tiny')];
  expect(followChoices(choice('S'), changes)).toEqual(choice('Small'));
});
