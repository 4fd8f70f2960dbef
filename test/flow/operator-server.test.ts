import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  everyOutput,
  freePort,
  type RunningServer,
  runScript,
  startServer,
} from '#test/support/program.ts';
import { type Sandbox, startSandbox } from '#test/support/sandbox/sandbox.ts';

let sandbox: Sandbox;
let cwd: string;
let settings: Record<string, string>;
const servers: RunningServer[] = [];
const secrets: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'fanline-server-'));
  const masterKey = randomBytes(32).toString('hex');
  secrets.push(masterKey);
  settings = {
    TENANTS_DIR: join(cwd, 'tenants'),
    MASTER_KEY: masterKey,
    TELEGRAM_API_ROOT: sandbox.url,
    PORT: '0',
    LOG_LEVEL: 'debug',
  };
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  rmSync(cwd, { recursive: true });
});

async function serve(more: Record<string, string> = {}): Promise<RunningServer> {
  const server = await startServer({ ...settings, ...more }, cwd);
  servers.push(server);
  return server;
}

const tenant = (args: string[], input = '') =>
  runScript('scripts/tenant.ts', [...args, '--json'], { cwd, settings, input });

async function create(slug: string) {
  const bot = sandbox.createBot({ username: `${slug}_bot`, name: slug });
  const run = await tenant(['create', slug, '--token-file', '-'], bot.token);
  secrets.push(bot.token);
  if (run.code !== 0) throw new Error(run.stdout + run.stderr);
  const payload = new URL((run.json['claim'] as { url: string }).url).searchParams.get('start');
  return { bot, payload: payload ?? '' };
}

describe('a running server', () => {
  it('starts without a tenant, takes up one that is created, stops for suspended and goes on for resumed', async () => {
    const server = await serve();
    expect(server.logged('app.no-tenants')).toMatchObject([
      { hint: expect.stringContaining('npm run tenant -- create') },
    ]);

    const { bot, payload } = await create('luna');
    const creator = sandbox.createUser({ firstName: 'Luna' });
    creator.start(bot, payload);
    await sandbox.until('the claim is answered', () => creator.seesTexts(bot).length > 1);

    const fan = sandbox.createUser({ firstName: 'Anna' });
    fan.start(bot);
    await sandbox.until('the fan is greeted', () => fan.seesTexts(bot).length > 1);

    expect((await tenant(['suspend', 'luna'])).code).toBe(0);
    const leftWithTelegram = async () => {
      fan.sends(bot, 'Anybody there?');
      const taken = sandbox.until('taken', () => bot.pendingUpdates === 0, 1_500);
      return taken.then(
        () => false,
        () => true,
      );
    };
    await expect.poll(leftWithTelegram, { timeout: 15_000, interval: 100 }).toBe(true);

    expect((await tenant(['resume', 'luna'])).code).toBe(0);
    await sandbox.until('the resumed bot takes its updates', () => bot.pendingUpdates === 0);

    expect(await server.stop()).toBe(0);
    expect(server.logged('app.stopped')).toHaveLength(1);
  });

  it('answers bad webhook calls as they deserve and stays up', async () => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const server = await serve({ PORT: `${port}`, PUBLIC_URL: publicUrl });
    const { bot } = await create('luna');
    const hook = await sandbox.until('the webhook is registered', () => bot.webhook);
    const secret = hook.secretToken ?? '';
    secrets.push(secret, hook.url.split('/').at(-1) ?? '');
    expect(hook.url).toMatch(new RegExp(`^${publicUrl}/hook/[A-Za-z0-9_-]{22}$`));

    const post = async (url: string, body: string, token: string = secret) =>
      (
        await fetch(url, {
          method: 'POST',
          body,
          headers: { 'X-Telegram-Bot-Api-Secret-Token': token },
        })
      ).status;
    const update = (id: number, rest: object) => JSON.stringify({ update_id: id, ...rest });
    expect(await post(hook.url, update(900_001, {}), 'wrong')).toBe(401);
    expect(await post(hook.url, update(900_001, {}), '')).toBe(401);
    expect(await post(`${publicUrl}/hook/unknown`, update(900_001, {}))).toBe(401);
    expect(await post(hook.url, 'x'.repeat(2 * 1024 * 1024))).toBe(413);
    expect(await post(hook.url, '{"update_id": 900002, "mess')).toBe(400);
    expect(await post(hook.url, '[]')).toBe(400);
    expect(await post(hook.url, update(900_003, { hologram: { from: 'the future' } }))).toBe(200);
    expect((await fetch(`${publicUrl}/nowhere`)).status).toBe(404);

    const fan = sandbox.createUser({ firstName: 'Anna' });
    fan.start(bot);
    await sandbox.until('the fan is greeted', () => fan.seesTexts(bot).length > 1);
    expect((await fetch(`${publicUrl}/healthz`)).status).toBe(200);
    expect((await fetch(`${publicUrl}/readyz`)).status).toBe(200);

    const second = await runScript('src/main.ts', [], { cwd, settings });
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/Another server.*Stop it first/);
    const elsewhere = { ...settings, TENANTS_DIR: join(cwd, 'other'), PORT: `${port}` };
    const samePort = await runScript('src/main.ts', [], { cwd, settings: elsewhere });
    expect(samePort.code).toBe(1);
    expect(samePort.stderr).toMatch(new RegExp(`^Port ${port} is in use.*PORT`, 'm'));
    expect(await server.stop()).toBe(0);
  });

  it('does not start with wrong settings or a wrong master key, and ends with 78', async () => {
    await create('luna');
    const [settingsWrong, keyWrong] = await Promise.all([
      runScript('src/main.ts', [], { cwd, settings: { ...settings, PORT: 'x', PUBLIC_URL: 'y' } }),
      runScript('src/main.ts', [], {
        cwd,
        settings: { ...settings, MASTER_KEY: randomBytes(32).toString('hex') },
      }),
    ]);
    expect(settingsWrong.code).toBe(78);
    expect(settingsWrong.stderr).toMatch(
      /2 settings are wrong\.\n {2}(PORT|PUBLIC_URL) .*\n {2}(PORT|PUBLIC_URL) /,
    );
    expect(keyWrong.code).toBe(78);
    expect(keyWrong.stderr).toMatch(/master key/);
  });
});

describe('all that the programs wrote', () => {
  it('holds no token, no webhook secret or path, and no key', () => {
    const written = everyOutput.join('\n');
    expect(written).toContain('app.started');
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(20);
      expect(written).not.toContain(secret.split(':').at(-1));
    }
  });
});
