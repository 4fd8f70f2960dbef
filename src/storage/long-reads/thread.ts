import { setPriority } from 'node:os';
import { serialize } from 'node:v8';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import { inTransaction } from '#src/storage/in-transaction.ts';
import type { LongQuery } from '#src/storage/long-query.ts';
import {
  type ThreadAnswer,
  threadLimits,
  type ThreadOrder,
  type ThreadStart,
} from '#src/storage/long-reads/protocol.ts';
import type { SqliteFile } from '#src/storage/open-file.ts';
import { openTenantFile } from '#src/storage/tenant-file.ts';
import type { TenantTables } from '#src/storage/tenant-tables.ts';
import { readerOver } from '#src/storage/tenant-tx.ts';

// The entry of a worker thread that runs long queries (see LongReads). It holds read-only connections and
// nothing else; a file that nobody has open (Peeks) is opened as a whole, so that what a killed process left in the WAL is moved.

type ReadOrder = Extract<ThreadOrder, { do: 'read' }>;

// Messages go before long reads where both want the processor. Elsewhere than on Linux this would slow the whole process.
if (process.platform === 'linux') setPriority((workerData as ThreadStart).nice);

const files = new Map<TenantId, SqliteFile>();
const stop = new Int32Array((workerData as ThreadStart).stop);

/** Asked before each statement and at each row. */
function assertMayGoOn(rows: number): void {
  if (Atomics.load(stop, 0) !== 0) {
    throw new AppError('storage.read-cancelled', 'transient', 'The read was ended.');
  }
  if (rows > threadLimits.rowsOfStatement) throw tooLarge();
}

function tooLarge(): AppError {
  return new AppError(
    'storage.result-too-large',
    'bug',
    'A long query reads too much; ask in pages.',
  );
}

async function read(order: ReadOrder): Promise<Uint8Array> {
  const file = files.get(order.tenantId) ?? open(order);
  try {
    const query = await find(order);
    const result = await inTransaction<TenantTables, unknown>(file, 'read', (transaction) =>
      query.run(readerOver(order.tenantId, transaction), order.args),
    );
    const bytes = serializeResult(result);
    if (bytes.length > threadLimits.resultBytes) throw tooLarge();
    return bytes;
  } finally {
    if (order.alone) file.close({ optimize: false });
  }
}

function open({ dir, tenantId, key, alone }: ReadOrder): SqliteFile {
  if (!key) throw new AppError('storage.closed', 'transient', 'The file was closed meanwhile.');
  try {
    // A connection for reading only would leave the files beside the WAL behind when it is the last one.
    if (alone) return openTenantFile({ dir, tenantId, key });
    const file = openTenantFile({ dir, tenantId, key, watch: assertMayGoOn });
    files.set(tenantId, file);
    return file;
  } finally {
    key.fill(0);
  }
}

async function find({ module, name }: ReadOrder): Promise<LongQuery<unknown, unknown>> {
  const exported = ((await import(module)) as Record<string, unknown>)[name];
  const query = exported as Partial<LongQuery<unknown, unknown>> | undefined;
  if (query?.name !== name || query.module !== module || typeof query.run !== 'function') {
    throw new AppError('storage.unknown-query', 'bug', `No module exports the long query ${name}.`);
  }
  return query as LongQuery<unknown, unknown>;
}

function serializeResult(result: unknown): Uint8Array {
  try {
    return serialize(result);
  } catch {
    throw new AppError(
      'storage.not-cloneable',
      'bug',
      'The result of a long query is not plain data.',
    );
  }
}

async function answerTo(order: ThreadOrder): Promise<ThreadAnswer> {
  if (order.do === 'close') {
    files.get(order.tenantId)?.close();
    files.delete(order.tenantId);
    return { closed: order.tenantId };
  }
  try {
    return { ok: true, result: await read(order) };
  } catch (error) {
    return refusal(error, order.tenantId);
  }
}

function refusal(error: unknown, tenantId: TenantId): ThreadAnswer {
  const known =
    error instanceof AppError
      ? error
      : new AppError(
          'storage.query-failed',
          'bug',
          `A long query failed (${error instanceof Error ? error.name : typeof error}).`,
        );
  if (known.kind === 'permanent') {
    files.get(tenantId)?.close();
    files.delete(tenantId);
  }
  const { code, kind, message } = known;
  return { ok: false, code, kind, message, frames: framesOf(error), open: files.has(tenantId) };
}

/** Lines of the stack that name places; the others may quote a person's words. */
function framesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.filter((line) => line.startsWith('    at ')).join('\n');
}

function serve(port: MessagePort): void {
  let last: Promise<void> = Promise.resolve();
  port.on('message', (order: ThreadOrder) => {
    last = last.then(async () => {
      const answer = await answerTo(order);
      port.postMessage(answer, 'result' in answer ? [ownBuffer(answer.result)] : []);
    });
  });
}

/** The buffer of a result, so that it is handed over instead of copied. */
function ownBuffer({ buffer }: Uint8Array): ArrayBuffer {
  return buffer as ArrayBuffer;
}

if (parentPort) serve(parentPort);
