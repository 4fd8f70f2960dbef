import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { CrashPoint } from '#src/core/crash-points.ts';
import type { BotId, Slug } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import { newTenantId } from '#src/storage/tenant-paths.ts';
import { type Child, startChild } from '#test/support/crash/child.ts';
import { pause } from '#test/support/crash/pause.ts';
import { startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';

const secret = 'whsec_crashes00000000';
const points: readonly CrashPoint[] = ['stripe-event-stored', 'stripe-read', 'stripe-row-stored'];

describe('a program that is killed while it hears of a payment', () => {
  test.each(points)(
    'at %s has the plan right after its next start',
    {
      timeout: 60_000,
    },
    async (point) => {
      using folder = makeTempDir();
      await using fake = await startFakeStripe();
      fake.addEndpoint('http://127.0.0.1:9/stripe/webhook', { secret });
      fake.sell({ key: 'pro_monthly', name: 'Pro', amount: 1_900, every: 'month' });
      const masterKey = randomBytes(32);
      const dir = `${folder.path}/tenants`;
      const open = () =>
        openStorage({
          dir,
          masterKey: new MasterKey(masterKey),
          clock: systemClock,
          random: systemRandom,
          log: silentLog,
        });
      // Its bot is switched off, so that the program talks to Stripe alone.
      const tenantId = newTenantId(systemRandom);
      const customer = await (async () => {
        await using storage = await open();
        await storage.control.add({
          tenantId,
          slug: 'luna' as Slug,
          name: 'Luna',
          botId: 7_000_001 as BotId,
          botUsername: 'luna_bot',
          botInfo: '{}',
          token: '7000001:none',
          webhookPath: 'path',
          webhookSecret: 'secret',
        });
        await storage.store.create(tenantId);
        await storage.control.change(tenantId, { state: 'suspended' });
        const made = await fetch(`${fake.url}/v1/customers`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${fake.secretKey}`,
            'Stripe-Version': fake.apiVersion,
            'Content-Type': 'application/x-www-form-urlencoded',
          },
        });
        const { id } = (await made.json()) as { id: string };
        return await storage.stripeBook().addCustomer(tenantId, id);
      })();
      const start = async (plan: object): Promise<Child> => {
        const child = startChild('test/crash/program.ts', [JSON.stringify(plan)], {
          cwd: folder.path,
          settings: {
            TENANTS_DIR: dir,
            MASTER_KEY: masterKey.toString('hex'),
            TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
            PORT: '0',
            STRIPE_SECRET_KEY: fake.secretKey,
            STRIPE_WEBHOOK_SECRET: secret,
            STRIPE_API_BASE: fake.url,
          },
        });
        await child.started;
        const url = /"url":"(http:[^"]+)"/.exec(child.output())?.[1];
        if (!url) throw new Error(`it does not listen:\n${child.output()}`);
        fake.webhooks.detour(`${url}/stripe/webhook`);
        return child;
      };

      const first = await start({ point, pass: 1 });
      fake.customers.subscribe(customer, 'pro_monthly');
      expect((await first.ended).signal).toBe('SIGKILL');
      const second = await start({});
      await fake.settled(20_000);
      const standing = async () => {
        await using storage = await open();
        const plans = await storage.planBook({ billing: true });
        return {
          status: plans.of(tenantId)?.subscription?.status,
          open: (await storage.stripeBook().eventCounts()).open,
        };
      };
      let now = await standing();
      for (let looks = 0; looks < 100 && now.open > 0; looks += 1) {
        await pause(50);
        now = await standing();
      }
      expect(now).toEqual({ status: 'active', open: 0 });
      expect((await second.terminate()).code).toBe(0);
      expect(second.output()).not.toMatch(/whsec_|sk_test_/);
    },
  );
});
