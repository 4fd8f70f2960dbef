import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TenantId } from '#src/core/ids.ts';
import { systemRandom } from '#src/core/random.ts';
import { allTenants, isOf, shareOf } from '#src/core/share.ts';
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

test.each([2, 3, 4, 8, 16])('of 10,000 new tenants %i shares have about as many each', (of) => {
  const counts = Array.from({ length: of }, () => 0);
  for (let n = 0; n < 10_000; n += 1) {
    const number = shareOf(newTenantId(systemRandom), of);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  const fair = 10_000 / of;
  expect(Math.max(...counts)).toBeLessThan(fair * 1.4);
  expect(Math.min(...counts)).toBeGreaterThan(fair * 0.6);
});
