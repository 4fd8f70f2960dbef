import { sql, type Transaction } from 'kysely';
import type { AccountBook } from '#src/core/account.ts';
import type { Clock } from '#src/core/clock.ts';
import { AppError } from '#src/core/errors.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Log } from '#src/core/log.ts';
import type { PlanBook } from '#src/core/plans.ts';
import { refuse } from '#src/core/result.ts';
import { allTenants, type Share, tenantIdLetters } from '#src/core/share.ts';
import type { StripeBook } from '#src/core/stripe-book.ts';
import type { DailyCaps, UsageBook } from '#src/core/usage.ts';
import { createAccountBook } from '#src/storage/account-book.ts';
import { recordColumns, toColumns, toRecord } from '#src/storage/control-rows.ts';
import type {
  Changes,
  ControlStore,
  NewTenant,
  TenantChange,
  TenantRecord,
  TenantSecrets,
} from '#src/storage/control-store.ts';
import type { ControlTables } from '#src/storage/control-tables.ts';
import type { DueChange, DueTenant, DueTimes } from '#src/storage/due-times.ts';
import { inTransaction } from '#src/storage/in-transaction.ts';
import type { KeyRing, WrappedKey } from '#src/storage/key-ring.ts';
import type { MigratedTenants } from '#src/storage/migrated-tenants.ts';
import type { Flush, SqliteFile } from '#src/storage/open-file.ts';
import { forgetPlan, openPlanBook, type PlanBookOptions } from '#src/storage/plan-book.ts';
import { storageClosed } from '#src/storage/storage-closed.ts';
import type { TenantKeys } from '#src/storage/tenant-keys.ts';
import { createStripeBook } from '#src/storage/stripe-book.ts';
import { Turns } from '#src/storage/turns.ts';
import { createUsageBook } from '#src/storage/usage-book.ts';
import { whileBusy } from '#src/storage/while-busy.ts';

type Db = Transaction<ControlTables>;

/** The control store over an open, migrated control file. */
export class SqliteControlStore implements ControlStore, TenantKeys, DueTimes, MigratedTenants {
  readonly #file: SqliteFile;
  readonly #keyRing: KeyRing;
  readonly #clock: Clock;
  readonly #turns = new Turns<'control'>();
  /** Nothing changed as long as both stand: what other processes did, and what this one did. */
  #seen: { dataVersion: unknown; revision: number } | undefined;
  readonly #planBooks: PlanBook[] = [];
  #closed = false;

  constructor(file: SqliteFile, keyRing: KeyRing, clock: Clock) {
    this.#file = file;
    this.#keyRing = keyRing;
    this.#clock = clock;
  }

