import { expect, test } from 'vitest';
import type { UserId } from '#src/core/ids.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';

const minuteMs = 60_000;
const ada = 101 as UserId;

test('a link opens one session, within its time, and is told apart until a day later', async () => {
  const clock = manualClock(Date.UTC(2026, 10, 20, 12));
  await using storage = await openTestStorage({ clock, inMemory: true });
  const book = storage.storage.accountBook();
  const { tenantId } = await storage.addTenant();
  const holder = { tenantId, userId: ada };
  const soon = clock.now() + 15 * minuteMs;
  await book.addLink(holder, { hash: 'link-1', expiresAt: soon });
  await book.addLink(holder, { hash: 'link-2', expiresAt: soon });
  const session = { hash: 'session-1', expiresAt: clock.now() + 60 * minuteMs };
  expect(await book.linkOf('link-1')).toEqual({ ...holder, state: 'open' });
  const opened = await Promise.all([
    book.openSession('link-1', session),
    book.openSession('link-1', { ...session, hash: 'session-2' }),
  ]);
  expect(opened).toEqual([
    { ok: true, holder },
    { ok: false, reason: 'used' },
  ]);
  expect(await book.sessionOf('session-1')).toEqual(holder);
  expect(await book.sessionOf('session-2')).toBeNull();
  await clock.advance(15 * minuteMs);
  expect(await book.openSession('link-2', session)).toEqual({ ok: false, reason: 'expired' });
  expect(await book.openSession('link-3', session)).toEqual({ ok: false, reason: 'unknown' });
  await clock.advance(45 * minuteMs);
  expect(await book.sessionOf('session-1')).toBeNull();
  await clock.advance(25 * 60 * minuteMs);
  await book.addLink(holder, { hash: 'link-4', expiresAt: clock.now() + 1 });
  expect(await book.linkOf('link-1')).toBeNull();
});

test('links and sessions end with their tenant alone, whoever ends it', async () => {
  await using storage = await openTestStorage({ inMemory: true });
  const book = storage.storage.accountBook();
  const [luna, mars] = [await storage.addTenant('luna'), await storage.addTenant('mars')];
  const later = Date.now() + 60 * minuteMs;
  for (const [name, { tenantId }] of [
    ['luna', luna],
    ['mars', mars],
  ] as const) {
    const holder = { tenantId, userId: ada };
    await book.addLink(holder, { hash: name, expiresAt: later });
    await book.addLink(holder, { hash: `${name}-open`, expiresAt: later });
    await book.openSession(name, { hash: `${name}-session`, expiresAt: later });
  }
  await storage.control.change(luna.tenantId, { name: 'Luna' });
  expect(await book.sessionOf('luna-session')).not.toBeNull();
  await storage.control.change(luna.tenantId, { state: 'suspended' });
  await storage.control.change(luna.tenantId, { state: 'active' });
  expect(await book.sessionOf('luna-session')).toBeNull();
  expect(await book.linkOf('luna-open')).toBeNull();
  expect(await book.sessionOf('mars-session')).not.toBeNull();
  await storage.control.remove(mars.tenantId);
  expect(await book.sessionOf('mars-session')).toBeNull();
  expect(await book.linkOf('mars-open')).toBeNull();
});
