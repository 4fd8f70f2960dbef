import { describe, expect, test } from 'vitest';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { allowedUpdates } from '#src/telegram/ingest/allowed-updates.ts';
import type { BotLook } from '#src/telegram/look-at-bot.ts';
import { botFindings } from './bot-findings.ts';
import { type ContentFacts, contentFindings, fileFindings } from './file-findings.ts';
import { doctorExitCode, type Finding, findingsAbout, sortFindings } from './finding.ts';
import { llmFindings, priceFindings } from './llm-findings.ts';
import { clockFindings, machineFindings } from './machine-findings.ts';
import { recordFindings } from './record-findings.ts';

const now = Date.UTC(2026, 0, 15, 12);
const day = 24 * 60 * 60_000;

const record: TenantRecord = {
  tenantId: 'tluna' as TenantRecord['tenantId'],
  slug: 'luna' as TenantRecord['slug'],
  name: 'Luna',
  state: 'active',
  botId: 7 as TenantRecord['botId'],
  botUsername: 'luna_bot',
  botInfo: '{}',
  webhookPath: 'path',
  webhookUrl: null,
  connection: 'ok',
  connectionAt: null,
  quarantine: null,
  quarantinedAt: null,
  schemaNumber: 7,
  revision: 1,
  createdAt: now - 100 * day,
  suspendedAt: null,
  deletedAt: null,
  purgeAt: null,
};

const told = (findings: readonly Finding[]) =>
  findings.map(({ severity, code }) => `${severity} ${code}`);

describe('what the control file says of a tenant', () => {
  test.each([
    ['is well', {}, ['ok tenant.active']],
    ['lost its token', { connection: 'disconnected' }, ['error tenant.disconnected']],
    ['has a rival', { connection: 'conflict' }, ['error tenant.conflict']],
    ['stands still', { quarantine: 'storage.corrupt' }, ['error tenant.quarantined']],
    ['is switched off', { state: 'suspended', connection: 'conflict' }, ['note tenant.suspended']],
    ['was never completed', { schemaNumber: 0 }, ['warning tenant.unfinished']],
    ['is being created', { schemaNumber: 0, createdAt: now - 1_000 }, []],
    ['is in its grace', { state: 'deleted', purgeAt: now + day }, ['note tenant.deleted']],
    ['is past it', { state: 'deleted', purgeAt: now - 3 * day }, ['warning tenant.not-purged']],
    [
      'is past it by more than a year',
      { state: 'deleted', purgeAt: now - 400 * day },
      ['error tenant.purge-refused'],
    ],
  ] as const)('when it %s', (_what, change, expected) => {
    expect(told(recordFindings({ ...record, ...change }, now))).toEqual(expected);
  });
});

describe('what Telegram says of a bot', () => {
  const url = 'https://bots.example.com/hook/path';
  const look = (webhook: Partial<BotLook['webhook']>, me: object = {}): BotLook => ({
    me: { id: 7, username: 'luna_bot', ...me } as BotLook['me'],
    webhook: {
      url: '',
      has_custom_certificate: false,
      pending_update_count: 0,
      allowed_updates: [...allowedUpdates],
      ...webhook,
    },
  });
  const polled = { url: null, serverRuns: true, now };
  const hooked = { url, serverRuns: true, now };

  test.each([
    ['polled, no webhook', look({}), polled, ['ok bot.well']],
    ['polled, a webhook of somebody', look({ url }), polled, ['error webhook.foreign']],
    [
      'the same before the start',
      look({ url }),
      { ...polled, serverRuns: false },
      ['warning webhook.foreign'],
    ],
    ['its webhook', look({ url }), hooked, ['ok bot.well']],
    ['no webhook', look({}), hooked, ['error webhook.wrong']],
    ['none yet', look({}), { ...hooked, serverRuns: false }, ['warning webhook.wrong']],
    [
      'fewer updates',
      look({ url, allowed_updates: ['message'] }),
      hooked,
      ['warning webhook.updates'],
    ],
    ['many pending', look({ url, pending_update_count: 101 }), hooked, ['warning webhook.pending']],
    [
      'failing now',
      look({ url, last_error_date: now / 1000 - 60 }),
      hooked,
      ['warning webhook.failing'],
    ],
    ['failed once', look({ url, last_error_date: now / 1000 - 9_000 }), hooked, ['ok bot.well']],
    ['another bot', look({}, { id: 8 }), polled, ['error bot.other']],
    ['another name', look({}, { username: 'moon_bot' }), polled, ['note bot.renamed']],
  ] as const)('%s', (_what, seen, wanted, expected) => {
    expect(told(botFindings(record, seen, wanted))).toEqual(expected);
  });
});

