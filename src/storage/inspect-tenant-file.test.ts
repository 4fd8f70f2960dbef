import { closeSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import { tenantFilePath } from '#src/storage/tenant-paths.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';

describe('a look at a tenant’s file', () => {
  test('says that it is well, also while the store has it open', async () => {
    await using storage = await openTestStorage();
    const { tenantId } = await storage.addTenant();
    await storage.store.read(tenantId, async () => undefined);
    expect(await storage.storage.inspector.inspect(tenantId, { deep: true })).toMatchObject({
      fault: null,
      plainText: false,
      standing: 'current',
      damagedTables: [],
    });
  });

  test('finds damage inside only when it looks at every page', async () => {
    await using storage = await openTestStorage();
    const { tenantId } = await storage.addTenant();
    await storage.store.transact(tenantId, async (tx) => {
      for (let index = 0; index < 200; index += 1) {
        await tx.db
          .insertInto('setting')
          .values({ key: `k${index}`, value: 'x'.repeat(500), actor: 'creator', changed_at: 1 })
          .execute();
      }
    });
    await storage.store.release(tenantId);
    const path = tenantFilePath(storage.dir, tenantId);
    const file = openSync(path, 'r+');
    // The last pages are those of the newest rows.
    const { bytes } = await storage.storage.inspector.inspect(tenantId);
    writeSync(file, randomBytes(64), 0, 64, bytes - 4096 * 4 + 100);
    closeSync(file);
    const inspector = storage.storage.inspector;
    expect(await inspector.inspect(tenantId)).toMatchObject({ fault: null, damagedTables: null });
    const deep = await inspector.inspect(tenantId, { deep: true });
    expect(deep.damagedTables).toContain('setting');
    expect((await storage.control.get(tenantId))?.quarantine).toBeNull();
  });

  test('names what is wrong with it and quarantines nobody', async () => {
    await using storage = await openTestStorage();
    const wrongs = {
      'storage.missing': (path: string) => rmSync(path),
      'storage.foreign': (path: string) => truncateSync(path),
      'storage.unreadable': (path: string) => writeFileSync(path, randomBytes(8192)),
    };
    for (const [fault, damage] of Object.entries(wrongs)) {
      const { tenantId } = await storage.addTenant();
      damage(tenantFilePath(storage.dir, tenantId));
      expect(await storage.storage.inspector.inspect(tenantId)).toMatchObject({
        fault,
        standing: null,
      });
      expect((await storage.control.get(tenantId))?.quarantine).toBeNull();
    }
  });

  test('tells plain text, and a schema that is behind', async () => {
    await using storage = await openTestStorage({ migrations: tenantMigrations.slice(0, 6) });
    const { tenantId } = await storage.addTenant();
    await storage.reopen({ migrations: tenantMigrations });
    const { inspector } = storage.storage;
    expect(await inspector.inspect(tenantId)).toMatchObject({ fault: null, standing: 'older' });
    writeFileSync(tenantFilePath(storage.dir, tenantId), `SQLite format 3\0${'x'.repeat(5000)}`);
    expect(await inspector.inspect(tenantId)).toMatchObject({
      plainText: true,
      fault: 'storage.unreadable',
    });
  });
});
