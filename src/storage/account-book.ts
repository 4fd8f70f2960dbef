import type { Transaction } from 'kysely';
import type { AccountBook, AccountHolder, KnownAccountLink } from '#src/core/account.ts';
import type { Clock } from '#src/core/clock.ts';
import type { TenantId, UserId } from '#src/core/ids.ts';
import { refuse } from '#src/core/result.ts';
import type { ControlTables } from '#src/storage/control-tables.ts';

type Db = Transaction<ControlTables>;

/** What the book stands on: transactions on the control file. */
export interface AccountBookParts {
  readonly look: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** On the disk when it resolves. */
  readonly change: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** May be undone by a power failure. */
  readonly note: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly clock: Pick<Clock, 'now'>;
}

/** So long a link that ended is still told from one that never was. */
const keptMs = 86_400_000;

/** The book of account links and sessions, in the control file. */
export function createAccountBook({ look, change, note, clock }: AccountBookParts): AccountBook {
  return {
    // Made while an update is handled, so it does not wait for the disk: a link that is lost is asked for anew.
    addLink: (holder, link) =>
      note(async (db) => {
        const now = clock.now();
        await db
          .deleteFrom('account_link')
          .where('expires_at', '<', now - keptMs)
          .execute();
        await db.deleteFrom('account_session').where('expires_at', '<', now).execute();
        await db
          .insertInto('account_link')
          .values({
            ...columns(holder),
            hash: link.hash,
            created_at: now,
            expires_at: link.expiresAt,
          })
          .execute();
      }),

    linkOf: (hash) =>
      look(async (db) => {
        const row = await linkRow(db, hash);
        return row ? { ...toHolder(row), state: stateOf(row, clock.now()) } : null;
      }),

    openSession: (linkHash, session) =>
      change(async (db) => {
        const now = clock.now();
        const link = await linkRow(db, linkHash);
        if (!link) return refuse('unknown');
        const state = stateOf(link, now);
        if (state !== 'open') return refuse(state);
        await db
          .updateTable('account_link')
          .set({ used_at: now })
          .where('hash', '=', linkHash)
          .execute();
        const holder = toHolder(link);
        await db
          .insertInto('account_session')
          .values({
            ...columns(holder),
            hash: session.hash,
            created_at: now,
            expires_at: session.expiresAt,
          })
          .execute();
        return { ok: true as const, holder };
      }),

    sessionOf: (hash) =>
      look(async (db) => {
        const row = await db
          .selectFrom('account_session')
          .select(['tenant_id', 'user_id'])
          .where('hash', '=', hash)
          .where('expires_at', '>', clock.now())
          .executeTakeFirst();
        return row ? toHolder(row) : null;
      }),

    endSession: (hash) =>
      change(async (db) => {
        await db.deleteFrom('account_session').where('hash', '=', hash).execute();
      }),
  };
}

function stateOf(
  row: { used_at: number | null; expires_at: number },
  now: number,
): KnownAccountLink['state'] {
  if (row.used_at !== null) return 'used';
  return row.expires_at > now ? 'open' : 'expired';
}

async function linkRow(db: Db, hash: string) {
  return await db
    .selectFrom('account_link')
    .selectAll()
    .where('hash', '=', hash)
    .executeTakeFirst();
}

function columns({ tenantId, userId }: AccountHolder) {
  return { tenant_id: tenantId, user_id: userId };
}

function toHolder(row: { tenant_id: string; user_id: number }): AccountHolder {
  return { tenantId: row.tenant_id as TenantId, userId: row.user_id as UserId };
}
