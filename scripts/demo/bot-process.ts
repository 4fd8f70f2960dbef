import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
import { providerSettings } from './providers.ts';

const root = join(import.meta.dirname, '..', '..');
const compileCache = import.meta.resolve('#src/core/compile-cache.js');

/** The real program on the demo's own data, talking to the sandbox as it would to Telegram. */
export interface BotProcess {
  /** Runs `npm run tenant -- create` for this bot; the answer is the one-time claim link. */
  createTenant(slug: string, token: string, name: string): Promise<{ claimUrl: string }>;
  /** Opens the data in this process; close it before the server starts. */
  openStorage(): Promise<Storage>;
  /** Starts the server. */
  start(): void;
  /** Asks the server to stop and waits for it. */
  stop(): Promise<void>;
  /** Rejects when the server ends by itself. */
  readonly failed: Promise<never>;
}

/** What the program is started with. */
export interface BotProcessOptions {
  /** Its data lie below it. */
  readonly dir: string;
  readonly sandboxUrl: string;
  /** On which it listens. */
  readonly port: number;
  /** Its settings for Stripe. */
  readonly stripe: Readonly<Record<string, string>>;
}

/** Prepares the program for the demo: its data below `dir`, its master key in memory only. */
export function botProcess({ dir, sandboxUrl, port, stripe }: BotProcessOptions): BotProcess {
  const key = randomBytes(32);
  const env = {
    ...providerSettings(),
    ...stripe,
    TENANTS_DIR: join(dir, 'tenants'),
    MASTER_KEY: key.toString('hex'),
    TELEGRAM_API_ROOT: sandboxUrl,
    HOST: '127.0.0.1',
    PORT: `${port}`,
    // One creator needs no more.
    SHARDS: '1',
    LOG_LEVEL: 'warn',
  };
  const run = (script: string, args: string[]): ChildProcess =>
    spawn(process.execPath, ['--import', compileCache, join(root, script), ...args], {
      cwd: dir,
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
  let server: ChildProcess | null = null;
  let stopping = false;
  const failure = Promise.withResolvers<never>();

  return {
    failed: failure.promise,

    async createTenant(slug, token, name) {
      const args = ['create', slug, '--token-file', '-', '--name', name, '--json'];
      const child = run('scripts/tenant.ts', args);
      child.stdin?.end(token);
      const [output] = await Promise.all([
        child.stdout ? text(child.stdout) : '',
        once(child, 'exit'),
      ]);
      const answer = JSON.parse(output) as { ok: boolean; claim?: { url: string } | null };
      if (!answer.ok || !answer.claim) throw new Error(`The tenant was not created: ${output}`);
      return { claimUrl: answer.claim.url };
    },

    openStorage: () =>
      openStorage({
        dir: env.TENANTS_DIR,
        masterKey: new MasterKey(Buffer.from(key)),
        clock: systemClock,
        random: systemRandom,
        log: silentLog,
      }),

    start() {
      const child = run('src/main.ts', []);
      server = child;
      child.stdin?.end();
      child.stdout?.pipe(process.stdout);
      child.once('exit', (code) => {
        if (!stopping) failure.reject(new Error(`The bot process ended with code ${code}.`));
      });
    },

    async stop() {
      stopping = true;
      if (!server || server.exitCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}
