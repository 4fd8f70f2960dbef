import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { systemClock } from '#src/core/clock.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { lockDataDir } from '#src/storage/data-lock.ts';
import { MasterKey } from '#src/storage/master-key.ts';
import type { Migration } from '#src/storage/migration.ts';
import { openStorage } from '#src/storage/open-storage.ts';
import { noteMigrations, testStep } from '#test/support/note-table.ts';

/** Rows that the step below writes; a file has all of them or none. */
export const rowsOfStep = 40;

/** The schema with one more step that tells its parent of each row, so that it can be killed at any of them. */
export function slowMigrations(tell: () => void): readonly Migration[] {
  return [
    ...noteMigrations,
    testStep(noteMigrations.length + 1, {
      name: 'fill_slowly',
      async up(db) {
        await sql`create table slow (n integer not null) strict`.execute(db);
        for (let n = 0; n < rowsOfStep; n += 1) {
          await sql`insert into slow (n) values (${n})`.execute(db);
          tell();
        }
        await sql`insert into jotting (text) select 'rows: ' || count(*) from slow`.execute(db);
        tell();
      },
    }),
  ];
}

/** Says a sign of life; who listens may be slow, and the step must not fail for that. */
function sayDot(): void {
  for (;;) {
    try {
      writeSync(1, '.');
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

/** The steps that the process below runs; it says a dot at each sign of life. */
export const tellingMigrations = slowMigrations(sayDot);

/** Run as a process of its own: `crash-child.ts migrate|lock <data folder> [master key as hex]`. */
async function main([task, dir = '', keyHex = '']: string[]): Promise<void> {
  if (task === 'lock') {
    lockDataDir(dir);
    writeSync(1, 'locked\n');
    setInterval(() => {}, 1_000);
    return;
  }
  const storage = await openStorage({
    dir,
    masterKey: new MasterKey(Buffer.from(keyHex, 'hex')),
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    migrations: tellingMigrations,
    migrationsExport: { module: import.meta.url, name: 'tellingMigrations' },
  });
  await storage.migrator.migrateAll();
  writeSync(1, 'D');
  setInterval(() => {}, 1_000);
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2));
