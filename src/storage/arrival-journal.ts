import { createSecretKey, type KeyObject } from 'node:crypto';
import { errorCode } from '#src/core/error-code.ts';
import { AppError } from '#src/core/errors.ts';
import type { BotId, TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import type { Random } from '#src/core/random.ts';
import type { KeyRing } from '#src/storage/key-ring.ts';
import { deriveKey } from '#src/storage/master-key.ts';
import { openArrivalsFile, makeArrivalsFile } from '#src/storage/arrivals-file.ts';
import type { Disk, SqliteFile } from '#src/storage/open-file.ts';
import { seal, unseal } from '#src/storage/seal.ts';
import { storageClosed } from '#src/storage/storage-closed.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';
import { arrivalsFilePath } from '#src/storage/tenant-paths.ts';
import { endProcess } from '#src/storage/wal-flush.ts';

/** An update that came by webhook, on its way to its tenant's file. */
export interface Arrival {
  /** Its number; later ones have higher ones. */
  readonly seq: number;
  readonly tenantId: TenantId;
  readonly botId: BotId;
  /** The update as JSON. */
  readonly payload: string;
  /** When it came (epoch ms). */
  readonly receivedAt: number;
}

/** An arrival that is ready to be written down. */
export interface SealedArrival {
  readonly arrival: Arrival;
  readonly sealed: string;
}

/**
 * What has arrived and is not in its tenant's file yet. One file for all tenants, so that updates that come together share one
 * flush, whoever they are for, and an acknowledgement waits for nobody's file. A row stands here from before the
 * acknowledgement until the tenant's file has the update, usually some milliseconds; the next start takes up what is left.
 * Each update is sealed under a key of its tenant's beneath the file's own: with a tenant's key its rows become noise.
 */
export interface ArrivalJournal {
  /** Numbers and seals an arrival, in the order of the calls for one tenant. Throws as `TenantKeys`. */
  seal(given: Omit<Arrival, 'seq'>): Promise<SealedArrival>;
  /**
   * Writes down and forgets, in one commit that is on the disk when it returns. Throws `storage.*`; then nothing of it holds. One that
   * cannot be flushed ends the process, as with WalFlush.
   */
  commit(added: readonly SealedArrival[], forgotten: readonly number[]): void;
  /**
   * What an earlier process left, oldest first. What nobody can read any more (the tenant is gone for good) is forgotten; what
   * cannot be read for now (the tenant's key must be mended) is left out and stays. Throws `storage.*`.
   */
  left(): Promise<Arrival[]>;
  /**
   * Cuts the write-ahead log off, so that nothing of what was forgotten stays on the disk. For quiet moments: it flushes. False when
   * somebody reads there just now.
   */
  tidy(): boolean;
  /** The tenant is gone: its key is not kept in memory. */
  dropKey(tenantId: TenantId): void;
  close(): void;
}

/** What the journal stands on. */
export interface ArrivalJournalParts {
  readonly dir: string;
  readonly keyRing: KeyRing;
  readonly keys: TenantKeys;
  readonly random: Random;
  readonly log: Log;
  readonly disk?: Disk | undefined;
}

interface Row {
  readonly seq: number;
  readonly tenantId: TenantId;
  readonly botId: BotId;
  readonly sealed: string;
  readonly receivedAt: number;
}

/** What to do about a journal that cannot be read. */
export const badArrivalsAdvice =
  'It holds what arrived in the last moments before the program ended, and what a failing file of a tenant could not take. Keep a copy of it and of its -wal file elsewhere, remove both, and start again.';

const insertion =
  'insert into arrival (seq, tenant_id, bot_id, sealed, received_at) values (?, ?, ?, ?, ?)';
const deletion = 'delete from arrival where seq = ?';
const selection = `select seq, tenant_id as tenantId, bot_id as botId, sealed, received_at as receivedAt
  from arrival order by seq`;

/** Opens the journal, makes it on first use. Only the server does, which holds the lock of the data folder; others look (ArrivalsInspector). */
export function openArrivalJournal(parts: ArrivalJournalParts): ArrivalJournal {
  const path = arrivalsFilePath(parts.dir);
  const key = parts.keyRing.arrivalsKey();
  explained(path, () => makeArrivalsFile(path, key));
  return new SqliteArrivalJournal(
    () => explained(path, () => openArrivalsFile(path, { key, disk: parts.disk })),
    parts,
  );
}

class SqliteArrivalJournal implements ArrivalJournal {
  readonly #open: () => SqliteFile;
  #file: SqliteFile;
  readonly #parts: ArrivalJournalParts;
  readonly #keys = new Map<TenantId, Promise<KeyObject>>();
  #lastSeq: number;
  #isClosed = false;

  constructor(open: () => SqliteFile, parts: ArrivalJournalParts) {
    this.#open = open;
    this.#parts = parts;
    this.#file = open();
    try {
      this.#lastSeq = this.#highest();
    } catch (error) {
      this.#file.close();
      throw error;
    }
  }

  async seal(given: Omit<Arrival, 'seq'>): Promise<SealedArrival> {
    const key = await this.#keyOf(given.tenantId);
    this.#lastSeq += 1;
    const plain = Buffer.from(given.payload);
    const sealed = seal(key, plain, contextOf(given.tenantId), this.#parts.random);
    return { arrival: { ...given, seq: this.#lastSeq }, sealed };
  }

  commit(added: readonly SealedArrival[], forgotten: readonly number[]): void {
    if (this.#isClosed) throw storageClosed();
    // A file whose rollback failed was closed.
    if (!this.#file.isOpen) this.#file = this.#open();
    this.#file.beginWrite('at-commit');
    try {
      for (const seq of forgotten) this.#file.runInside(deletion, [seq], false);
      for (const { arrival, sealed } of added) {
        const { seq, tenantId, botId, receivedAt } = arrival;
        this.#file.runInside(insertion, [seq, tenantId, botId, sealed, receivedAt], false);
      }
      this.#file.run('commit');
    } catch (error) {
      this.#file.rollback();
      throw isFlushFault(error) ? endProcess(error) : error;
    }
  }

  async left(): Promise<Arrival[]> {
    const arrivals: Arrival[] = [];
    const lost: number[] = [];
    const locked = new Set<TenantId>();
    for (const row of this.#rows()) {
      const { seq, tenantId, botId, receivedAt } = row;
      if (locked.has(tenantId)) continue;
      try {
        const payload = await this.#unsealed(row);
        if (payload === undefined) lost.push(seq);
        else arrivals.push({ seq, tenantId, botId, payload, receivedAt });
      } catch (error) {
        const code = errorCode(error);
        if (!code.startsWith('keys.')) throw error;
        locked.add(tenantId);
        this.#parts.log.error('storage.arrival-unreadable', { tenantId, code });
      }
    }
    if (lost.length > 0) this.commit([], lost);
    // Some may belong to tenants that will have no webhook, whose end nobody tells.
    this.#keys.clear();
    return arrivals;
  }

  tidy(): boolean {
    return this.#file.isOpen && this.#file.moveWal();
  }

  dropKey(tenantId: TenantId): void {
    this.#keys.delete(tenantId);
  }

  close(): void {
    this.#isClosed = true;
    this.#file.close();
  }

  #highest(): number {
    const path = arrivalsFilePath(this.#parts.dir);
    const { rows } = explained(path, () => this.#file.run('select max(seq) as seq from arrival'));
    return (rows[0] as { seq: number | null }).seq ?? 0;
  }

  #rows(): Row[] {
    const path = arrivalsFilePath(this.#parts.dir);
    return explained(path, () => this.#file.run(selection).rows) as Row[];
  }

  async #unsealed({ tenantId, sealed }: Row): Promise<string | undefined> {
    try {
      const plain = unseal(await this.#keyOf(tenantId), sealed, contextOf(tenantId));
      if (plain) return plain.toString();
      this.#parts.log.error('storage.arrival-unreadable', { tenantId, code: 'keys.tampered' });
    } catch (error) {
      const code = errorCode(error);
      if (code !== 'keys.destroyed' && code !== 'storage.unknown-tenant') throw error;
    }
    return undefined;
  }

  #keyOf(tenantId: TenantId): Promise<KeyObject> {
    const known = this.#keys.get(tenantId);
    if (known) return known;
    const key = arrivalKeyOf(this.#parts.keys, tenantId);
    this.#keys.set(tenantId, key);
    // One that could not be had is asked for again.
    key.catch(() => this.#keys.delete(tenantId));
    return key;
  }
}

/** Gives what opens a tenant's rows: undefined for one that was changed or is another's. Throws as `TenantKeys`. */
export async function arrivalOpenerOf(
  keys: TenantKeys,
  tenantId: TenantId,
): Promise<(sealed: string) => string | undefined> {
  const key = await arrivalKeyOf(keys, tenantId);
  return (sealed) => unseal(key, sealed, contextOf(tenantId))?.toString();
}

async function arrivalKeyOf(keys: TenantKeys, tenantId: TenantId): Promise<KeyObject> {
  const fileKey = await keys.fileKeyOf(tenantId);
  const derived = deriveKey(fileKey, 'arrivals');
  fileKey.fill(0);
  const key = createSecretKey(derived);
  derived.fill(0);
  return key;
}

function contextOf(tenantId: TenantId): string {
  return `v1|${tenantId}|arrival`;
}

/** SQLite's own code for a flush that failed (sqlite.org/rescode.html#ioerr_fsync). */
function isFlushFault(error: unknown): boolean {
  const cause = error instanceof AppError ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_IOERR_FSYNC';
}

/** What this gives; where the file is bad, an error that says what to do. */
function explained<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AppError && error.kind === 'permanent')) throw error;
    throw new AppError(
      'storage.bad-arrivals',
      'permanent',
      `${path} cannot be read (${error.code}). ${badArrivalsAdvice}`,
      { cause: error },
    );
  }
}
