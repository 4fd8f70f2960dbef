import { join } from 'node:path';
import { systemClock } from '#src/core/clock.ts';
import type { ChatId, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { setOwner } from '#src/features/members/index.ts';
import { setPreference } from '#src/features/preferences/index.ts';
import { openDesk } from '#src/features/threads/index.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import { openStorage, type Storage } from '#src/storage/open-storage.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { newTenant } from '#test/support/new-tenant.ts';
import { freePort } from '#test/support/program.ts';
import type {
  Sandbox,
  SandboxBot,
  SandboxChat,
  SandboxGroup,
  SandboxUser,
} from '#test/support/sandbox/sandbox.ts';
import { startSandbox } from '#test/support/sandbox/sandbox.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';
import { type Child, startChild } from './child.ts';
import { pause } from './pause.ts';

/** A start takes a second of processor time more with two; a suite has many. */
const usualShards = process.env['VITEST'] ? 1 : 'auto';

/** How a stage takes its updates. */
export type Mode = 'webhook' | 'polling';

/** One tenant on the stage with the people around it. */
export interface Cast {
  readonly slug: string;
  readonly record: TenantRecord;
  readonly bot: SandboxBot;
  readonly creator: SandboxUser;
  /** The forum desk; null: the desk is the creator's private chat. */
  readonly group: SandboxGroup | null;
  /** Where the creator works. */
  readonly desk: SandboxChat;
  readonly fans: readonly SandboxUser[];
}

/** A sandbox that outlives the program, an installation on disk, and the program as a child process. */
export interface Stage extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly dir: string;
  readonly keyHex: string;
  readonly mode: Mode;
  readonly casts: readonly Cast[];
  /** The program that runs now; throws when there is none. */
  readonly child: Child;
  /** Starts the real program, or the test's own with a plan for its death. */
  start(plan?: object): Child;
  /** Settings of the program's environment. */
  readonly settings: Readonly<Record<string, string>>;
  /** Opens the installation's files beside the program, as a script does. */
  withStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T>;
  addCast(slug: string, options: { forum: boolean; fans: number }): Promise<Cast>;
  /** Waits until everything that was sent has been taken up and everything queued has left; for some tenants or all. */
  drain(timeoutMs?: number, casts?: readonly Cast[]): Promise<void>;
}

/** Sets up an installation with two tenants, one of them with a forum desk, unless told otherwise. */
export async function openStage(options: {
  mode: Mode;
  seed: number;
  fans?: number;
  tenants?: number;
  /** Into how many shares the real program divides them; one in `npm test`, and what is usual elsewhere, unless given. */
  shards?: number;
  /** More settings of the program. */
  settings?: Readonly<Record<string, string>>;
  /** A folder to keep the data in instead of a fresh one (a small file system). */
  dataDir?: string;
}): Promise<Stage> {
  const folder = makeTempDir();
  const sandbox = await startSandbox({ seed: options.seed });
  const dir = options.dataDir ?? join(folder.path, 'tenants');
  const keyBytes = systemRandom.bytes(32);
  const keyHex = keyBytes.toString('hex');
  const port = await freePort();
  const settings = {
    TENANTS_DIR: dir,
    MASTER_KEY: keyHex,
    HOST: '127.0.0.1',
    PORT: `${port}`,
    TELEGRAM_API_ROOT: sandbox.url,
    HOME: folder.path,
    SHARDS: `${options.shards ?? usualShards}`,
    ...(options.mode === 'webhook' ? { PUBLIC_URL: `http://127.0.0.1:${port}` } : {}),
    ...options.settings,
  };
  const casts: Cast[] = [];
  let child: Child | null = null;

  const withStorage = async <T>(work: (storage: Storage) => Promise<T>): Promise<T> => {
    const masterKey = new MasterKey(keyBytes);
    const ports = { clock: systemClock, random: systemRandom, log: silentLog };
    await using storage = await openStorage({ dir, masterKey, ...ports });
    return await work(storage);
  };

  const stage: Stage = {
    sandbox,
    dir,
    keyHex,
    mode: options.mode,
    casts,
    settings,
    get child() {
      if (!child) throw new Error('no program runs');
      return child;
    },
    start(plan) {
      child = plan
        ? startChild('test/crash/program.ts', [JSON.stringify(plan)], {
            settings,
            cwd: folder.path,
            ipc: true,
          })
        : startChild('src/main.ts', [], { settings, cwd: folder.path });
      return child;
    },
    withStorage,
    async addCast(slug, { forum, fans }) {
      const cast = await addCast(stage, slug, { forum, fans });
      casts.push(cast);
      return cast;
    },
    drain: (timeoutMs = 60_000, some = casts) => drain(stage, some, timeoutMs),
    async [Symbol.asyncDispose]() {
      await child?.kill();
      await sandbox.close();
      folder[Symbol.dispose]();
    },
  };
  for (let n = 0; n < (options.tenants ?? 2); n += 1) {
    await stage.addCast(n === 0 ? 'luna' : n === 1 ? 'mars' : `t${n}`, {
      forum: n % 2 === 1,
      fans: options.fans ?? 3,
    });
  }
  return stage;
}

