import { expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { createLlm } from './create-llm.ts';
import { usualLimits } from './llm-config.ts';
import { usualPrices } from './prices.ts';

const luna = 'tluna' as TenantId;
const mira = 'tmira' as TenantId;
const never = new AbortController().signal;

test('there is room for as many questions as calls may be made at one time, and for each tenant', async () => {
  const llm = createLlm(
    { access: {}, models: { draft: [], cheap: [] }, allowPrivateUrls: false, prices: usualPrices },
    { clock: systemClock, random: systemRandom, log: silentLog },
    { ...usualLimits, most: 2, mostPerTenant: 1 },
  );
  const first = await llm.room?.(luna, never);
  const nobodyWaits = new AbortController();
  const givenUp = llm.room?.(luna, nobodyWaits.signal);
  const next = llm.room?.(luna, never);
  const other = await llm.room?.(mira, never);
  expect([first, other]).toEqual([expect.any(Function), expect.any(Function)]);
  nobodyWaits.abort();
  expect(await givenUp).toBe(null);
  first?.();
  expect(await next).toEqual(expect.any(Function));
  await llm.close();
});

test('nobody waits for room longer than the limit, or than the program runs', async () => {
  const clock = manualClock();
  const llm = createLlm(
    { access: {}, models: { draft: [], cheap: [] }, allowPrivateUrls: false, prices: usualPrices },
    { clock, random: systemRandom, log: silentLog },
    { ...usualLimits, most: 1, roomMs: 5_000 },
  );
  const leave = await llm.room?.(luna, never);
  const inVain = llm.room?.(mira, never);
  await clock.advance(5_000);
  expect(await inVain).toBe(null);
  const atTheEnd = llm.room?.(mira, never);
  await llm.close();
  expect(await atTheEnd).toBe(null);
  leave?.();
  expect(clock.timers).toBe(0);
});
