import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
import { type Child, startChild } from '#test/support/crash/child.ts';
import { type FakeStripe, startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';

/** A Stripe that is played, and the program in processes of its own beside it, one after another, on the same files. */
export interface StripeStage extends AsyncDisposable {
  readonly fake: FakeStripe;
  /** Its data folder. */
  readonly dir: string;
  /** Opens the files, also beside a program that runs. */
  readonly withStorage: <T>(work: (storage: Storage) => Promise<T>) => Promise<T>;
  /** Starts the program with its plan (test/crash/program.ts), and has Stripe deliver to it from now on. */
  start(plan: object): Promise<Child>;
}

const secret = 'whsec_crashes00000000';

/** Sets it up, with no tenant and no price. Telegram is nowhere unless given. */
export async function openStripeStage(telegram = 'http://127.0.0.1:9'): Promise<StripeStage> {
  const folder = makeTempDir();
  const fake = await startFakeStripe();
  fake.addEndpoint('http://127.0.0.1:9/stripe/webhook', { secret });
  const key = systemRandom.bytes(32);
  const dir = `${folder.path}/tenants`;
  const children: Child[] = [];
  return {
    fake,
    dir,
    async withStorage(work) {
      const ports = { clock: systemClock, random: systemRandom, log: silentLog };
      const masterKey = new MasterKey(Buffer.from(key));
      await using storage = await openStorage({ dir, masterKey, ...ports });
      return await work(storage);
    },
    async start(plan) {
      const child = startChild('test/crash/program.ts', [JSON.stringify(plan)], {
        cwd: folder.path,
        settings: {
          TENANTS_DIR: dir,
          MASTER_KEY: Buffer.from(key).toString('hex'),
          TELEGRAM_API_ROOT: telegram,
          PORT: '0',
          STRIPE_SECRET_KEY: fake.secretKey,
          STRIPE_WEBHOOK_SECRET: secret,
          STRIPE_API_BASE: fake.url,
        },
      });
      children.push(child);
      await child.started;
      const url = /"url":"(http:[^"]+)"/.exec(child.output())?.[1];
      if (!url) throw new Error(`it does not listen:\n${child.output()}`);
      fake.webhooks.detour(`${url}/stripe/webhook`);
      return child;
    },
    async [Symbol.asyncDispose]() {
      for (const child of children) await child.kill();
      await fake[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

/** Has the fake make something; gives its id. */
export async function makeAtStripe(
  fake: FakeStripe,
  path: string,
  params: Record<string, string> = {},
): Promise<string> {
  const made = await fetch(`${fake.url}/v1/${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${fake.secretKey}`,
      'Stripe-Version': fake.apiVersion,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(params),
  });
  const { id } = (await made.json()) as { id: string };
  return id;
}
