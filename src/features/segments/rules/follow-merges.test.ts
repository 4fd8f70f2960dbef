import { expect, test } from 'vitest';
import type { TagId } from '#src/core/ids.ts';
import type { Filter } from './filter.ts';
import { followMerges } from './follow-merges.ts';

const tag = (id: number): Filter => ({ is: 'tag', tagId: id as TagId });
const merged = new Map([[1 as TagId, 2 as TagId]]);

test('a merged tag is replaced wherever it stands, and nothing else changes', () => {
  const filter: Filter = { all: [{ not: tag(1) }, { any: [tag(1), tag(3)] }, { is: 'note' }] };
  expect(followMerges(filter, merged)).toEqual({
    all: [{ not: tag(2) }, { any: [tag(2), tag(3)] }, { is: 'note' }],
  });
  expect(followMerges(filter, new Map())).toEqual(filter);
});
