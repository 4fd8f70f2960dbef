import { join } from 'node:path';
import { systemClock } from '#src/core/clock.ts';
import type { ChatId, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { setOwner } from '#src/features/members/index.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { openDesk } from '#src/features/threads/index.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { newTenant } from '#test/support/new-tenant.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';
import type { TenantSeed } from './telegram-fleet.ts';

/** A data folder in the making, with the settings that a program needs to run on it. Disposing removes it. */
export interface Installation extends Disposable {
  readonly dir: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Opens the storage in this process; close it before a program runs on it. */
  open(
    options?: Pick<Parameters<typeof openStorage>[0], 'migrations' | 'migrationsExport'>,
  ): Promise<Storage>;
}

/** Makes an empty data folder and a master key. */
export function makeInstallation(): Installation {
  const folder = makeTempDir();
  const dir = join(folder.path, 'tenants');
  const key = systemRandom.bytes(32);
  return {
    dir,
    settings: { TENANTS_DIR: dir, MASTER_KEY: Buffer.from(key).toString('hex') },
    open: (options = {}) =>
      openStorage({
        dir,
        masterKey: new MasterKey(Buffer.from(key)),
        clock: systemClock,
        random: systemRandom,
        log: silentLog,
        ...options,
      }),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

/** Adds tenants as `tenant create`, claim and setup leave them. */
export async function addTenants(
  storage: Storage,
  seeds: readonly TenantSeed[],
): Promise<TenantRecord[]> {
  const services = {
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    texts: createTexts(),
  };
  const records: TenantRecord[] = [];
  for (const seed of seeds) {
    const record = await newTenant(storage, {
      slug: seed.username.replaceAll('_', '-'),
      bot: { ...seed, id: seed.botId },
    });
    records.push(record);
    await storage.store.transact(record.tenantId, async (tx) => {
      const now = systemClock.now();
      await setOwner(tx, { userId: seed.creatorId as UserId, name: 'Creator' }, now);
      await setPreference(tx, 'setUpAt', now, 'creator', now);
      await openDesk(tx, { kind: seed.desk, chatId: seed.deskChat as ChatId }, services);
    });
  }
  return records;
}
