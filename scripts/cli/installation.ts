import { createLog } from '#src/app/log.ts';
import type { Config } from '#src/app/config.ts';
import { isBilled } from '#src/app/stripe-settings.ts';
import { systemClock } from '#src/core/clock.ts';
import type { Log } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { OperatorTools } from '#src/operator/tools.ts';
import { loadMasterKey } from '#src/storage/load-master-key.ts';
import { controlFileExists } from '#src/storage/open-control-store.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
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
  // Results are a command's output; its log only says what is wrong, and never on stdout.
  const log = createLog({
    level: config.logLevel === 'info' ? 'warn' : config.logLevel,
    to: 'stderr',
  });
  await using storage = await openStorage({
    dir,
    masterKey,
    clock: systemClock,
    random: systemRandom,
    log,
    maxOpen: 8,
  });
  const plans = await storage.planBook({ billing: isBilled(config.stripe) });
  const { control } = storage;
  const ports = { clock: systemClock, random: systemRandom };
  const billing = await openBilling(config, { ...ports, storage, plans, log });
  await using _stripe = {
    async [Symbol.asyncDispose]() {
      await billing?.stripe.stop();
    },
  };
  return await work({
    dir,
    control,
    store: storage.store,
    arrivals: storage.arrivals,
    plans,
    migrator: storage.migrator,
    stripe: billing?.stripe.port,
    accountLink: billing?.accountLink,
    ...ports,
    checkToken: (token) => checkToken(config.telegramApiRoot, token),
  });
}

interface BillingParts extends Pick<OperatorTools, 'clock' | 'random' | 'plans'> {
  readonly storage: Storage;
  readonly log: Log;
}

/** What stands on Stripe, loaded only where something is billed: it is half of what a command would load. */
async function openBilling(config: Config, { storage, ...parts }: BillingParts) {
  if (!isBilled(config.stripe)) return undefined;
  const [{ createStripe }, { openHandedLinks }] = await Promise.all([
    import('#src/stripe/create-stripe.ts'),
    import('#src/app/open-account.ts'),
  ]);
  const stripe = createStripe(config.stripe, {
    ...parts,
    book: storage.stripeBook(),
    tenantExists: async (tenantId) => (await storage.control.get(tenantId)) !== undefined,
  });
  const accountLink = openHandedLinks(config, { book: storage.accountBook(), services: parts });
  return { stripe, accountLink };
}
