import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyOutput, runScript } from '#test/support/program.ts';
import { type Sandbox, type SandboxBot, startSandbox } from '#test/support/sandbox/sandbox.ts';

let sandbox: Sandbox;
let cwd: string;
let settings: Record<string, string>;
let luna: SandboxBot;
let mira: SandboxBot;
let tokens: string[];

beforeAll(async () => {
  sandbox = await startSandbox();
  cwd = mkdtempSync(join(tmpdir(), 'fanline-scripts-'));
  settings = {
    TENANTS_DIR: join(cwd, 'tenants'),
    MASTER_KEY: randomBytes(32).toString('hex'),
    TELEGRAM_API_ROOT: sandbox.url,
  };
  luna = sandbox.createBot({ username: 'luna_bot', name: 'Luna' });
  mira = sandbox.createBot({ username: 'mira_bot', name: 'Mira', canJoinGroups: false });
  tokens = [luna.token, mira.token];
  writeFileSync(join(cwd, 'luna.txt'), `${luna.token}\n`, { mode: 0o600 });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(cwd, { recursive: true });
});

const tenant = (args: string[], more: { settings?: Record<string, string>; input?: string } = {}) =>
  runScript('scripts/tenant.ts', args, { cwd, settings, ...more });

describe('npm run tenant', () => {
  it('creates, lists and shows a tenant; results go to stdout, one object with --json', async () => {
    const created = await tenant(['create', 'luna', '--token-file', 'luna.txt']);
    expect(created).toMatchObject({ code: 0, stderr: '' });
    expect(created.stdout).toMatch(/https:\/\/t\.me\/luna_bot\?start=claim_[A-Za-z0-9_-]{22,58}\n/);

    const args = [
      'create',
      'mira',
      '--token-file',
      '-',
      '--name',
      'Mira Fan Club',
      '--owner',
      '4242',
      '--json',
    ];
    const second = await tenant(args, { input: mira.token });
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(second.json).toMatchObject({
      ok: true,
      slug: 'mira',
      bot: { id: mira.id, username: 'mira_bot' },
      owner: 4242,
      claim: null,
      warnings: [{ code: 'no-groups' }],
    });

    const [listed, shown] = await Promise.all([
      tenant(['list']),
      tenant(['show', 'mira', '--json']),
    ]);
    expect(listed.stdout).toMatch(/luna +active +@luna_bot +ok +Luna\nmira +active +@mira_bot/);
    expect(shown.json).toMatchObject({
      ok: true,
      tenant: { name: 'Mira Fan Club', owner: 4242, counts: { fans: 0, outbox: { failed: 0 } } },
    });
  });

  it('ends quietly where nobody reads to the end, as with `| head`', async () => {
    const unread = (args: string[]) =>
      runScript('scripts/tenant.ts', args, { cwd, settings, unread: true });
    const [list, json, help] = await Promise.all([
      unread(['list']),
      unread(['list', '--json']),
      unread(['--help']),
    ]);
    expect(list).toMatchObject({ code: 0, stderr: '' });
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(help).toMatchObject({ code: 0, stderr: '' });
  });

  it('gives a plan outside Stripe, shows it with its reason, and takes it back', async () => {
    const stripe = {
      ...settings,
      STRIPE_SECRET_KEY: `sk_test_${'0'.repeat(24)}`,
      STRIPE_WEBHOOK_SECRET: `whsec_${'0'.repeat(32)}`,
    };
    const plan = (...args: string[]) => tenant(['plan', ...args], { settings: stripe });
    const given = await plan('luna', 'studio', '--until', '2099-12-31', '--json');
    expect(given).toMatchObject({ code: 0, stderr: '' });
    const until = '2099-12-31T23:59:59.999Z';
    expect(given.json).toMatchObject({
      changed: true,
      plan: { name: 'studio', why: 'grant', until },
    });
    const [shown, unbilled, wrong, nobody] = await Promise.all([
      tenant(['show', 'luna'], { settings: stripe }),
      tenant(['show', 'luna']),
      plan('luna', 'gold'),
      plan('nobody', 'pro'),
    ]);
    expect(shown.stdout).toMatch(/plan +studio \(grant, until 2099-12-31\)/);
    expect(unbilled.stdout).toMatch(/plan +everything is allowed/);
    expect([wrong.code, nobody.code]).toEqual([2, 4]);
    const [again, other] = await Promise.all([
      plan('luna', 'studio', '--until', '2099-12-31'),
      plan('luna', 'pro', '--until', '2099-11-30', '--dry-run'),
    ]);
    expect(again.stdout).toContain('luna is given studio until 2099-12-31. It was so already.');
    expect(other.stdout).toBe(
      'luna would be given pro until 2099-11-30. Its plan now: studio (grant, until 2099-12-31)\nNothing was changed (dry run).\n',
    );
    expect((await plan('luna', 'none', '--dry-run')).stdout).toContain('Nothing was changed');
    expect((await plan('luna', 'none')).stdout).toContain('luna is given nothing.');
  });

  it.each([
    {
      why: 'a traversing slug',
      args: ['create', '../x', '--token-file', 'luna.txt'],
      code: 2,
      says: /slug/,
    },
    {
      why: 'a slug with capitals',
      args: ['create', 'Luna', '--token-file', 'luna.txt'],
      code: 2,
      says: /slug/,
    },
    {
      why: 'a slug that is taken',
      args: ['create', 'luna', '--token-file', 'luna.txt'],
      code: 1,
      says: /already/,
    },
    {
      why: 'a bot that is taken',
      args: ['create', 'other', '--token-file', 'luna.txt'],
      code: 1,
      says: /"luna" has this bot/,
    },
    {
      why: 'a token file that is not there',
      args: ['create', 'nova', '--token-file', 'no.txt'],
      code: 1,
      says: /no\.txt.*cannot be read/,
    },
    { why: 'no token file', args: ['create', 'nova'], code: 2, says: /--token-file/ },
    { why: 'an unknown command', args: ['frobnicate'], code: 2, says: /unknown command/ },
    { why: 'an unknown tenant', args: ['show', 'nobody'], code: 4, says: /no tenant "nobody"/ },
    {
      why: 'a deletion without --yes',
      args: ['delete', 'luna'],
      code: 2,
      says: /0 fans and 0 messages.*--yes/,
    },
  ])('refuses $why in a clear sentence', async ({ args, code, says }) => {
    const run = await tenant(args);
    expect([run.code, run.stdout]).toEqual([code, '']);
    expect(run.stderr).toMatch(says);
  });

  it('says why in one object with --json, and the same sentence', async () => {
    const [usage, notFound] = await Promise.all([
      tenant(['create', 'nova', '--json']),
      tenant(['show', 'nobody', '--json']),
    ]);
    expect(usage).toMatchObject({ code: 2, stderr: '', json: { ok: false, reason: 'usage' } });
    expect(notFound).toMatchObject({ code: 4, stderr: '' });
    expect(notFound.json).toMatchObject({
      ok: false,
      reason: 'not-found',
      message: expect.stringContaining('no tenant "nobody"'),
    });
  });

  it('says that Telegram refuses a token, and that Telegram cannot be reached', async () => {
    const wrong = `${luna.id + 1}:${'x'.repeat(35)}`;
    const args = ['create', 'nova', '--token-file', '-', '--json'];
    const [refused, unreachable] = await Promise.all([
      tenant(args, { input: wrong }),
      tenant(args, {
        input: wrong,
        settings: { ...settings, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' },
      }),
    ]);
    expect(refused).toMatchObject({ code: 1, json: { reason: 'token-refused' } });
    expect(unreachable).toMatchObject({ code: 1, json: { reason: 'telegram-unreachable' } });
  });

  it.each([
    { name: 'as an option', args: (token: string) => ['create', 'nova', '--token', token] },
    {
      name: 'after an equals sign',
      args: (token: string) => ['create', 'nova', `--token=${token}`],
    },
    {
      name: 'in place of a file',
      args: (token: string) => ['rotate-token', 'luna', '--token-file', token],
    },
    { name: 'as a command', args: (token: string) => [token] },
  ])('refuses a token on the command line ($name) and does not repeat it', async ({ args }) => {
    const run = await tenant(args(luna.token));
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/history/);
    expect(run.stderr).toMatch(/BotFather/);
    expect(run.stdout + run.stderr).not.toContain(luna.token.split(':')[1]);
  });

  it('ends with 78 for a wrong or missing master key and for wrong settings, all told at once', async () => {
    const keyless = {
      TENANTS_DIR: settings['TENANTS_DIR'] ?? '',
      TELEGRAM_API_ROOT: sandbox.url,
      HOME: cwd,
    };
    const [wrongKey, missingFile, madeNoKey, allWrong] = await Promise.all([
      tenant(['list'], { settings: { ...settings, MASTER_KEY: randomBytes(32).toString('hex') } }),
      tenant(['list', '--json'], {
        settings: { ...keyless, MASTER_KEY_FILE: join(cwd, 'no.key') },
      }),
      tenant(['list'], { settings: keyless }),
      tenant(['list', '--json'], {
        settings: {
          MASTER_KEY: 'hunter2',
          MASTER_KEY_FILE: 'x',
          PORT: '-1',
          PUBLIC_URL: 'http://example.com',
          TELEGRAM_API_ROOT: 'http://example.com',
          LOG_LEVEL: 'loud',
        },
      }),
    ]);
    expect(wrongKey).toMatchObject({ code: 78, stdout: '' });
    expect(wrongKey.stderr).toMatch(/master key/);
    expect(missingFile).toMatchObject({
      code: 78,
      json: { ok: false, reason: 'keys.missing-master-key' },
    });
    // Where data is, a lost key is an accident: none is made in its place.
    expect(madeNoKey.code).toBe(78);
    expect(readdirSync(cwd)).not.toContain('.config');
    expect(allWrong.code).toBe(78);
    const problems = allWrong.json['problems'] as { setting: string }[];
    expect(new Set(problems.map((problem) => problem.setting))).toEqual(
      new Set(['MASTER_KEY', 'PORT', 'PUBLIC_URL', 'TELEGRAM_API_ROOT', 'LOG_LEVEL']),
    );
    expect(allWrong.stdout + allWrong.stderr).not.toContain('hunter2');
  });

  it('ends with 78 at once where the data folder cannot be made', async () => {
    const inFile = join(cwd, 'luna.txt', 'tenants');
    const folders = process.platform === 'linux' ? [inFile, '/proc/nope'] : [inFile];
    for (const folder of folders) {
      const run = await tenant(['list', '--json'], {
        settings: { ...settings, TENANTS_DIR: folder },
      });
      expect(run).toMatchObject({ code: 78, stderr: '', json: { reason: 'storage.no-folder' } });
      expect(run.json['message']).toMatch(
        /^The folder .+ cannot be made: .+ another place in the settings\./,
      );
    }
  });

  it('says what --dry-run would do, and that it was so already', async () => {
    const said = async (...args: string[]) => (await tenant(args)).stdout;
    const dry = 'Nothing was changed (dry run).\n';
    expect(await said('suspend', 'luna', '--dry-run')).toBe(
      `luna would be suspended: its bot would be off, its data would stay.\n${dry}`,
    );
    expect(await said('resume', 'luna')).toBe('luna is active already.\n');
    expect(await said('suspend', 'luna')).toMatch(/^luna is suspended\. .+ resume luna\n$/);
    expect(await said('suspend', 'luna')).toMatch(/^luna is suspended already; .+ resume luna\n$/);
    expect(await said('show', 'luna')).toMatch(
      /connection +off\n[^]*owner .+ resume luna, .+ claim luna\n/,
    );
    await said('delete', 'luna', '--yes');
    const shown = await said('show', 'luna');
    expect(shown).toMatch(/state +deleted, destroyed for good on [\d-]+\n/);
    expect(shown).toMatch(/connection +off\n[^]*created +[\d-]+ \d\d:\d\d UTC\n/);
    expect(shown).toMatch(/owner +none\n[^]*outbox +0 queued, 0 failed, 0 unknown\n/);
    expect(await said('undelete', 'luna', '--dry-run')).toBe(
      `luna would be back (suspended).\n${dry}`,
    );
    expect(await said('undelete', 'luna')).toMatch(
      /^luna is back \(suspended\)\. .+ resume luna\n$/,
    );
    expect(await said('resume', 'luna', '--dry-run')).toContain('luna would be active');
    expect(await said('resume', 'luna')).toContain('luna is active. A running server');
  });

  it('changes nothing with --dry-run, and deletes and brings back without it', async () => {
    const dry = await tenant(['delete', 'luna', '--dry-run', '--json']);
    expect(dry).toMatchObject({
      code: 0,
      json: { dryRun: true, changed: false, tenant: { state: 'active' } },
    });
    const deleted = await tenant(['delete', 'luna', '--yes', '--json']);
    expect(deleted).toMatchObject({ code: 0, json: { tenant: { state: 'deleted' } } });
    const again = await tenant(['create', 'luna2', '--token-file', 'luna.txt', '--json']);
    expect(again).toMatchObject({ code: 1, json: { reason: 'bot-of-deleted' } });
    expect(await tenant(['undelete', 'luna', '--json'])).toMatchObject({
      code: 0,
      json: { tenant: { state: 'active', purgeAt: null } },
    });
  });

  it('rotates a token to a new one of the same bot only', async () => {
    const rotate = (input: string) =>
      tenant(['rotate-token', 'mira', '--token-file', '-', '--json'], { input });
    expect(await rotate(luna.token)).toMatchObject({ code: 1, json: { reason: 'other-bot' } });
    expect(await rotate(mira.revokeToken())).toMatchObject({ code: 0, json: { changed: true } });
  });
});

