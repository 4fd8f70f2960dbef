import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#src/core/errors.ts';
import { migrateFile } from '#src/storage/migrate-file.ts';
import type {
  MigrationAnswer,
  MigrationOrder,
  MigrationsExport,
} from '#src/storage/migrate-threads/protocol.ts';
import type { Migration } from '#src/storage/migration.ts';

// The entry of a worker thread that migrates files (see MigrationThreads). It has one file open at a time, and its key only
// until then.

let steps: Promise<readonly Migration[]> | undefined;

async function load({ module, name }: MigrationsExport): Promise<readonly Migration[]> {
  const exported = ((await import(module)) as Record<string, unknown>)[name];
  if (Array.isArray(exported)) return exported as Migration[];
  throw new AppError('storage.unknown-migrations', 'bug', `No module exports the steps ${name}.`);
}

async function answerTo({ now, ...source }: MigrationOrder): Promise<MigrationAnswer> {
  try {
    steps ??= load(workerData as MigrationsExport);
    const schemaNumber = await migrateFile(source, await steps, { now: () => now });
    return { ok: true, schemaNumber };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): MigrationAnswer {
  if (error instanceof AppError) {
    const { code, kind, message } = error;
    return { ok: false, code, kind, message };
  }
  // Its text may quote a person's words.
  const name = error instanceof Error ? error.name : typeof error;
  const message = `The thread could not migrate the file (${name}).`;
  return { ok: false, code: 'storage.migration-failed', kind: 'bug', message };
}

function serve(port: MessagePort): void {
  port.on('message', (order: MigrationOrder) => {
    void answerTo(order).then((answer) => port.postMessage(answer));
  });
}

if (parentPort) serve(parentPort);
