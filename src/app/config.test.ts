import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { usualPrices } from '#src/llm/prices.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'fanline-config-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function read(env: Record<string, string>) {
  return readConfig({ env, cwd, home: '/home/op', platform: 'linux' });
}

function configOf(env: Record<string, string>) {
  const result = read(env);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.config;
}

function wrongSettings(env: Record<string, string>): string[] {
  const result = read(env);
  return result.ok ? [] : result.problems.map((problem) => problem.setting);
}

describe('readConfig', () => {
  it('needs no setting at all', () => {
    expect(configOf({})).toEqual({
      tenantsDir: join(cwd, 'tenants'),
      masterKey: { default: '/home/op/.config/fanline' },
      host: '127.0.0.1',
      port: 8080,
      shards: Math.min(availableParallelism(), 4),
      publicUrl: null,
      telegramApiRoot: 'https://api.telegram.org',
      logLevel: 'info',
      llm: {
        access: {},
        models: { draft: [], cheap: [] },
        allowPrivateUrls: false,
        prices: usualPrices,
      },
      stripe: null,
      dailyCaps: { tenant: 1_000_000, total: 20_000_000 },
    });
  });

  it('takes a key of Stripe’s, with no, one or two webhook secrets', () => {
    const key = { STRIPE_SECRET_KEY: 'sk_test_0123456789' };
    expect(configOf(key).stripe).toEqual({
      secretKey: 'sk_test_0123456789',
      webhookSecrets: [],
      apiBase: null,
      trialDays: 14,
      tax: false,
    });
    const two = 'whsec_new0000000, whsec_old0000000';
    const more = { STRIPE_WEBHOOK_SECRET: two, STRIPE_TRIAL_DAYS: '0', STRIPE_TAX: 'on' };
    expect(configOf({ ...key, ...more }).stripe).toMatchObject({
      webhookSecrets: ['whsec_new0000000', 'whsec_old0000000'],
      trialDays: 0,
      tax: true,
    });
    expect(wrongSettings({ STRIPE_WEBHOOK_SECRET: two })).toEqual(['STRIPE_WEBHOOK_SECRET']);
    expect(
      wrongSettings({
        STRIPE_SECRET_KEY: 'pk_test_0123456789',
        STRIPE_WEBHOOK_SECRET: 'whsec_a, whsec_b, whsec_c',
        STRIPE_API_BASE: 'https://api.stripe.com/v1',
        STRIPE_TRIAL_DAYS: '-1',
        STRIPE_TAX: 'maybe',
      }),
    ).toEqual([
      'STRIPE_SECRET_KEY',
      'STRIPE_WEBHOOK_SECRET',
      'STRIPE_API_BASE',
      'STRIPE_TRIAL_DAYS',
      'STRIPE_TAX',
    ]);
  });

  it('takes a .env file, and the environment wins over it', () => {
    writeFileSync(join(cwd, '.env'), 'PORT=9000\nHOST="0.0.0.0" # everywhere\n');
    expect(configOf({ PORT: '9001' })).toMatchObject({ port: 9001, host: '0.0.0.0' });
  });

  it('takes an empty setting as none', () => {
    expect(configOf({ PUBLIC_URL: '', PORT: ' ' })).toMatchObject({ publicUrl: null, port: 8080 });
  });

  it('finds the user’s configuration folder on each system', () => {
    const keyPath = (platform: NodeJS.Platform, env: Record<string, string> = {}) => {
      const result = readConfig({ env, cwd, home: '/h', platform });
      return result.ok && result.config.masterKey;
    };
    expect(keyPath('linux', { XDG_CONFIG_HOME: '/xdg' })).toMatchObject({
      default: '/xdg/fanline',
    });
    expect(keyPath('linux', { XDG_CONFIG_HOME: 'relative' })).toMatchObject({
      default: '/h/.config/fanline',
    });
    expect(keyPath('darwin')).toMatchObject({
      default: '/h/Library/Application Support/fanline',
    });
    expect(keyPath('win32')).toMatchObject({ default: '/h/AppData/Roaming/fanline' });
  });

  it('tells every wrong setting at once and never a value', () => {
    const result = read({
      TENANTS_DIR: import.meta.filename,
      MASTER_KEY: 'hunter2-hunter2',
      MASTER_KEY_FILE: './key',
      HOST: 'two words',
      PORT: '65536',
      PUBLIC_URL: 'http://bots.example.com',
      TELEGRAM_API_ROOT: 'ftp://x',
      LOG_LEVEL: 'loud',
      GROQ_API_KEY: 'two words',
      GROQ_BASE_URL: 'https://api.groq.com/openai/v1',
      XAI_BASE_URL: 'http://10.0.0.1/v1',
      LLM_DRAFT_MODELS: 'llama',
      LLM_CHEAP_MODELS: 'groq:a,xai:b',
      LLM_ALLOW_PRIVATE_URLS: 'perhaps',
    });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(new Set(result.problems.map((problem) => problem.setting))).toEqual(
      new Set([
        'TENANTS_DIR',
        'MASTER_KEY',
        'HOST',
        'PORT',
        'PUBLIC_URL',
        'TELEGRAM_API_ROOT',
        'LOG_LEVEL',
        'GROQ_API_KEY',
        'GROQ_BASE_URL',
        'XAI_BASE_URL',
        'LLM_DRAFT_MODELS',
        'LLM_CHEAP_MODELS',
        'LLM_ALLOW_PRIVATE_URLS',
      ]),
    );
    expect(result.problems.filter((problem) => problem.setting === 'MASTER_KEY')).toHaveLength(2);
    for (const problem of result.problems) {
      expect(problem.problem).not.toBe('');
      expect(problem.example).not.toBe('');
    }
    expect(JSON.stringify(result.problems)).not.toMatch(/hunter2|two words|ftp:/);
  });

  it('takes a number of shards, and one for each processor without it', () => {
    expect(configOf({ SHARDS: '1' }).shards).toBe(1);
    expect(configOf({ SHARDS: '16' }).shards).toBe(16);
    expect(configOf({ SHARDS: 'auto' }).shards).toBe(configOf({}).shards);
    for (const SHARDS of ['0', '17', '1.5', 'many']) {
      expect(wrongSettings({ SHARDS })).toEqual(['SHARDS']);
    }
  });

  it('refuses two master keys', () => {
    expect(wrongSettings({ MASTER_KEY: 'ab'.repeat(32), MASTER_KEY_FILE: '/etc/key' })).toEqual([
      'MASTER_KEY',
    ]);
  });

  it('refuses a key file below the tenants’ folder', () => {
    expect(wrongSettings({ MASTER_KEY_FILE: './tenants/../tenants/key' })).toEqual([
      'MASTER_KEY_FILE',
    ]);
    expect(wrongSettings({ MASTER_KEY_FILE: './tenants-key' })).toEqual([]);
  });

  it.each([
    ['https://bots.example.com', 'https://bots.example.com'],
    ['https://bots.example.com:8443/', 'https://bots.example.com:8443'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('takes PUBLIC_URL %s', (given, taken) => {
    expect(configOf({ PUBLIC_URL: given }).publicUrl).toBe(taken);
  });

  it.each([
    'bots.example.com',
    'http://bots.example.com',
    'http://127.evil.example',
    'http://localhost.evil.example',
    'https://bots.example.com/fanline',
    'https://bots.example.com?x=1',
    'https://bots.example.com#x',
    'https://user:password@bots.example.com',
    'https://bots.example.com:9443',
    'file:///etc/passwd',
  ])('refuses PUBLIC_URL %s', (given) => {
    expect(wrongSettings({ PUBLIC_URL: given })).toEqual(['PUBLIC_URL']);
  });

  it('takes a path in TELEGRAM_API_ROOT, but no plain http to elsewhere', () => {
    expect(configOf({ TELEGRAM_API_ROOT: 'https://proxy.example/telegram/' }).telegramApiRoot).toBe(
      'https://proxy.example/telegram',
    );
    expect(configOf({ TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }).telegramApiRoot).toBe(
      'http://127.0.0.1:9',
    );
    expect(wrongSettings({ TELEGRAM_API_ROOT: 'http://10.0.0.1' })).toEqual(['TELEGRAM_API_ROOT']);
  });

  it('has the providers that have a key, with the usual models of each', () => {
    expect(configOf({ GROQ_API_KEY: 'gsk_0123456789' }).llm).toEqual({
      access: { groq: { apiKey: 'gsk_0123456789', baseUrl: 'https://api.groq.com' } },
      models: {
        draft: [{ provider: 'groq', model: 'openai/gpt-oss-120b' }],
        cheap: [{ provider: 'groq', model: 'openai/gpt-oss-20b' }],
      },
      allowPrivateUrls: false,
      prices: usualPrices,
    });
    const both = { GROQ_API_KEY: 'gsk_0123456789', XAI_API_KEY: 'xai-0123456789' };
    expect(
      configOf({
        ...both,
        XAI_BASE_URL: 'http://127.0.0.1:9/v1/',
        LLM_DRAFT_MODELS: 'xai:grok-4.7',
      }).llm,
    ).toMatchObject({
      access: { xai: { baseUrl: 'http://127.0.0.1:9/v1' } },
      models: {
        draft: [{ provider: 'xai', model: 'grok-4.7' }],
        cheap: [{ provider: 'groq' }, { provider: 'xai', model: 'grok-4.3' }],
      },
    });
  });

  it('takes prices of models, and says of each that is wrong what is wrong with it', () => {
    const LLM_PRICES = 'groq:openai/gpt-oss-120b=0.2/0.1/0.7,xai:grok-9=3/15';
    const { prices } = configOf({ LLM_PRICES }).llm;
    expect(prices.get('groq:openai/gpt-oss-120b')).toEqual({ in: 0.2, cached: 0.1, out: 0.7 });
    expect(prices.get('xai:grok-9')).toEqual({ in: 3, cached: 3, out: 15 });
    expect(prices.get('xai:grok-4.3')).toEqual(usualPrices.get('xai:grok-4.3'));
    const wrong = 'groq:a,hunter2=1/2,groq:b=1/x,groq:c=1/2,groq:c=1/2';
    const refused = read({ LLM_PRICES: wrong });
    expect(refused.ok ? [] : refused.problems.map(({ problem }) => problem)).toEqual([
      'entry 1 is not <provider>:<model>=<in>/<out> or …=<in>/<cached>/<out>',
      'entry 2 names no model, which is groq:, xai: or compatible:<model>',
      'entry 3 has a price that is no number of US dollars from 0 to 1000, such as 0.15',
      'entry 5 names a model that was priced before it',
    ]);
    expect(JSON.stringify(refused)).not.toContain('hunter2');
  });

  it('takes an endpoint of one’s own choice, also in a private network and without a key', () => {
    const settings = {
      LLM_COMPATIBLE_URL: 'http://192.168.1.4:11434/v1/',
      LLM_DRAFT_MODELS: 'compatible:llama3:8b',
      LLM_PRICES: 'compatible:llama3:8b=0/0',
    };
    const { llm } = configOf(settings);
    expect(llm).toMatchObject({
      access: { compatible: { apiKey: 'none', baseUrl: 'http://192.168.1.4:11434/v1' } },
      models: { draft: [{ provider: 'compatible', model: 'llama3:8b' }], cheap: [] },
      allowPrivateUrls: false,
    });
    expect(llm.prices.get('compatible:llama3:8b')).toEqual({ in: 0, cached: 0, out: 0 });
    expect(configOf({ ...settings, LLM_COMPATIBLE_KEY: 'k' }).llm.access.compatible?.apiKey).toBe(
      'k',
    );
    expect(wrongSettings({ ...settings, LLM_COMPATIBLE_URL: '' })).toEqual(['LLM_DRAFT_MODELS']);
    expect(wrongSettings({ ...settings, LLM_DRAFT_MODELS: '' })).toEqual(['LLM_COMPATIBLE_URL']);
    expect(wrongSettings({ ...settings, LLM_COMPATIBLE_KEY: 'two words' })).toEqual([
      'LLM_COMPATIBLE_KEY',
    ]);
  });

  it.each([
    'llm.example.com',
    'ftp://llm.example.com/v1',
    'https://me:pass@llm.example.com/v1',
    'https://llm.example.com/v1?key=1',
    'https://llm.example.com/v1/chat/completions',
  ])('refuses LLM_COMPATIBLE_URL %s', (LLM_COMPATIBLE_URL) => {
    const named = { LLM_COMPATIBLE_URL, LLM_DRAFT_MODELS: 'compatible:llama3' };
    expect(wrongSettings(named)).toEqual(['LLM_COMPATIBLE_URL']);
  });

  it('refuses models of a provider that has no key', () => {
    expect(wrongSettings({ LLM_DRAFT_MODELS: 'xai:grok-4.3' })).toEqual(['LLM_DRAFT_MODELS']);
    expect(
      wrongSettings({ GROQ_API_KEY: 'gsk_0123456789', LLM_CHEAP_MODELS: 'groq:a,xai:b' }),
    ).toEqual(['LLM_CHEAP_MODELS']);
  });
});
