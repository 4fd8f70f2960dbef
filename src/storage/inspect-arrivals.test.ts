import { randomBytes } from 'node:crypto';
import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { BotId, TenantId } from '#src/core/ids.ts';
import type { ArrivalJournal } from '#src/storage/arrival-journal.ts';
import { arrivalsFilePath } from '#src/storage/tenant-paths.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';

const botId = 7 as BotId;

async function write(journal: ArrivalJournal, tenantId: TenantId, receivedAt: number, id = 1) {
  const payload = JSON.stringify({ update_id: id, message: { text: 'words' } });
  const sealed = await journal.seal({ tenantId, botId, payload, receivedAt });
  journal.commit([sealed], []);
  return sealed.arrival.seq;
}

describe('a look at the journal of arrivals', () => {
  test('finds nothing where there is none, and makes none', async () => {
    await using storage = await openTestStorage();
    const path = arrivalsFilePath(storage.dir);
    const { arrivals } = storage.storage;
    expect(arrivals.look()).toEqual({ path, fault: null, waiting: [] });
    expect(await arrivals.updatesOf('tluna' as TenantId)).toEqual([]);
    expect(existsSync(path)).toBe(false);
  });

  test('says who waits and since when, while the server writes, which goes on', async () => {
    await using storage = await openTestStorage();
    const [luna, mira] = [await storage.addTenant('luna'), await storage.addTenant('mira')];
    const { arrivals } = storage.storage;
    const journal = storage.storage.arrivalJournal();
    expect(arrivals.look().waiting).toEqual([]);
    await write(journal, luna.tenantId, 2_000, 1);
    const second = await write(journal, luna.tenantId, 3_000, 2);
    await write(journal, mira.tenantId, 1_000, 3);
    const waiting = [
      { tenantId: mira.tenantId, count: 1, oldestAt: 1_000 },
      { tenantId: luna.tenantId, count: 2, oldestAt: 2_000 },
    ];
    expect(arrivals.look()).toMatchObject({ fault: null, waiting });
    journal.commit([], [second]);
    journal.tidy();
    expect(arrivals.look().waiting[1]).toMatchObject({ count: 1 });
    journal.close();
    expect(arrivals.look().waiting).toHaveLength(2);
    const next = storage.storage.arrivalJournal();
    expect(await next.left()).toHaveLength(2);
    next.close();
  });

  test('gives the updates of one tenant and of no other', async () => {
    await using storage = await openTestStorage();
    const [luna, mira] = [await storage.addTenant('luna'), await storage.addTenant('mira')];
    const { arrivals } = storage.storage;
    const journal = storage.storage.arrivalJournal();
    await write(journal, luna.tenantId, 1_000, 11);
    await write(journal, mira.tenantId, 1_000, 12);
    journal.close();
    const updates = await arrivals.updatesOf(mira.tenantId);
    expect(updates).toEqual([{ botId, payload: expect.stringContaining('"update_id":12') }]);
  });

  test.each([
    ['is empty', 'storage.foreign', (path: string) => truncateSync(path)],
    ['is garbage', 'storage.unreadable', (path: string) => writeFileSync(path, randomBytes(8192))],
  ])('names what is wrong with one that %s', async (_what, fault, damage) => {
    await using storage = await openTestStorage();
    storage.storage.arrivalJournal().close();
    damage(arrivalsFilePath(storage.dir));
    expect(storage.storage.arrivals.look()).toMatchObject({ fault, waiting: [] });
    expect(() => storage.storage.arrivalJournal()).toThrow(
      expect.objectContaining({ code: 'storage.bad-arrivals' }),
    );
  });
});