describe('what a file and its contents say', () => {
  const file = {
    fault: null,
    plainText: false,
    bytes: 1,
    walBytes: 0,
    standing: 'current',
    damagedTables: null,
  } as const;

  test('a file', () => {
    expect(told(fileFindings('luna', file))).toEqual(['ok file.well']);
    expect(
      told(fileFindings('luna', { ...file, fault: 'storage.missing', standing: null })),
    ).toEqual(['error file.storage.missing']);
    expect(told(fileFindings('luna', { ...file, standing: 'older' }))).toEqual([
      'warning file.older-schema',
    ]);
    expect(told(fileFindings('luna', { ...file, standing: 'newer' }))).toEqual([
      'error file.newer-schema',
    ]);
    expect(told(fileFindings('luna', { ...file, damagedTables: ['fan'] }))).toEqual([
      'error file.damaged',
    ]);
    expect(told(fileFindings('luna', { ...file, plainText: true, walBytes: 1e9 }))).toEqual([
      'error file.plain-text',
      'warning file.long-wal',
    ]);
  });

  test('its contents, and since when something waits', () => {
    const facts = {
      books: { balanced: true, faults: [], stranded: 0 } as unknown as ContentFacts['books'],
      backlog: { oldestUpdateAt: null, oldestRowAt: null },
      attention: { relays: 0, replies: 0, parked: 0, jobs: [] },
      hasOwner: true,
    };
    const at = { now, handled: true, serverRuns: true };
    expect(told(contentFindings('luna', facts, at))).toEqual(['ok books.balanced']);
    const much = {
      ...facts,
      books: { balanced: false, faults: [], stranded: 1 } as unknown as ContentFacts['books'],
      attention: { relays: 1, replies: 1, parked: 1, jobs: [{ kind: 'followups', count: 2 }] },
      hasOwner: false,
    };
    expect(told(contentFindings('luna', much, at))).toEqual([
      'error books.unbalanced',
      'error updates.parked',
      'warning messages.failed',
      'note replies.failed',
      'error jobs.failed',
      'note tenant.unclaimed',
    ]);
    const late = {
      ...facts,
      backlog: { oldestUpdateAt: now - 600_000, oldestRowAt: now - 600_000 },
    };
    const backlogCodes = (where: typeof at) => told(contentFindings('luna', late, where)).slice(1);
    expect(backlogCodes(at)).toEqual(['error backlog.updates']);
    expect(backlogCodes({ ...at, handled: false })).toEqual(['note backlog.updates']);
    expect(backlogCodes({ ...at, serverRuns: false })).toEqual(['warning backlog.updates']);
  });
});

describe('what the machine says', () => {
  const roomy = {
    freeBytes: 1e11,
    freeFiles: null,
    openFilesLimit: 65_536,
    loose: [],
    strayFolders: [],
    leftovers: [],
    controlPlainText: false,
  };

  test('disk, limits, permissions, strays', () => {
    expect(told(machineFindings(roomy, '/data'))).toEqual(['ok disk.well']);
    expect(told(machineFindings({ ...roomy, freeBytes: 5e8 }, '/data'))).toEqual([
      'warning disk.tight',
    ]);
    expect(
      told(
        machineFindings(
          {
            freeBytes: 1e6,
            freeFiles: 10,
            openFilesLimit: 1024,
            loose: ['.'],
            strayFolders: ['x'],
            leftovers: ['t1/crm.db.new-1'],
            controlPlainText: true,
          },
          '/data',
        ),
      ),
    ).toEqual([
      'error disk.full',
      'error disk.no-inodes',
      'warning limits.open-files',
      'warning permissions.loose',
      'warning data.stray-folders',
      'note data.leftovers',
      'error control.plain-text',
    ]);
  });

  test('its clock, against Telegram’s and against what was written', () => {
    expect(told(clockFindings(now, now + 2_000, 0))).toEqual(['ok clock.well']);
    expect(told(clockFindings(now, now - 60_000, 0))).toEqual(['warning clock.drifts']);
    expect(told(clockFindings(now, now + 3_600_000, 0))).toEqual(['error clock.wrong']);
    expect(told(clockFindings(now, undefined, now + day))).toEqual(['error clock.behind']);
    expect(told(clockFindings(now, undefined, now - day))).toEqual([]);
  });
});

describe('what the providers say', () => {
  test.each([
    ['none is configured', [], ['ok llm.none']],
    ['well', [{ provider: 'groq', fault: null, missing: [] }], ['ok llm.well']],
    [
      'models are gone',
      [{ provider: 'xai', fault: null, missing: ['a', 'b'] }],
      ['warning llm.no-such-model', 'warning llm.no-such-model'],
    ],
    [
      'a key is refused, another cannot be asked',
      [
        { provider: 'groq', fault: 'rejected-key', missing: [] },
        { provider: 'xai', fault: 'down', missing: [] },
      ],
      ['warning llm.rejected-key', 'warning llm.unreachable'],
    ],
    [
      'an endpoint of the operator’s is away',
      [{ provider: 'compatible', fault: 'unreachable', missing: [] }],
      ['warning llm.unreachable'],
    ],
  ] as const)('%s', (_what, looks, expected) => {
    expect(told(llmFindings(looks))).toEqual(expected);
  });
});

test('models of unknown price are worth a note', () => {
  const found = priceFindings(['xai:grok-9']);
  expect(told(found)).toEqual(['note llm.no-price']);
  expect(found[0]?.advice).toContain('xai:grok-9=');
  expect(priceFindings([])).toEqual([]);
});

describe('the exit code and the order', () => {
  const own = findingsAbout(null);
  const luna = findingsAbout('luna');

  test('0 without errors, 1 for the installation, 3 for tenants alone, 78 for the key', () => {
    expect(doctorExitCode([own.warning('w', ''), luna.note('n', '')])).toBe(0);
    expect(doctorExitCode([luna.error('e', ''), own.warning('w', '')])).toBe(3);
    expect(doctorExitCode([luna.error('e', ''), own.error('disk.full', '')])).toBe(1);
    expect(doctorExitCode([own.error('keys.missing-master-key', '')])).toBe(78);
    expect(doctorExitCode([luna.error('keys.tampered', '')])).toBe(3);
  });

  test('worst first, the installation before its tenants', () => {
    const all = [luna.ok('a', ''), luna.error('b', ''), own.error('c', ''), own.note('d', '')];
    expect(sortFindings(all).map(({ code }) => code)).toEqual(['c', 'b', 'd', 'a']);
  });
});
