import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

const names = {
  GROQ_API_KEY: 'Groq',
  XAI_API_KEY: 'xAI',
  LLM_COMPATIBLE_URL: 'your own endpoint',
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Settings of the demo's own surroundings that the program is started with, since it runs in another folder: all that concerns
 * language models. With a key it can ask that provider.
 */
export function providerSettings(env: Environment = surroundings()): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && /^(GROQ|XAI|LLM)_/.test(name) ? [[name, value]] : [],
    ),
  );
}

/** What somebody must do before a provider is asked, in one line; undefined where no key is set. */
export function draftsHint(env: Environment = surroundings()): string | undefined {
  const set = Object.entries(names).flatMap(([name, provider]) => (env[name] ? [provider] : []));
  if (set.length === 0) return undefined;
  return `Set up: ${set.join(' and ')}. AI drafts begin once Luna agrees in /settings, AI drafts.`;
}

/** As the program itself reads settings: the environment, which wins, and a `.env` file in the folder where it is started. */
export function surroundings(
  env: Environment = process.env,
  cwd: string = process.cwd(),
): Environment {
  return { ...readEnvFile(join(cwd, '.env')), ...env };
}

function readEnvFile(path: string): Environment {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}
