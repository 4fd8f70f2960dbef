import { createLog } from '#src/app/log.ts';
import type { Config } from '#src/app/config.ts';
import { isBilled } from '#src/app/open-stripe.ts';
import { systemClock } from '#src/core/clock.ts';
import { systemRandom } from '#src/core/random.ts';
import type { OperatorTools } from '#src/operator/tools.ts';
import { loadMasterKey } from '#src/storage/load-master-key.ts';
import { controlFileExists } from '#src/storage/open-control-store.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import type { Migrator } from '#src/storage/migrator.ts';
import { checkToken } from '#src/telegram/api-client.ts';

/** The opened installation, as commands use it. */
export interface Installation extends OperatorTools {
  readonly dir: string;
  readonly migrator: Migrator;
}

/** Opens the installation for one command and closes it afterwards. Works beside a running server. */
export async function withInstallation<T>(
  config: Config,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const dir = config.tenantsDir;
  const masterKey = loadMasterKey(config.masterKey, {
    dataDir: dir,
    controlExists: controlFileExists(dir),
  });
  await using storage = await openStorage({
    dir,
    masterKey,
    clock: systemClock,
    random: systemRandom,
    // Results are a command's output; its log only says what is wrong, and never on stdout.
    log: createLog({ level: config.logLevel === 'info' ? 'warn' : config.logLevel, to: 'stderr' }),
    maxOpen: 8,
  });
  const plans = await storage.planBook({ billing: isBilled(config.stripe) });
  return await work({
    dir,
    control: storage.control,
    store: storage.store,
    plans,
    migrator: storage.migrator,
    clock: systemClock,
    random: systemRandom,
    checkToken: (token) => checkToken(config.telegramApiRoot, token),
  });
}
