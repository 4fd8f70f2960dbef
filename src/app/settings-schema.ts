import { isIPv4 } from 'node:net';
import { z } from 'zod';
import { readModelRefs } from '#src/llm/model-refs.ts';
import { usualPrices } from '#src/llm/prices.ts';
import { type PriceFault, readPrices } from '#src/llm/read-prices.ts';

/** One wrong setting: what is wrong with it and what would be right. Never its value, which may be a secret. */
export interface SettingProblem {
  readonly setting: string;
  readonly problem: string;
  readonly example: string;
}

/** Levels of the log, most talkative first. */
const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** One of the log's levels. */
export type LogLevel = (typeof logLevels)[number];

/** Ports at which Telegram delivers webhooks (Bot API, setWebhook). */
const webhookPorts = new Set(['', '443', '80', '88', '8443']);

const publicUrl = z.string().transform((text, context) => {
  const url = parseUrl(text);
  const problem = !url
    ? 'is no address'
    : (unsafeUrl(url) ??
      (url.pathname !== '/'
        ? 'must be the server’s address alone, without a path'
        : !isLoopback(url) && !webhookPorts.has(url.port)
          ? 'has a port to which Telegram does not deliver (only 443, 80, 88, 8443)'
          : undefined));
  if (!url || problem) return wrong(context, problem ?? '');
  return url.origin;
});

const apiRoot = z.string().transform((text, context) => {
  const url = parseUrl(text);
  const problem = url ? unsafeUrl(url) : 'is no address';
  if (!url || problem) return wrong(context, problem ?? '');
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
});

/** Dollars a day, as millionths of one; `off`: null. */
const dailyUsd = z
  .string()
  .regex(/^(off|\d{1,5}(\.\d{1,2})?)$/, 'must be US dollars, such as 2 or 0.50, or off')
  .transform((text) => (text === 'off' ? null : Math.round(Number(text) * 1_000_000)));

/** Groq's client adds `/openai/v1` by itself. */
const groqRoot = apiRoot.refine((root) => !root.endsWith('/v1'), {
  message: 'must be the API’s root, without /openai/v1',
});

/** The operator's own choice: it may lie in their network, where there is mostly no https. */
const compatibleUrl = z.string().transform((text, context) => {
  const url = parseUrl(text);
  const fault = url ? faultOfForm(url) : 'is no address';
  if (!url || fault) return wrong(context, fault ?? '');
  const baseUrl = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  return baseUrl.endsWith('/completions')
    ? wrong(context, 'must be the API’s base, without /chat/completions')
    : baseUrl;
});

const providerKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,500}$/, 'must be the key alone, without spaces')
  .optional();

/** Two secrets of Stripe's endpoint are there while it is being changed. */
const webhookSecrets = z
  .string()
  .regex(
    /^whsec_[A-Za-z0-9+/=_-]{8,200}(\s*,\s*whsec_[A-Za-z0-9+/=_-]{8,200})?$/,
    'must be the endpoint’s secret (whsec_…), or two with a comma',
  )
  .transform((text) => text.split(',').map((secret) => secret.trim()));

const models = (usual: string) =>
  z
    .string()
    .default(usual)
    .transform((text, context) => {
      const read = readModelRefs(text);
      return read.ok
        ? read.refs
        : wrong(
            context,
            'must be at most 8 models, each groq:, xai: or compatible:<model>, with commas',
          );
    });

const priceFaults: Readonly<Record<PriceFault['why'], string>> = {
  form: 'is not <provider>:<model>=<in>/<out> or …=<in>/<cached>/<out>',
  model: 'names no model, which is groq:, xai: or compatible:<model>',
  number: 'has a price that is no number of US dollars from 0 to 1000, such as 0.15',
  twice: 'names a model that was priced before it',
};

const prices = z
  .string()
  .transform((text, context) => {
    const read = readPrices(text);
    if (read.ok) return read.prices;
    for (const { entry, why } of read.faults) wrong(context, `entry ${entry} ${priceFaults[why]}`);
    return z.NEVER;
  })
  .default(usualPrices);

