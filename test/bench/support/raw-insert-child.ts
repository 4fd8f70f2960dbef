import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { createHttpServer } from '#src/http/server.ts';
import { openFile, type SqliteFile } from '#src/storage/open-file.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';
import { serveCalls } from './serve-calls.ts';

// The least that an acknowledged update can cost here: the program's HTTP server, one raw insert into an encrypted file
// with synchronous=FULL, what arrives together in one commit. A file for each bot, as the program has.

interface Waiting {
  readonly body: string;
  done(): void;
}

const folder = makeTempDir();
process.on('exit', () => folder[Symbol.dispose]());
process.on('SIGTERM', () => process.exit(0));

function openBox(name: string) {
  const path = join(folder.path, name);
  writeFileSync(path, '', { mode: 0o600 });
  const options = { key: systemRandom.bytes(32), applicationId: 1 };
  openFile(path, { ...options, fresh: true }).close();
  const file: SqliteFile = openFile(path, options);
  file.run('create table box (id integer primary key, body text not null) strict');
  let waiting: Waiting[] = [];
  const commit = () => {
    const batch = waiting;
    waiting = [];
    file.run('begin immediate');
    for (const { body } of batch) file.run('insert into box (body) values (?)', [body]);
    file.run('commit');
    for (const waited of batch) waited.done();
  };
  return (body: string) =>
    new Promise<void>((done) => {
      if (waiting.length === 0) setImmediate(commit);
      waiting.push({ body, done });
    });
}

serveCalls({
  async start(bots: number): Promise<string> {
    const boxes = new Map(
      Array.from({ length: bots }, (_, index) => [`${index}`, openBox(`${index}.db`)]),
    );
    const server = createHttpServer({
      host: '127.0.0.1',
      port: 0,
      log: silentLog,
      async handleHook({ path, body }) {
        await boxes.get(path)?.(body);
        return { status: 200 };
      },
    });
    const { url } = await server.start();
    server.open();
    return url;
  },
});