  async add(tenant: NewTenant) {
    return this.#change(async (db) => {
      const { tenantId, slug, botId } = tenant;
      const sameSlug = await db
        .selectFrom('tenant')
        .select('slug')
        .where('slug', '=', slug)
        .execute();
      if (sameSlug.length > 0) return refuse('slug-taken');
      const sameBot = await db
        .selectFrom('tenant')
        .select('slug')
        .where('bot_id', '=', botId)
        .execute();
      if (sameBot.length > 0) return refuse('bot-taken');
      const key = this.#keyRing.newDataKey(tenantId);
      const now = this.#clock.now();
      const row = await db
        .insertInto('tenant')
        .values({
          tenant_id: tenantId,
          slug,
          name: tenant.name,
          state: 'active',
          bot_id: botId,
          bot_username: tenant.botUsername,
          bot_info: tenant.botInfo,
          token_sealed: this.#keyRing.sealSecret(tenantId, key, 'token', tenant.token),
          webhook_path: tenant.webhookPath,
          webhook_secret_sealed: this.#keyRing.sealSecret(
            tenantId,
            key,
            'webhook-secret',
            tenant.webhookSecret,
          ),
          schema_number: 0,
          revision: this.#nextRevision(),
          created_at: now,
        })
        .returning(recordColumns)
        .executeTakeFirstOrThrow();
      await db
        .insertInto('tenant_key')
        .values({ tenant_id: tenantId, key_id: key.keyId, wrapped: key.wrapped, created_at: now })
        .execute();
      return { ok: true as const, record: toRecord(row) };
    });
  }

  async remove(tenantId: TenantId): Promise<void> {
    await this.#change(async (db) => {
      await db.deleteFrom('tenant_key').where('tenant_id', '=', tenantId).execute();
      await db.deleteFrom('tenant').where('tenant_id', '=', tenantId).execute();
      await forgetPlan(db, tenantId);
      this.#nextRevision();
    });
    await this.#flushWal();
  }

  async list(share = allTenants): Promise<TenantRecord[]> {
    return this.#look(async (db) => {
      const rows = await ofShare(db, share).select(recordColumns).orderBy('slug').execute();
      return rows.map(toRecord);
    });
  }

  async count(): Promise<number> {
    return this.#look(async (db) => {
      const counted = db
        .selectFrom('tenant')
        .select((row) => row.fn.countAll<number>().as('count'));
      return (await counted.executeTakeFirstOrThrow()).count;
    });
  }

  async get(tenantId: TenantId): Promise<TenantRecord | undefined> {
    return this.#find('tenant_id', tenantId);
  }

  async bySlug(slug: string): Promise<TenantRecord | undefined> {
    return this.#find('slug', slug);
  }

  async byBot(botId: number): Promise<TenantRecord | undefined> {
    return this.#find('bot_id', botId);
  }

  async changesSince(revision: number, share = allTenants): Promise<Changes> {
    this.#assertOpen();
    const dataVersion = this.#file.pragma('data_version');
    if (this.#seen && this.#seen.dataVersion === dataVersion && this.#seen.revision <= revision) {
      return { records: [], revision };
    }
    return this.#look(async (db) => {
      const seen = { dataVersion, revision: this.#revision() };
      this.#seen = seen;
      const rows = await ofShare(db, share)
        .select(recordColumns)
        .where('revision', '>', revision)
        .orderBy('revision')
        .execute();
      return { records: rows.map(toRecord), revision: seen.revision };
    });
  }

  async change(tenantId: TenantId, change: TenantChange): Promise<TenantRecord> {
    return this.#change(async (db) => {
      const token = change.token;
      const key = token === undefined ? undefined : await this.#keyOf(db, tenantId);
      const row = await db
        .updateTable('tenant')
        .set({
          ...toColumns(change),
          ...(token !== undefined &&
            key && { token_sealed: this.#keyRing.sealSecret(tenantId, key, 'token', token) }),
          revision: this.#nextRevision(),
        })
        .where('tenant_id', '=', tenantId)
        .returning(recordColumns)
        .executeTakeFirst();
      return toRecord(row ?? throwUnknown(tenantId));
    });
  }

  async markMigrated(schemaNumbers: ReadonlyMap<TenantId, number>): Promise<void> {
    await this.#change(async (db) => {
      for (const [tenantId, schemaNumber] of schemaNumbers) {
        await db
          .updateTable('tenant')
          .set({
            ...toColumns({ schemaNumber, quarantine: null, quarantinedAt: null }),
            revision: this.#nextRevision(),
          })
          .where('tenant_id', '=', tenantId)
          .execute();
      }
    });
  }

  async secretsOf(tenantId: TenantId): Promise<TenantSecrets> {
    return this.#look(async (db) => {
      const key = await this.#keyOf(db, tenantId);
      const row = await db
        .selectFrom('tenant')
        .select(['token_sealed', 'webhook_secret_sealed'])
        .where('tenant_id', '=', tenantId)
        .executeTakeFirstOrThrow();
      return {
        token: this.#keyRing.openSecret(tenantId, key, 'token', row.token_sealed),
        webhookSecret: this.#keyRing.openSecret(
          tenantId,
          key,
          'webhook-secret',
          row.webhook_secret_sealed,
        ),
      };
    });
  }

  async fileKeyOf(tenantId: TenantId): Promise<Buffer> {
    return this.#look(async (db) =>
      this.#keyRing.fileKey(tenantId, await this.#keyOf(db, tenantId)),
    );
  }

  async destroyKey(tenantId: TenantId): Promise<void> {
    await this.#change(async (db) => {
      await db.deleteFrom('tenant_key').where('tenant_id', '=', tenantId).execute();
      await db
        .updateTable('tenant')
        .set({ token_sealed: '', webhook_secret_sealed: '', revision: this.#nextRevision() })
        .where('tenant_id', '=', tenantId)
        .execute();
    });
    await this.#flushWal();
  }

  async recordAct(act: string, tenantId: TenantId | null, detail?: string): Promise<void> {
    await this.#change(async (db) => {
      await db
        .insertInto('operator_act')
        .values({ at: this.#clock.now(), act, tenant_id: tenantId, detail: detail ?? null })
        .execute();
    });
  }

  async dueBefore(now: number, limit: number, share: Share): Promise<DueTenant[]> {
    return this.#look(async (db) => {
      const rows = await mayWork(db, share)
        .select(['tenant_id', 'next_due_at'])
        .where('next_due_at', '<=', now)
        .orderBy('next_due_at')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        tenantId: row.tenant_id as TenantId,
        dueAt: row.next_due_at ?? now,
      }));
    });
  }

  async nextDueAfter(now: number, share: Share): Promise<number | null> {
    return this.#look(async (db) => {
      const row = await mayWork(db, share)
        .select('next_due_at')
        .where('next_due_at', '>', now)
        .orderBy('next_due_at')
        .limit(1)
        .executeTakeFirst();
      return row?.next_due_at ?? null;
    });
  }

  async writeDue(changes: readonly DueChange[]): Promise<void> {
    await this.#change(async (db) => {
      for (const { tenantId, dueAt, how, expected } of changes) {
        await db
          .updateTable('tenant')
          .set({ next_due_at: dueAt })
          .where('tenant_id', '=', tenantId)
          .$if(how === 'settle' && expected !== undefined, (row) =>
            row.where('next_due_at', 'is not distinct from', expected ?? null),
          )
          .$if(how === 'forward', (row) =>
            row.where((or) =>
              or.or([or('next_due_at', 'is', null), or('next_due_at', '>', dueAt)]),
            ),
          )
          .execute();
      }
    });
  }

  /** What models were asked for. A power failure may undo its last entries; waiting for the disk at each costs more. */
  usageBook(caps: DailyCaps): UsageBook {
    return createUsageBook({
      look: (work) => this.#look(work),
      change: (work) => this.#change(work, 'with-next'),
      clock: this.#clock,
      caps,
    });
  }

  /** What is known of Stripe; what it stores is on the disk. */
  stripeBook(): StripeBook {
    return createStripeBook({
      look: (work) => this.#look(work),
      change: (work) => this.#change(work),
      clock: this.#clock,
    });
  }

  /** Links to the account page, and sessions. */
  accountBook(): AccountBook {
    return createAccountBook({
      look: (work) => this.#look(work),
      change: (work) => this.#change(work),
      note: (work) => this.#change(work, 'with-next'),
      clock: this.#clock,
    });
  }

  /** What tenants' plans rest on. Its changes are on the disk before anybody is told of them. */
  async planBook(options: PlanBookOptions, log: Log): Promise<PlanBook> {
    const book = await openPlanBook({
      ...options,
      look: (work) => this.#look(work),
      change: (work) => this.#change(work),
      version: () => this.#file.pragma('data_version'),
      clock: this.#clock,
      log,
    });
    this.#planBooks.push(book);
    return book;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const book of this.#planBooks) book.close();
    await this.#turns.allDone();
    this.#file.close();
  }

  async #find(column: 'tenant_id' | 'slug' | 'bot_id', value: string | number) {
    return this.#look(async (db) => {
      const row = await db
        .selectFrom('tenant')
        .select(recordColumns)
        .where(column, '=', value)
        .executeTakeFirst();
      return row && toRecord(row);
    });
  }

  async #keyOf(db: Db, tenantId: TenantId): Promise<WrappedKey> {
    const row = await db
      .selectFrom('tenant')
      .leftJoin('tenant_key', 'tenant_key.tenant_id', 'tenant.tenant_id')
      .select(['key_id', 'wrapped'])
      .where('tenant.tenant_id', '=', tenantId)
      .executeTakeFirst();
    if (!row) throwUnknown(tenantId);
    if (row.key_id === null || row.wrapped === null) {
      throw new AppError(
        'keys.destroyed',
        'permanent',
        `The key of tenant ${tenantId} was destroyed; its data cannot be read any more.`,
      );
    }
    return { keyId: row.key_id, wrapped: row.wrapped };
  }

  /** Inside a write transaction only. The counter is SQLite's user_version: it goes up even when the newest row goes. */
  #nextRevision(): number {
    const next = this.#revision() + 1;
    this.#file.pragma(`user_version = ${next}`);
    return next;
  }

  #revision(): number {
    return Number(this.#file.pragma('user_version'));
  }

  async #look<T>(work: (db: Db) => Promise<T>): Promise<T> {
    this.#assertOpen();
    return this.#turns.take('control', () =>
      inTransaction<ControlTables, T>(this.#file, 'read', ({ db }) => work(db)),
    );
  }

  async #change<T>(work: (db: Db) => Promise<T>, flush: Flush = 'at-commit'): Promise<T> {
    this.#assertOpen();
    return this.#turns.take('control', async () => {
      const result = await inTransaction<ControlTables, T>(
        this.#file,
        'write',
        ({ db }) => work(db),
        flush,
      );
      // data_version tells of other connections' commits only; our own are known here.
      this.#seen = undefined;
      return result;
    });
  }

  /** Moves the WAL into the file, so that what was overwritten is gone from the disk. */
  async #flushWal(): Promise<void> {
    const flush = () => {
      if (this.#file.pragma('wal_checkpoint(TRUNCATE)') === 0) return;
      const message = 'Another process reads the control file. Try again.';
      throw new AppError('storage.busy', 'transient', message);
    };
    await this.#turns.take('control', () => whileBusy(flush));
  }

  #assertOpen(): void {
    if (this.#closed) throw storageClosed();
  }
}

function ofShare(db: Db, { number, of }: Share) {
  return db
    .selectFrom('tenant')
    .$if(of > 1, (tenant) => tenant.where(shareColumn(of), '=', number));
}

/** Tenants of a share for which anything may be done. */
function mayWork(db: Db, share: Share) {
  return ofShare(db, share)
    .where('state', '=', 'active')
    .where('quarantine', 'is', null)
    .where('schema_number', '>', 0);
}

/** `shareOf` in SQL. */
function shareColumn(of: number) {
  const letter = (fromEnd: number) =>
    sql`(instr(${sql.lit(tenantIdLetters)}, substr(tenant_id, ${sql.lit(-fromEnd)}, 1)) - 1)`;
  return sql<number>`(16 * ${letter(2)} + ${letter(1)}) % ${sql.lit(of)}`;
}

function throwUnknown(tenantId: TenantId): never {
  throw new AppError('storage.unknown-tenant', 'permanent', `There is no tenant ${tenantId}.`);
}