const schema = z
  .object({
    MASTER_KEY: z
      .string()
      .regex(
        /^([0-9a-f]{64}|[A-Za-z0-9+/_-]{43}=?)$/i,
        'must be 32 bytes, as 64 hex digits or as base64',
      )
      .optional(),
    MASTER_KEY_FILE: z.string().optional(),
    HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/, 'must be an address or a name of this machine')
      .default('127.0.0.1'),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
      .default(8080),
    PUBLIC_URL: publicUrl.optional(),
    TELEGRAM_API_ROOT: apiRoot.default('https://api.telegram.org'),
    SHARDS: z
      .string()
      .regex(/^(auto|[1-9]|1[0-6])$/, 'must be a whole number from 1 to 16, or auto')
      .default('auto')
      .transform((text) => (text === 'auto' ? null : Number(text))),
    LOG_LEVEL: z
      .enum(logLevels, {
        error: 'must be debug, info, warn, error or silent',
      })
      .default('info'),
    GROQ_API_KEY: providerKey,
    GROQ_BASE_URL: groqRoot.default('https://api.groq.com'),
    XAI_API_KEY: providerKey,
    XAI_BASE_URL: apiRoot.default('https://api.x.ai/v1'),
    LLM_COMPATIBLE_URL: compatibleUrl.optional(),
    LLM_COMPATIBLE_KEY: z
      .string()
      .regex(/^[\x21-\x7e]{1,500}$/, 'must be the key alone, without spaces')
      .optional(),
    LLM_DRAFT_MODELS: models('groq:openai/gpt-oss-120b,xai:grok-4.3'),
    LLM_CHEAP_MODELS: models('groq:openai/gpt-oss-20b,xai:grok-4.3'),
    LLM_PRICES: prices,
    LLM_ALLOW_PRIVATE_URLS: z
      .enum(['true', 'false'], { error: 'must be true or false' })
      .default('false')
      .transform((text) => text === 'true'),
    LLM_DAILY_USD_TENANT: dailyUsd.default(1_000_000),
    LLM_DAILY_USD_TOTAL: dailyUsd.default(20_000_000),
    STRIPE_SECRET_KEY: z
      .string()
      .regex(/^(sk|rk)_[A-Za-z0-9_]{8,250}$/, 'must be a secret or restricted key (sk_… or rk_…)')
      .optional(),
    STRIPE_WEBHOOK_SECRET: webhookSecrets.optional(),
    STRIPE_API_BASE: apiRoot
      .refine((root) => new URL(root).pathname === '/', { message: 'must have no path' })
      .optional(),
    STRIPE_TRIAL_DAYS: z
      .string()
      .regex(/^\d{1,3}$/, 'must be a whole number of days; 0 for no trial')
      .default('14')
      .transform(Number)
      .refine((days) => days <= 730, 'must be at most 730'),
    STRIPE_TAX: z
      .enum(['on', 'off'], { error: 'must be on or off' })
      .default('off')
      .transform((text) => text === 'on'),
  })
  .superRefine((settings, context) => {
    if (settings.MASTER_KEY && settings.MASTER_KEY_FILE) {
      context.addIssue({
        code: 'custom',
        path: ['MASTER_KEY'],
        message: 'and MASTER_KEY_FILE are both set; keep one',
      });
    }
  });

const examples: Readonly<Record<string, string>> = {
  MASTER_KEY: 'the 64 digits that `openssl rand -hex 32` prints',
  MASTER_KEY_FILE: '/etc/fanline/master.key',
  HOST: '127.0.0.1',
  PORT: '8080',
  PUBLIC_URL: 'https://bots.example.com',
  TELEGRAM_API_ROOT: 'https://api.telegram.org',
  SHARDS: '4',
  LOG_LEVEL: 'info',
  GROQ_API_KEY: 'gsk_…, from console.groq.com',
  GROQ_BASE_URL: 'https://api.groq.com',
  XAI_API_KEY: 'xai-…, from console.x.ai',
  XAI_BASE_URL: 'https://api.x.ai/v1',
  LLM_COMPATIBLE_URL: 'http://127.0.0.1:11434/v1',
  LLM_COMPATIBLE_KEY: 'the key of that endpoint; none where it needs none',
  LLM_DRAFT_MODELS: 'groq:openai/gpt-oss-120b,xai:grok-4.3',
  LLM_CHEAP_MODELS: 'groq:openai/gpt-oss-20b',
  LLM_PRICES: 'groq:openai/gpt-oss-120b=0.15/0.075/0.60,xai:grok-4.3=1.25/2.50',
  LLM_ALLOW_PRIVATE_URLS: 'false',
  LLM_DAILY_USD_TENANT: '1',
  LLM_DAILY_USD_TOTAL: '20',
  STRIPE_SECRET_KEY: 'sk_live_…, from dashboard.stripe.com (API keys)',
  STRIPE_WEBHOOK_SECRET: 'whsec_…, which npm run stripe -- setup wrote into a file',
  STRIPE_API_BASE: 'https://api.stripe.com',
  STRIPE_TRIAL_DAYS: '14',
  STRIPE_TAX: 'off',
};

/** Settings after their checks. */
export type Settings = z.output<typeof schema>;

/** Checks the settings that a schema alone can judge; either `settings` is there or `problems` is not empty. */
export function checkSettings(env: Readonly<Record<string, string | undefined>>): {
  readonly settings?: Settings;
  readonly problems: readonly SettingProblem[];
} {
  const both = env['MASTER_KEY'] && env['MASTER_KEY_FILE'];
  const checked = schema.safeParse(env);
  if (checked.success) return { settings: checked.data, problems: [] };
  const problems = checked.error.issues.map((issue) =>
    problemOf(String(issue.path[0]), issue.message),
  );
  // The check across settings does not run while another setting is wrong, and all errors are told at once.
  if (both && !problems.some((found) => found.problem.startsWith('and '))) {
    problems.push(problemOf('MASTER_KEY', 'and MASTER_KEY_FILE are both set; keep one'));
  }
  return { problems };
}

function problemOf(setting: string, problem: string): SettingProblem {
  return { setting, problem, example: examples[setting] ?? '' };
}

function wrong(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** What is wrong with an address that secrets travel to, if anything is. */
function unsafeUrl(url: URL): string | undefined {
  const fault = faultOfForm(url);
  if (fault) return fault;
  if (url.protocol === 'http:' && !isLoopback(url)) {
    return 'must begin with https:// (plain http only for an address of this machine)';
  }
  return undefined;
}

function faultOfForm(url: URL): string | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https://';
  if (url.username || url.password) return 'must not hold a user name or password';
  return url.search || url.hash ? 'must not hold a query or a fragment' : undefined;
}

function isLoopback(url: URL): boolean {
  const host = url.hostname;
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}