/** Makes one tenant with its bot, its creator, its desk and its fans. */
export async function addCast(
  { sandbox, dir, withStorage }: Pick<Stage, 'sandbox' | 'dir' | 'withStorage'>,
  slug: string,
  options: { forum: boolean; fans: number },
): Promise<Cast> {
  const bot = sandbox.createBot({ username: `${slug}_bot`, name: slug });
  const creator = sandbox.createUser({ firstName: `${slug} owner` });
  const group = options.forum ? forumOf(sandbox, slug, creator, bot) : null;
  const fans = Array.from({ length: options.fans }, (_, n) =>
    sandbox.createUser({ firstName: `Fan${n} of ${slug}`, languageCode: 'en' }),
  );
  const record = await withStorage(async (storage) => {
    const made = await newTenant({ ...storage, dir }, { slug, bot });
    const now = Date.now();
    const ports = { clock: systemClock, random: systemRandom, log: silentLog };
    const services = { ...ports, texts: createTexts() };
    await storage.store.transact(made.tenantId, async (tx) => {
      await setOwner(tx, { userId: creator.id as UserId, name: creator.name }, now);
      await setPreference(tx, 'setUpAt', now, 'creator', now);
      const chatId = (group ?? creator).id as ChatId;
      await openDesk(tx, { kind: group ? 'forum' : 'private', chatId, title: slug }, services);
    });
    return made;
  });
  creator.start(bot);
  for (const fan of fans) fan.start(bot);
  return { slug, record, bot, creator, group, desk: group ?? bot, fans };
}

function forumOf(
  sandbox: Sandbox,
  slug: string,
  owner: SandboxUser,
  bot: SandboxBot,
): SandboxGroup {
  const group = sandbox.createGroup({ title: `${slug} desk`, forum: true, owner });
  group.adds(bot, { admin: true, manageTopics: true, pinMessages: true });
  return group;
}

/** What a tenant's file still has to do. */
export async function left(
  storage: Storage,
  cast: Cast,
): Promise<{ updates: number; rows: number }> {
  return await storage.store.read(cast.record.tenantId, async (reader) => {
    const updates = await reader.db
      .selectFrom('stored_update')
      .select('id')
      .where('state', '=', 'waiting')
      .execute();
    const rows = await reader.db
      .selectFrom('outbox')
      .select('id')
      .where('state', 'in', ['queued', 'sending'])
      .execute();
    return { updates: updates.length, rows: rows.length };
  });
}

async function drain(stage: Stage, casts: readonly Cast[], timeoutMs: number): Promise<void> {
  const until = Date.now() + timeoutMs;
  let quiet = 0;
  let state = '';
  while (quiet < 2) {
    if (Date.now() > until) {
      throw new Error(
        `not drained after ${timeoutMs} ms: ${state}\n${stage.child.output().slice(-4_000)}`,
      );
    }
    const pending = casts.map(({ bot }) => bot.pendingUpdates);
    state = `pending ${pending.join()}`;
    if (pending.every((count) => count === 0)) {
      const work = await stage.withStorage((storage) =>
        Promise.all(casts.map((cast) => left(storage, cast))),
      );
      state = JSON.stringify(work);
      quiet = work.every(({ updates, rows }) => updates === 0 && rows === 0) ? quiet + 1 : 0;
    } else quiet = 0;
    await pause(100);
  }
}
