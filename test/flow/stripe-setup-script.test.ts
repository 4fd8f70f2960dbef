import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FakeStripe, startFakeStripe } from '#test/support/fake-stripe/fake-stripe.ts';
import { priceList } from '#test/support/fake-stripe/price-list.ts';
import { startChild } from '#test/support/crash/child.ts';
import { runScript } from '#test/support/program.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';

/** The settings of an installation in a folder, and the script run on it. */
function setupIn(cwd: string, fake: FakeStripe, secret?: string) {
  const settings = {
    TENANTS_DIR: join(cwd, 'tenants'),
    PUBLIC_URL: 'https://bots.example.com',
    STRIPE_SECRET_KEY: fake.secretKey,
    STRIPE_API_BASE: fake.url,
    ...(secret === undefined ? {} : { STRIPE_WEBHOOK_SECRET: secret }),
  };
  const setup = (...args: string[]) =>
    runScript('scripts/stripe.ts', ['setup', ...args], { cwd, settings });
  return { settings, setup };
}

test('npm run stripe -- setup says what it did, keeps the secret in a file and does nothing twice', async () => {
  await using fake = await startFakeStripe();
  using folder = makeTempDir();
  const { path: cwd } = folder;
  const { setup } = setupIn(cwd, fake);
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
  const [id] = fake.book.endpoints.keys();
  expect(again).toMatchObject({
    code: 0,
    json: { ok: true, steps: [], notes: [{ code: 'secret-missing', id }] },
  });
  expect((await setup('--secret-file', secret)).code).toBe(2);
  expect(fake.violations).toEqual([]);
});

test('where set-up died before the secret of its endpoint was kept, the next run goes on with it', async () => {
  await using fake = await startFakeStripe();
  using folder = makeTempDir();
  const { path: cwd } = folder;
  const { settings, setup } = setupIn(cwd, fake);
  // Stripe made it, and its answer does not come.
  fake.fault({ method: 'POST', path: '/v1/webhook_endpoints', fault: 'hang', after: true });
  const died = startChild('scripts/stripe.ts', ['setup', '--secret-file', 'first.txt'], {
    cwd,
    settings,
  });
  await expect.poll(() => fake.book.endpoints.size, { timeout: 10_000 }).toBe(1);
  await died.kill();
  const [lost] = fake.book.endpoints.keys();
  expect(readFileSync(join(cwd, 'first.txt'), 'utf8')).toBe('');

  const said = await setup();
  expect(said.code).toBe(0);
  expect(said.stdout).toContain(`Put the secret of ${lost} into it; if nobody has that`);
  const secondFile = join(cwd, 'second.txt');
  const dry = await setup('--secret-file', secondFile, '--dry-run');
  expect(dry.stdout).toContain('webhook endpoint: made');
  expect(existsSync(secondFile)).toBe(false);
  const mended = await setup('--secret-file', secondFile);
  expect(mended.stdout).toContain('webhook endpoint: made');
  expect(mended.stdout).not.toContain('has our address, too');
  expect([...fake.book.endpoints.keys()]).toEqual([lost]);
  expect([readFileSync(secondFile, 'utf8').trim()]).toEqual(fake.book.secrets.get(lost ?? ''));
  expect(fake.violations).toEqual([]);
});

test('where set-up died between keeping a secret and writing that down, the endpoint is kept', async () => {
  await using fake = await startFakeStripe();
  using folder = makeTempDir();
  const { path: cwd } = folder;
  const { settings, setup } = setupIn(cwd, fake);
  const file = join(cwd, 'first.txt');
  // The secret is written, and the endpoint's mark does not come back.
  fake.fault({ method: 'POST', path: '/v1/webhook_endpoints/', fault: 'hang' });
  const died = startChild('scripts/stripe.ts', ['setup', '--secret-file', file], { cwd, settings });
  const secretIn = () => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');
  await expect.poll(secretIn, { timeout: 10_000 }).not.toBe('');
  await died.kill();
  fake.clearFaults();
  const [[id = '', endpoint] = []] = fake.book.endpoints;
  expect(endpoint?.metadata).toEqual({ fanline_secret: 'not-kept' });
  expect([secretIn()]).toEqual(fake.book.secrets.get(id));

  // Who has lost the file gets the same secret again.
  const second = join(cwd, 'second.txt');
  expect((await setup('--secret-file', second)).code).toBe(0);
  expect(readFileSync(second, 'utf8').trim()).toBe(secretIn());
  if (endpoint) endpoint.metadata = { fanline_secret: 'not-kept' };

  // Who has put it into the settings needs nothing else.
  const { setup: setUp } = setupIn(cwd, fake, secretIn());
  const marked = await setUp('--remove-old', '--json');
  const steps = [{ kind: 'update-endpoint', id, isSecretSet: true }];
  expect(marked).toMatchObject({ code: 0, json: { steps, secretKept: false } });
  expect(endpoint?.metadata).toEqual({ fanline_secret: 'kept' });
  expect([...fake.book.endpoints.keys()]).toEqual([id]);
  expect(fake.violations).toEqual([]);
});

test('where set-up died while it replaced an endpoint of an older version, that one stays until the new one’s secret is kept', async () => {
  await using fake = await startFakeStripe();
  using folder = makeTempDir();
  const { path: cwd } = folder;
  const url = 'https://bots.example.com/stripe/webhook';
  const old = fake.addEndpoint(url, { apiVersion: '2024-06-20', secret: 'whsec_of_the_old_one' });
  const { settings, setup } = setupIn(cwd, fake, 'whsec_of_the_old_one');
  fake.fault({ method: 'POST', path: '/v1/webhook_endpoints', fault: 'hang', after: true });
  const died = startChild('scripts/stripe.ts', ['setup', '--secret-file', 'first.txt'], {
    cwd,
    settings,
  });
  await expect.poll(() => fake.book.endpoints.size, { timeout: 10_000 }).toBe(2);
  await died.kill();
  const half = [...fake.book.endpoints.keys()].find((id) => id !== old.id) ?? '';

  // Without a place for its secret nothing is changed, whatever is asked for.
  const refused = await setup('--remove-old', '--json');
  expect(refused).toMatchObject({ code: 2, json: { reason: 'stripe-needs-secret-file' } });
  const file = join(cwd, 'second.txt');
  const mended = await setup('--secret-file', file, '--remove-old', '--json');
  expect(mended).toMatchObject({
    code: 0,
    json: {
      steps: [{ kind: 'create-endpoint', url, beside: [old.id], halfMade: [half] }],
      secretKept: true,
    },
  });
  expect(new Set(fake.book.endpoints.keys())).toEqual(new Set([old.id, half]));
  const secret = readFileSync(file, 'utf8').trim();
  expect([secret]).toEqual(fake.book.secrets.get(half));

  const { setup: setUp } = setupIn(cwd, fake, `${secret},whsec_of_the_old_one`);
  const replaced = await setUp('--remove-old', '--json');
  const steps = [{ kind: 'remove-endpoint', id: old.id }];
  expect(replaced).toMatchObject({ code: 0, json: { steps } });
  expect([...fake.book.endpoints.keys()]).toEqual([half]);
  expect(fake.violations).toEqual([]);
});
