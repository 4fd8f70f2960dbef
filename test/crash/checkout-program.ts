// A program of the tests' own: opens checkouts of one tenant, one after another, and dies at a chosen step.
import { systemClock } from '#src/core/clock.ts';
import type { CrashPoint } from '#src/core/crash-points.ts';
import type { TenantId, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import { createStripe } from '#src/stripe/create-stripe.ts';

/** How the program is to die, and what it stands on. */
interface Plan {
  readonly point?: CrashPoint;
  /** One for each checkout. */
  readonly nonces: readonly string[];
  readonly dir: string;
  /** Hexadecimal. */
  readonly masterKey: string;
  readonly secretKey: string;
  readonly apiBase: string;
}

const plan = JSON.parse(process.argv[2] ?? '{}') as Plan;
await using storage = await openStorage({
  dir: plan.dir,
  masterKey: new MasterKey(Buffer.from(plan.masterKey, 'hex')),
  clock: systemClock,
  random: systemRandom,
  log: silentLog,
});
const plans = await storage.planBook({ billing: true });
const { secretKey, apiBase } = plan;
const stripe = createStripe(
  { secretKey, apiBase, webhookSecrets: [], trialDays: 14, tax: false },
  {
    book: storage.stripeBook(),
    plans,
    clock: systemClock,
    log: silentLog,
    tenantExists: () => Promise.resolve(true),
    crashPoints: {
      reach: (point) => void (point === plan.point && process.kill(process.pid, 'SIGKILL')),
    },
  },
);
const pages = [];
for (const nonce of plan.nonces) {
  const page = await stripe.port.checkout('t-luna' as TenantId, {
    priceKey: 'pro_monthly',
    userId: 101 as UserId,
    trial: true,
    successUrl: 'https://bots.example.com/account/return',
    cancelUrl: 'https://bots.example.com/account',
    nonce,
  });
  pages.push(page.ok ? page.url : page.reason);
}
process.stdout.write(`${JSON.stringify(pages)}\n`);
plans.close();
await stripe.stop();
