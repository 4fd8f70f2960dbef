import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import { systemRandom } from '#src/core/random.ts';
import { allTenants, endOfFewest, isOf, shareOf } from '#src/core/share.ts';
import { newTenantId } from '#src/storage/tenant-paths.ts';

test('every tenant is of one share and of no other', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/),
      fc.integer({ min: 1, max: 16 }),
      (id, of) => {
        const tenantId = id as TenantId;
        const shares = Array.from({ length: of }, (_, number) => ({ number, of }));
        const its = shares.filter((share) => isOf(share, tenantId));
        expect(its).toEqual([{ number: shareOf(tenantId, of), of }]);
        expect(isOf(allTenants, tenantId)).toBe(true);
      },
    ),
  );
});

const idEndingIn = (end: number) => newTenantId(systemRandom, end);
/** How many of these fall to each share. */
function spread(ids: readonly TenantId[], of: number): number[] {
  const counts = Array.from({ length: of }, () => 0);
  for (const id of ids) counts[shareOf(id, of)] = (counts[shareOf(id, of)] ?? 0) + 1;
  return counts;
}
function add(ids: TenantId[], count: number): void {
  for (let n = 0; n < count; n += 1) {
    const taken = new Map<number, number>();
    for (const id of ids) taken.set(shareOf(id, 1024), (taken.get(shareOf(id, 1024)) ?? 0) + 1);
    ids.push(idEndingIn(endOfFewest(taken)));
  }
}
const gap = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

test.each([2, 4, 8, 16])('new tenants are divided evenly among %i shares', (of) => {
  const ids: TenantId[] = [];
  for (let n = 0; n < 3 * of; n += 1) {
    add(ids, 1);
    expect(gap(spread(ids, of))).toBeLessThanOrEqual(1);
  }
});

test('also among three, five and six shares nobody has twice what another has', () => {
  const ids: TenantId[] = [];
  add(ids, 256);
  for (const of of [3, 5, 6]) {
    const counts = spread(ids, of);
    expect(Math.max(...counts)).toBeLessThan(2 * Math.min(...counts));
  }
});

test('where tenants of one share have gone, the next ones come there', () => {
  const ids: TenantId[] = [];
  add(ids, 40);
  const left = ids.filter((id, index) => index < 8 || shareOf(id, 4) !== 3);
  add(left, 8);
  expect(gap(spread(left, 4))).toBeLessThanOrEqual(1);
});

test('tenants whose ids end at random, or in other letters, are counted where they are', () => {
  const ids = ['t0-a', 't0-c', 't0-e', 'tzzz-'] as TenantId[];
  const odd = ids.filter((id) => shareOf(id, 2) === 1).length;
  add(ids, Math.abs(ids.length - 2 * odd));
  expect(gap(spread(ids, 2))).toBe(0);
});
