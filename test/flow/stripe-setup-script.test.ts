import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { priceList } from '#test/support/fake-stripe/price-list.ts';
import { runScript } from '#test/support/program.ts';

test('npm run stripe -- setup says what it did, keeps the secret in a file and does nothing twice', async () => {
  await using fake = await startFakeStripe();
  const cwd = mkdtempSync(join(tmpdir(), 'fanline-stripe-'));
  try {
    const settings = {
      TENANTS_DIR: join(cwd, 'tenants'),
      PUBLIC_URL: 'https://bots.example.com',
      STRIPE_SECRET_KEY: fake.secretKey,
      STRIPE_API_BASE: fake.url,
    };
    const setup = (...args: string[]) =>
      runScript('scripts/stripe.ts', ['setup', ...args], { cwd, settings });
    const list = join(cwd, 'prices.json');
    const secret = join(cwd, 'whsec.txt');
    writeFileSync(list, JSON.stringify(priceList));

    const dry = await setup('--prices', list, '--secret-file', secret, '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toContain('Would be done (dry run):');
    expect(existsSync(secret)).toBe(false);

    const without = await setup('--prices', list, '--json');
    expect(without).toMatchObject({ code: 2, json: { reason: 'stripe-needs-secret-file' } });

    const first = await setup('--prices', list, '--secret-file', secret);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('webhook endpoint: made');
    expect(readFileSync(secret, 'utf8').trim()).toBe(fake.webhookSecrets[0]);
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(first.stdout + first.stderr).not.toContain(fake.webhookSecrets[0]);

    const again = await setup('--prices', list, '--json');
    expect(again).toMatchObject({ code: 0, json: { ok: true, steps: [], notes: [] } });
    expect((await setup('--secret-file', secret)).code).toBe(2);
    expect(fake.violations).toEqual([]);
  } finally {
    rmSync(cwd, { recursive: true });
  }
});