describe('npm run migrate', () => {
  it('has nothing to do for tenants of this version', async () => {
    const [plan, run] = await Promise.all([
      runScript('scripts/migrate.ts', ['plan', '--json'], { cwd, settings }),
      runScript('scripts/migrate.ts', ['run', '--json'], { cwd, settings }),
    ]);
    expect(plan).toMatchObject({ code: 0, json: { ok: true, upToDate: 2, pending: [] } });
    const none = { ...settings, TENANTS_DIR: join(cwd, 'none') };
    const empty = await runScript('scripts/migrate.ts', ['plan'], { cwd, settings: none });
    expect(empty.stdout).toBe('There is no tenant yet. Nothing to do.\n');
    expect(run).toMatchObject({ code: 0, json: { ok: true, upToDate: 2, failed: [] } });
  });

  it('ends with 3 when a tenant’s file is beyond use, and leaves the others alone', async () => {
    const shown = await tenant(['show', 'mira', '--json']);
    const { tenantId } = shown.json['tenant'] as { tenantId: string };
    writeFileSync(join(settings['TENANTS_DIR'] ?? '', tenantId, 'crm.db'), randomBytes(8192));
    const broken = await tenant(['show', 'mira', '--json']);
    expect(broken).toMatchObject({
      code: 0,
      json: { tenant: { counts: null, unreadable: 'storage.unreadable' } },
    });
    const run = await runScript('scripts/migrate.ts', ['run', '--json'], { cwd, settings });
    expect(run).toMatchObject({
      code: 3,
      json: { ok: false, upToDate: 1, failed: [{ slug: 'mira' }] },
    });
    expect(await tenant(['show', 'luna', '--json'])).toMatchObject({
      json: { tenant: { quarantine: null } },
    });
  });
});

describe('all that the scripts wrote', () => {
  it('holds no token and no key', () => {
    const written = everyOutput.join('\n');
    expect(written.length).toBeGreaterThan(1000);
    const secrets = [...tokens, mira.token, settings['MASTER_KEY'] ?? ''];
    for (const secret of secrets) expect(written).not.toContain(secret.split(':').at(-1));
  });
});
