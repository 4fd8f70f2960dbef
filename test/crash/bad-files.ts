import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type Books, checkBooks } from '#test/support/crash/books.ts';
import { tenantFilePath } from '#src/storage/tenant-paths.ts';
import { type Cast, openStage } from '#test/support/crash/stage.ts';
import { makeTraffic } from '#test/support/crash/traffic.ts';
import { pause } from '#test/support/crash/pause.ts';
import { runScript } from '#test/support/program.ts';

/** What bad files of some tenants came to; `broken` must be empty. */
export interface BadFilesRun {
  readonly books: Books;
  readonly quarantined: Readonly<Record<string, string>>;
}

type Damage = (path: string, other: string) => void;

/** How a file is damaged while the program is down, and the quarantine that must follow. */
const damages: Readonly<Record<string, { damage: Damage; code: string }>> = {
  garbage: {
    damage: (path) => writeFileSync(path, Buffer.alloc(40_960, 'garbage ')),
    code: 'storage.unreadable',
  },
  empty: { damage: (path) => truncateSync(path, 0), code: 'storage.foreign' },
  missing: { damage: (path) => rmSync(path), code: 'storage.missing' },
  // Another tenant's file has another key.
  'wrong-key': { damage: (path, other) => copyFileSync(other, path), code: 'storage.unreadable' },
};

/**
 * Damages the files of some tenants while the program is down. They alone stand still, nothing is written over what is
 * left, the others work; when the files are put back and `migrate` has run, nothing of what came meanwhile is lost.
 */
export async function runBadFiles(seed: number): Promise<BadFilesRun> {
  await using stage = await openStage({ mode: 'polling', seed, tenants: 2, fans: 2 });
  const healthy = [...stage.casts];
  const victims = new Map<Cast, string>();
  for (const name of Object.keys(damages)) {
    victims.set(await stage.addCast(name, { forum: false, fans: 2 }), name);
  }
  const traffic = makeTraffic(stage, seed);
  await stage.start().started;
  for (let n = 0; n < 120; n += 1) {
    traffic.step();
    await pause(2);
  }
  await stage.drain();
  await stage.child.terminate();

  const broken: string[] = [];
  const pathOf = ({ record }: Cast) => tenantFilePath(stage.dir, record.tenantId);
  const [other] = healthy;
  if (!other) throw new Error('there is no other tenant');
  for (const [cast, name] of victims) {
    const path = pathOf(cast);
    copyFileSync(path, `${path}.good`);
    for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    damages[name]?.damage(path, pathOf(other));
  }
  const before = new Map([...victims.keys()].map((cast) => [cast, fingerprint(pathOf(cast))]));

  await stage.start().started;
  for (let n = 0; n < 120; n += 1) {
    traffic.step();
    await pause(2);
  }
  await stage.drain(60_000, healthy);
  const quarantined: Record<string, string> = {};
  await stage.withStorage(async (storage) => {
    for (const [cast, name] of victims) {
      const { quarantine } = (await storage.control.get(cast.record.tenantId)) ?? {};
      quarantined[name] = quarantine ?? 'none';
      if (quarantine !== damages[name]?.code) broken.push(`${name}: quarantine is ${quarantine}`);
      if (fingerprint(pathOf(cast)) !== before.get(cast))
        broken.push(`${name}: the file was written`);
      if (cast.bot.pendingUpdates === 0) broken.push(`${name}: its updates were taken`);
    }
    for (const cast of healthy) {
      const { quarantine } = (await storage.control.get(cast.record.tenantId)) ?? {};
      if (quarantine !== null) broken.push(`${cast.slug} is in quarantine too: ${quarantine}`);
    }
  });
  const doctor = await runScript('scripts/doctor.ts', ['--json', '--offline'], {
    settings: stage.settings,
    cwd: stage.dir,
  });
  const findings = (doctor.json['findings'] ?? []) as { tenant?: string; severity?: string }[];
  const blamed = new Set(
    findings.filter((one) => one.severity === 'error').map((one) => one.tenant),
  );
  for (const name of victims.values()) {
    if (!blamed.has(name)) broken.push(`doctor does not name ${name}`);
  }
  for (const { slug } of healthy) {
    if (blamed.has(slug)) broken.push(`doctor blames ${slug}`);
  }
  await stage.child.terminate();

  for (const cast of victims.keys()) {
    const path = pathOf(cast);
    for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    copyFileSync(`${path}.good`, path);
  }
  const migrated = await runScript('scripts/migrate.ts', ['run', '--json'], {
    settings: stage.settings,
    cwd: stage.dir,
  });
  if (migrated.code !== 0) broken.push(`migrate ended with ${migrated.code}: ${migrated.stderr}`);
  stage.start();
  await stage.drain();
  const books = await checkBooks(stage, traffic);
  await stage.child.terminate();
  return { books: { ...books, broken: [...broken, ...books.broken] }, quarantined };
}

function fingerprint(path: string): string {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'none';
}
