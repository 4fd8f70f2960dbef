import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import { type Log, type LogFields, silentLog } from '#src/core/log.ts';
import { setUpStripe } from '#src/operator/stripe-setup.ts';
import type { StripeConfig } from '#src/stripe/stripe-config.ts';
import { type FakeStripe, startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { priceList } from '#test/support/fake-stripe/price-list.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';
import { createApp } from './create-app.ts';
import { warnOfStripe, type WarnOfStripeParts } from './warn-of-stripe.ts';
import { usualPrices } from '#src/llm/prices.ts';

const publicUrl = 'https://bots.example.com';
const secret = 'whsec_start0000000000';
const configOf = (fake: FakeStripe): StripeConfig => ({
  secretKey: fake.secretKey,
  webhookSecrets: [secret],
  apiBase: fake.url,
  trialDays: 14,
  tax: false,
});

/** A Stripe after set-up. */
async function startWell(): Promise<FakeStripe> {
  const fake = await startFakeStripe();
  const stripe = { ...configOf(fake), webhookSecrets: [] };
  const wish = { prices: JSON.stringify(priceList), keepSecret: () => {} };
  expect(await setUpStripe({ stripe, publicUrl }, wish)).toMatchObject({ ok: true });
  return fake;
}

/** A log of warnings, and what was written, as `event code`. */
function warnings() {
  const lines: string[] = [];
  const codes: string[] = [];
  const log: Log = {
    ...silentLog,
    warn(event: string, fields: LogFields = {}) {
      lines.push(`${event} ${JSON.stringify(fields)}`);
      codes.push(`${event} ${String(fields['code'])}`);
    },
  };
  return { log, lines, codes };
}

function lookAt(fake: FakeStripe, more: Partial<WarnOfStripeParts> = {}) {
  const { log, lines, codes } = warnings();
  const book = { modeStanding: () => Promise.resolve({ livemode: false, others: 0 }) };
  const parts = { config: configOf(fake), publicUrl, book, clock: systemClock, log, ...more };
  return { lines, codes, ...warnOfStripe(parts) };
}

describe('the look at Stripe at the start', () => {
  test('says nothing where all is as it should be, and changes nothing', async () => {
    await using fake = await startWell();
    const before = fake.calls.length;
    const { lines, over, stop } = lookAt(fake);
    await over;
    await stop();
    expect(lines).toEqual([]);
    const asked = fake.calls.slice(before);
    expect(asked.map(({ method }) => method)).toEqual(asked.map(() => 'GET'));
    expect(fake.violations).toEqual([]);
  });

  test('has a line for each thing that is wrong, without a secret', async () => {
    await using fake = await startFakeStripe();
    const url = `${publicUrl}/stripe/webhook`;
    const made = fake.addEndpoint(url, { events: ['invoice.paid'], apiVersion: '2024-06-20' });
    made.status = 'disabled';
    const { lines, codes, over } = lookAt(fake);
    await over;
    expect(codes).toEqual([
      ...Array.from({ length: 5 }, () => 'stripe.unwell stripe.no-such-price'),
      'stripe.unwell stripe.no-portal',
      'stripe.unwell stripe.endpoint-disabled',
      'stripe.unwell stripe.endpoint-version',
      'stripe.unwell stripe.endpoint-events',
    ]);
    expect(lines.join('\n')).not.toMatch(/whsec_|sk_test_/);
  });

  test('tells of an endpoint that is elsewhere, of a key that is refused and of one of the other mode', async () => {
    await using fake = await startWell();
    const elsewhere = lookAt(fake, { publicUrl: 'https://moved.example.com' });
    await elsewhere.over;
    expect(elsewhere.codes).toEqual(['stripe.unwell stripe.endpoint-missing']);
    const config = { ...configOf(fake), secretKey: 'sk_test_revoked000000' };
    const refused = lookAt(fake, { config });
    await refused.over;
    expect(refused.codes).toEqual(['stripe.unwell stripe.key-refused']);
    const book = { modeStanding: () => Promise.resolve({ livemode: true, others: 1 }) };
    const other = lookAt(fake, { book });
    await other.over;
    expect(other.codes).toEqual(['stripe.unwell stripe.mode-not-entered']);
    // Whether there is a PUBLIC_URL the settings say.
    const polling = lookAt(fake, { publicUrl: null });
    await polling.over;
    expect(polling.codes).toEqual([]);
  });

  test('ends by itself where Stripe hangs or is away, and says so', async () => {
    await using fake = await startWell();
    const clock = manualClock();
    fake.fault({ fault: 'hang', times: 9 });
    const hanging = lookAt(fake, { clock });
    expect(clock.timers).toBe(1);
    await clock.advance(30_000);
    await hanging.over;
    expect(hanging.codes).toEqual(['stripe.unwell stripe.unreachable']);
    fake.clearFaults();
    fake.fault({ fault: 'error', times: 9 });
    const away = lookAt(fake);
    await away.over;
    expect(away.codes).toEqual(['stripe.unwell stripe.unreachable']);
  });

  test('fails nothing where a file cannot be read', async () => {
    await using fake = await startWell();
    const book = { modeStanding: () => Promise.reject(new Error('no such table')) };
    const { codes, over } = lookAt(fake, { book });
    await over;
    expect(codes).toEqual([expect.stringMatching(/^stripe\.not-looked-at /)]);
  });

  test('holds neither start nor stop of the program while Stripe hangs', async () => {
    await using fake = await startFakeStripe();
    using folder = makeTempDir({ inMemory: true });
    fake.fault({ fault: 'hang', times: 9 });
    const { log, lines } = warnings();
    const app = createApp(
      {
        tenantsDir: join(folder.path, 'tenants'),
        masterKey: { key: '5a'.repeat(32) },
        host: '127.0.0.1',
        port: 0,
        publicUrl,
        telegramApiRoot: 'http://127.0.0.1:9',
        shards: 1,
        logLevel: 'warn',
        llm: {
          access: {},
          models: { draft: [], cheap: [] },
          allowPrivateUrls: false,
          prices: usualPrices,
        },
        stripe: configOf(fake),
        dailyCaps: { tenant: null, total: null },
      },
      { log },
    );
    const began = performance.now();
    await app.start();
    await expect.poll(() => fake.calls.length).toBe(1);
    await app.stop();
    // A call that hangs is given up by itself after fifteen seconds.
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(lines).toEqual([]);
  });
});
