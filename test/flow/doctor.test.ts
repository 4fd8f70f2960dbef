import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { BotId, TenantId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import type { Tx } from '#src/storage/reader.ts';
import { arrivalsFilePath } from '#src/storage/tenant-paths.ts';
import { insertUpdate, markParked } from '#src/telegram/ingest/update-queries.ts';
import { startFakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { everyOutput, runScript, startServer } from '#test/support/program.ts';
import { type Sandbox, type SandboxBot, startSandbox } from '#test/support/sandbox/sandbox.ts';

let sandbox: Sandbox;
let cwd: string;
let settings: Record<string, string>;
const masterKey = randomBytes(32);
const bots: Record<string, SandboxBot> = {};
const ids: Record<string, TenantId> = {};
const tokens: string[] = [];

const script = (name: string, args: string[], more: Record<string, string> = {}, input = '') =>
  runScript(`scripts/${name}.ts`, args, { cwd, settings: { ...settings, ...more }, input });
const doctor = (args: string[] = [], more: Record<string, string> = {}) =>
  script('doctor', ['--json', ...args], more);
const tenant = (args: string[]) => script('tenant', [...args, '--json']);

/** What was found, as `severity code tenant`. */
const found = (run: { json: Record<string, unknown> }) =>
  (run.json['findings'] as { severity: string; code: string; tenant: string | null }[]).map(
    ({ severity, code, tenant: slug }) => [severity, code, ...(slug ? [slug] : [])].join(' '),
  );

beforeAll(async () => {
  sandbox = await startSandbox();
  cwd = mkdtempSync(join(tmpdir(), 'fanline-doctor-'));
  settings = {
    TENANTS_DIR: join(cwd, 'tenants'),
    MASTER_KEY: masterKey.toString('hex'),
    TELEGRAM_API_ROOT: sandbox.url,
    PORT: '0',
  };
  for (const slug of ['luna', 'mira', 'nova']) {
    const bot = sandbox.createBot({ username: `${slug}_bot`, name: slug });
    bots[slug] = bot;
    tokens.push(bot.token);
    const args = ['create', slug, '--token-file', '-', '--owner', '4242', '--json'];
    const run = await script('tenant', args, {}, bot.token);
    ids[slug] = run.json['tenantId'] as TenantId;
  }
});
afterAll(async () => {
  await sandbox.close();
  rmSync(cwd, { recursive: true });
});

const openHere = () =>
  openStorage({
    dir: settings['TENANTS_DIR'] ?? '',
    masterKey: new MasterKey(masterKey),
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
  });

/** Works on a tenant's file beside whatever runs, as a script does. */
async function inFile<T>(slug: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  await using storage = await openHere();
  return await storage.store.transact(ids[slug] as TenantId, work);
}

/** A fan's message that is parked, as five failed tries leave it. */
function park(slug: string, updateId: number, text: string): Promise<number> {
  const from = { id: 77_001, is_bot: false, first_name: 'Ana' };
  const chat = { id: from.id, type: 'private', first_name: 'Ana' };
  const date = Math.floor(Date.now() / 1000);
  const payload = {
    update_id: updateId,
    message: { message_id: updateId, from, chat, date, text },
  };
  return inFile(slug, async (tx) => {
    await insertUpdate(tx, {
      botId: bots[slug]?.id as BotId,
      updateId,
      lane: `${chat.id}`,
      kind: 'message',
      payload: JSON.stringify(payload),
      receivedAt: Date.now() - 7_200_000,
    });
    const row = await tx.db
      .selectFrom('stored_update')
      .select('id')
      .where('update_id', '=', updateId)
      .executeTakeFirstOrThrow();
    await markParked(tx, row.id, { attempts: 5, error: 'test.poison', now: Date.now() });
    return row.id;
  });
}

describe('npm run doctor', () => {
  it('finds nothing wrong with a sound installation, and changes nothing', async () => {
    const run = await doctor(['--deep', '--verbose']);
    expect(run).toMatchObject({
      code: 0,
      stderr: '',
      json: {
        ok: true,
        server: { runs: false },
        checked: { tenants: 3, deep: true, network: true },
      },
    });
    expect(found(run)).toEqual(
      expect.arrayContaining([
        'warning server.none',
        'ok key.well',
        'ok arrivals.well',
        'ok clock.well',
        'ok bot.well luna',
        'ok file.well mira',
        'ok books.balanced nova',
      ]),
    );
    const brief = await script('doctor', ['--offline']);
    expect(brief.stdout).toMatch(
      /^WARNING No server runs .+\n {2}-> npm start\n0 errors, 1 warning, 0 notes\. \(3 tenants, offline, no server runs\)\n$/,
    );
  });

  it('names what programs call, which has no commands', async () => {
    const help = await script('doctor', ['--help']);
    expect(help.stdout).toContain('\nFor programs: npm run --silent doctor -- --json\n');
    const others = await script('tenant', ['--help']);
    expect(others.stdout).toContain('npm run --silent tenant -- <command> --json\n');
  });

  it('says nothing is there yet, and makes neither a key nor a folder', async () => {
    const empty = { TENANTS_DIR: join(cwd, 'none'), MASTER_KEY: '', HOME: join(cwd, 'home') };
    const run = await doctor([], empty);
    expect([run.code, found(run)]).toEqual([0, ['note data.none']]);
    expect(existsSync(empty.TENANTS_DIR)).toBe(false);
    expect(existsSync(empty.HOME)).toBe(false);
  });

  it('asks the providers of language models, unless it is offline', async () => {
    await using fake = await startFakeLlm();
    fake.models.delete('openai/gpt-oss-20b');
    const llm = { GROQ_API_KEY: fake.key, GROQ_BASE_URL: fake.groqRoot };
    expect(found(await doctor([], llm))).toContain('warning llm.no-such-model');
    expect(found(await doctor([], { ...llm, GROQ_API_KEY: 'another-key' }))).toContain(
      'warning llm.rejected-key',
    );
    expect((await doctor(['--offline'], llm)).stdout).not.toContain('llm.');
    const unpriced = { ...llm, LLM_DRAFT_MODELS: 'groq:new-one' };
    expect(found(await doctor(['--offline'], unpriced))).toContain('note llm.no-price');
    const priced = { ...unpriced, LLM_PRICES: 'groq:new-one=1/2' };
    expect((await doctor(['--offline'], priced)).stdout).not.toContain('llm.');
  });

  it('ends with 78 for a key that is wrong, loose or missing, and for wrong settings', async () => {
    const loose = join(cwd, 'loose.key');
    writeFileSync(loose, masterKey.toString('hex'));
    chmodSync(loose, 0o644);
    const [wrong, open, missing, settingsWrong] = await Promise.all([
      doctor([], { MASTER_KEY: randomBytes(32).toString('hex') }),
      doctor([], { MASTER_KEY: '', MASTER_KEY_FILE: loose }),
      doctor([], { MASTER_KEY: '', HOME: cwd }),
      doctor([], { PORT: 'x' }),
    ]);
    expect([wrong.code, found(wrong)]).toEqual([78, ['error keys.wrong-master-key']]);
    expect([open.code, found(open)]).toEqual([78, ['error keys.loose-permissions']]);
    expect([missing.code, found(missing)]).toEqual([78, ['error keys.missing-master-key']]);
    expect(settingsWrong).toMatchObject({ code: 78, json: { reason: 'configuration' } });
  });

  it('works beside a running server, which takes up at once what a script retried', async () => {
    const server = await startServer(settings, cwd);
    try {
      // A tenant that the server met while it ran, and one from before.
      const bot = sandbox.createBot({ username: 'late_bot', name: 'late' });
      bots['late'] = bot;
      tokens.push(bot.token);
      const args = ['create', 'late', '--token-file', '-', '--owner', '4242', '--json'];
      ids['late'] = (await script('tenant', args, {}, bot.token)).json['tenantId'] as TenantId;
      await sandbox.until('it is polled', () => sandbox.polls(bot));
      const parked = [
        await park('late', 900_001, 'first words'),
        await park('late', 900_002, 'second words'),
        await park('late', 900_003, 'third words'),
      ];
      const [first, second, third] = parked.map((id) => `u${id}`);
      const odd = await tenant(['parked', 'late', '--retry', `${first}`, 'u999']);
      expect(odd).toMatchObject({ code: 4, json: { reason: 'no-such-row' } });
      const all = ['parked', 'late', '--retry-all', '--drop', `${second}`];
      const dry = await tenant([...all, '--dry-run']);
      expect(dry.json).toMatchObject({
        dryRun: true,
        retried: 2,
        dropped: 1,
        items: [
          { id: first, kind: 'message', state: 'parked', attempts: 5, reason: 'test.poison' },
          { id: second },
          { id: third },
        ],
      });
      expect((await tenant(all)).json).toMatchObject({ retried: 2, dropped: 1, items: [] });
      await park('luna', 900_001, 'early words');
      expect((await tenant(['parked', 'luna', '--retry-all'])).json).toMatchObject({ retried: 1 });

      const texts = (slug: string) => () =>
        inFile(slug, (tx) => tx.db.selectFrom('message').select('text').orderBy('id').execute());
      const patience = { timeout: 15_000, interval: 250 };
      await expect
        .poll(texts('late'), patience)
        .toEqual([{ text: 'first words' }, { text: 'third words' }]);
      await expect.poll(texts('luna'), patience).toEqual([{ text: 'early words' }]);
      const shown = await tenant(['show', 'late']);
      expect(shown.json['tenant']).toMatchObject({
        books: {
          balanced: true,
          updates: { received: 3, stored: 3, handled: 2, parked: 0, dropped: 1 },
          messages: { received: 2, stored: 2, waiting: 2 },
        },
      });
      await park('luna', 900_009, 'more');
      const run = await doctor();
      expect(run.code).toBe(3);
      expect(run.json['server']).toEqual({ runs: true, pid: expect.any(Number) });
      expect(found(run)).toEqual(['error updates.parked luna']);
    } finally {
      await server.stop();
    }
  }, 90_000);

  it('says whose acknowledged updates wait for the next start, without a word of them', async () => {
    const payload = JSON.stringify({ update_id: 900_020, message: { text: 'words on their way' } });
    await using storage = await openHere();
    const journal = storage.arrivalJournal();
    const given = { tenantId: ids['nova'] as TenantId, botId: bots['nova']?.id as BotId, payload };
    const sealed = await journal.seal({ ...given, receivedAt: Date.now() });
    journal.commit([sealed], []);
    journal.close();
    const run = await doctor(['--offline']);
    expect(found(run)).toContain('note arrivals.waiting');
    expect(run.stdout).toContain(
      '1 acknowledged update stands in the journal of arrivals (nova: 1)',
    );
    const text = await script('tenant', ['show', 'nova']);
    expect(text.stdout).toContain(
      'On their way: 1 update, acknowledged and not in its file yet; a server takes it up within moments, or at its start.\n',
    );
    expect(text.stdout).toContain('updates   0 received = 0 stored');

    // After a kill the journal may know what the tenant's file has already.
    await park('nova', 900_020, 'words on their way');
    expect((await tenant(['show', 'nova'])).json['tenant']).toMatchObject({
      onTheirWay: 0,
      books: { updates: { received: 1, parked: 1 } },
    });

    const path = arrivalsFilePath(settings['TENANTS_DIR'] ?? '');
    writeFileSync(path, randomBytes(8192));
    const broken = await doctor(['--offline']);
    expect([broken.code, found(broken)]).toMatchObject([
      1,
      expect.arrayContaining(['error arrivals.storage.unreadable']),
    ]);
    expect((await tenant(['show', 'nova'])).json['tenant']).toMatchObject({ onTheirWay: null });
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    await tenant(['parked', 'nova', '--drop', 'u1']);
  });

  it('names each tenant with what is wrong with it, ends with 3, and quarantines nobody', async () => {
    writeFileSync(
      join(settings['TENANTS_DIR'] ?? '', ids['mira'] ?? '', 'crm.db'),
      randomBytes(8192),
    );
    bots['nova']?.revokeToken();
    const url = encodeURIComponent('https://elsewhere.example/hook');
    await fetch(`${sandbox.url}/bot${bots['late']?.token}/setWebhook?url=${url}`);
    writeFileSync(join(settings['TENANTS_DIR'] ?? '', 'loose.txt'), '');
    chmodSync(settings['TENANTS_DIR'] ?? '', 0o755);
    const run = await doctor();
    expect(run.code).toBe(3);
    expect(found(run)).toEqual([
      'error updates.parked luna',
      'error file.storage.unreadable mira',
      'error bot.token-refused nova',
      'warning permissions.loose',
      'warning server.none',
      'warning webhook.foreign late',
    ]);
    const shown = await tenant(['list']);
    const tenants = shown.json['tenants'] as { quarantine: string | null }[];
    expect(tenants.map(({ quarantine }) => quarantine)).toEqual([null, null, null, null]);
    expect(readdirSync(cwd)).not.toContain('.config');
  });
});

describe('all that was written', () => {
  it('holds no token, no key and no message', () => {
    const written = everyOutput.join('\n');
    const secrets = tokens.map((token) => token.split(':')[1] ?? '');
    for (const secret of [...secrets, settings['MASTER_KEY'] ?? '', 'second words', 'words on']) {
      expect(written).not.toContain(secret);
    }
  });
});
