import { readFileSync, statSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { Refusal } from '#src/core/result.ts';
import type { DailyCaps } from '#src/core/usage.ts';
import type { MasterKeySource } from '#src/storage/load-master-key.ts';
import type { LlmConfig } from '#src/llm/llm-config.ts';
import type { StripeConfig } from '#src/stripe/stripe-config.ts';
import { llmConfigOf, llmProblems } from './llm-settings.ts';
import type { LogLevel, SettingProblem } from './settings-schema.ts';
import { checkSettings } from './settings-schema.ts';
import { stripeConfigOf, stripeProblems } from './stripe-settings.ts';

/** All settings, checked and made absolute. */
export interface Config {
  readonly tenantsDir: string;
  readonly masterKey: MasterKeySource;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Origin under which Telegram reaches the server (webhooks); null: long polling. */
  readonly publicUrl: string | null;
  /** Without a slash at its end. */
  readonly telegramApiRoot: string;
  /** Into how many shares the tenants are divided, each with a thread; 1: all are worked on in the first. */
  readonly shards: number;
  readonly logLevel: LogLevel;
  readonly llm: LlmConfig;
  /** Null: no key, everything is allowed. Without a webhook secret it is being set up, and everything is allowed too. */
  readonly stripe: StripeConfig | null;
  /** What language models may cost in a day. */
  readonly dailyCaps: DailyCaps;
}

/** Wrong settings, all of them. */
export interface ConfigRefusal extends Refusal<'configuration'> {
  readonly problems: readonly SettingProblem[];
}

/** Where settings are read from; everything defaults to the real place. */
export interface ConfigSources {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Folder that may hold a `.env`, and that relative paths start from. */
  readonly cwd?: string;
  readonly home?: string;
  readonly platform?: NodeJS.Platform;
}

const mostUsualShards = 4;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads all settings from the environment and a `.env` file (the environment wins). The only reader of process.env.
 * Never throws for a wrong setting: every problem is told, none with its value.
 */
export function readConfig(
  sources: ConfigSources = {},
): { readonly ok: true; readonly config: Config } | ConfigRefusal {
  const cwd = sources.cwd ?? process.cwd();
  const problems: SettingProblem[] = [];
  const env = withoutEmpty({
    ...readEnvFile(join(cwd, '.env'), problems),
    ...(sources.env ?? process.env),
  });

  const checked = checkSettings(env);
  problems.push(...checked.problems);
  const tenantsDir = resolve(cwd, env['TENANTS_DIR'] ?? 'tenants');
  if (isNoFolder(tenantsDir)) {
    problems.push({
      setting: 'TENANTS_DIR',
      problem: 'is a file, but must be a folder (it is made when it is missing)',
      example: './tenants',
    });
  }
  const keyFile = env['MASTER_KEY_FILE'] && resolve(cwd, env['MASTER_KEY_FILE']);
  if (keyFile && isInside(tenantsDir, keyFile)) {
    problems.push({
      setting: 'MASTER_KEY_FILE',
      problem: 'lies below TENANTS_DIR; a key beside the data protects nothing',
      example: '/etc/fanline/master.key',
    });
  }
  problems.push(...llmProblems(env), ...stripeProblems(env));
  if (problems.length > 0 || !checked.settings) {
    return { ok: false, reason: 'configuration', problems };
  }

  const { settings } = checked;
  const configFolder = configFolderOf(
    env,
    sources.home ?? homedir(),
    sources.platform ?? process.platform,
  );
  return {
    ok: true,
    config: {
      tenantsDir,
      masterKey: settings.MASTER_KEY
        ? { key: settings.MASTER_KEY }
        : keyFile
          ? { file: keyFile }
          : { default: configFolder },
      host: settings.HOST,
      port: settings.PORT,
      publicUrl: settings.PUBLIC_URL ?? null,
      telegramApiRoot: settings.TELEGRAM_API_ROOT,
      shards: settings.SHARDS ?? usualShards(),
      logLevel: settings.LOG_LEVEL,
      llm: llmConfigOf(settings),
      stripe: stripeConfigOf(settings),
      dailyCaps: { tenant: settings.LLM_DAILY_USD_TENANT, total: settings.LLM_DAILY_USD_TOTAL },
    },
  };
}

/** One for each processor, four at most: each takes some 100 MB of memory, so more are a choice. */
function usualShards(): number {
  return Math.min(availableParallelism(), mostUsualShards);
}

function readEnvFile(path: string, problems: SettingProblem[]): Environment {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      problems.push({ setting: '.env', problem: 'cannot be read', example: 'chmod 600 .env' });
    }
    return {};
  }
}

/** `NAME=` means the same as no setting at all. */
function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}

function isNoFolder(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    // Whoever makes it, or opens a file in it, finds out what is wrong.
    return false;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/** The user's configuration folder for this program, as each system has it. */
function configFolderOf(env: Environment, home: string, platform: NodeJS.Platform): string {
  const xdg = env['XDG_CONFIG_HOME'];
  if (xdg && isAbsolute(xdg)) return join(xdg, 'fanline');
  if (platform === 'win32')
    return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'fanline');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'fanline');
  return join(home, '.config', 'fanline');
}
