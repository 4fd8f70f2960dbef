import type { Selectable, Transaction } from 'kysely';
import type { Clock } from '#src/core/clock.ts';
import type { TenantId, UserId } from '#src/core/ids.ts';
import {
  type BegunCheckout,
  lateEventMs,
  type OpenCheckout,
  type StripeBook,
} from '#src/core/stripe-book.ts';
import type { ControlTables } from '#src/storage/control-tables.ts';
import { enterMode, isOfMode, modeStanding, presentMode } from '#src/storage/stripe-mode.ts';
import type { StripeTables } from '#src/storage/stripe-tables.ts';

type Db = Transaction<ControlTables>;

/** What the book stands on: transactions on the control file. */
export interface StripeBookParts {
  readonly look: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** On the disk when it resolves. */
  readonly change: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly clock: Pick<Clock, 'now'>;
}

const warning = 'radar.early_fraud_warning.created';

/** The book of what is known of Stripe, in the control file. */
export function createStripeBook(parts: StripeBookParts): StripeBook {
  const { look, change } = parts;
  return {
    enterMode: (livemode) => change((db) => enterMode(db, livemode)),
    modeStanding: () => look(modeStanding),
    ...eventBook(parts),
    ...customerBook(parts),
    ...checkoutBook(parts),
  };
}

type EventBook = Pick<
  StripeBook,
  | 'storeEvent'
  | 'openEvents'
  | 'nameCustomer'
  | 'settleEvents'
  | 'failEvents'
  | 'purgeEvents'
  | 'eventCounts'
  | 'fraudWarnings'
  | 'listedUntil'
  | 'setListedUntil'
>;

function eventBook({ look, change, clock }: StripeBookParts): EventBook {
  return {
    storeEvent: (event, how) =>
      change(async (db) => {
        const added = await db
          .insertInto('stripe_event')
          .values({
            event_id: event.eventId,
            type: event.type,
            customer_id: event.customerId,
            object_id: event.objectId,
            charge_id: event.chargeId,
            api_version: event.apiVersion,
            livemode: event.livemode ? 1 : 0,
            how,
            created_at: event.createdAt,
            received_at: clock.now(),
          })
          .onConflict((conflict) => conflict.column('event_id').doNothing())
          .executeTakeFirst();
        return Number(added.numInsertedOrUpdatedRows) > 0;
      }),

    openEvents: (limit, skip = 0) =>
      look(async (db) => {
        const rows = await db
          .selectFrom('stripe_event')
          .select(['event_id', 'type', 'customer_id', 'charge_id', 'attempts'])
          .where('processed_at', 'is', null)
          .orderBy('received_at')
          .orderBy('event_id')
          .limit(limit)
          .offset(skip)
          .execute();
        return rows.map((row) => ({
          eventId: row.event_id,
          type: row.type,
          customerId: row.customer_id,
          chargeId: row.charge_id,
          attempts: row.attempts,
        }));
      }),

    nameCustomer: (eventId, customerId) =>
      change(async (db) => {
        await db
          .updateTable('stripe_event')
          .set({ customer_id: customerId })
          .where('event_id', '=', eventId)
          .execute();
      }),

    settleEvents: (eventIds, remark) =>
      change(async (db) => {
        await db
          .updateTable('stripe_event')
          .set({ processed_at: clock.now(), error: remark ?? null })
          .where('event_id', 'in', eventIds)
          .execute();
      }),

    failEvents: (eventIds, code) =>
      change(async (db) => {
        await db
          .updateTable('stripe_event')
          .set((row) => ({ attempts: row('attempts', '+', 1), error: code }))
          .where('event_id', 'in', eventIds)
          .execute();
      }),

    purgeEvents: (before) =>
      change(async (db) => {
        const gone = await db
          .deleteFrom('stripe_event')
          .where('processed_at', '<', before)
          .executeTakeFirst();
        await db.deleteFrom('stripe_checkout').where('expires_at', '<', before).execute();
        return Number(gone.numDeletedRows);
      }),

    eventCounts: () =>
      look(async (db) => {
        const open = await db
          .selectFrom('stripe_event')
          .select((row) => [
            row.fn.countAll<number>().as('count'),
            row.fn.min('received_at').as('oldest'),
          ])
          .where('processed_at', 'is', null)
          .executeTakeFirstOrThrow();
        const last = await db
          .selectFrom('stripe_event')
          .select((row) => row.fn.max('received_at').as('at'))
          .where('how', '=', 'delivered')
          .where((row) => row.or([isOfMode, row(presentMode, 'is', null)]))
          .executeTakeFirst();
        const missed = await db
          .selectFrom('stripe_event')
          .select((row) => row.fn.max('created_at').as('at'))
          .where('how', '=', 'listed')
          .where((row) => row.or([isOfMode, row(presentMode, 'is', null)]))
          .where((row) => row(row('received_at', '-', row.ref('created_at')), '>', lateEventMs))
          .executeTakeFirst();
        return {
          open: open.count,
          oldestOpenAt: open.oldest,
          deliveredAt: last?.at ?? null,
          missedAt: missed?.at ?? null,
        };
      }),

    fraudWarnings: (customerId, since) =>
      look(async (db) => {
        const rows = await db
          .selectFrom('stripe_event')
          .select('object_id')
          .where('type', '=', warning)
          .where('customer_id', '=', customerId)
          .where('created_at', '>', since)
          .execute();
        return rows.flatMap(({ object_id }) => (object_id === null ? [] : [object_id]));
      }),

    listedUntil: () =>
      look(async (db) => {
        const row = await db
          .selectFrom('stripe_cursor')
          .select('at')
          .where('name', '=', 'events')
          .executeTakeFirst();
        return row?.at ?? null;
      }),

    setListedUntil: (at) =>
      change(async (db) => {
        await db
          .insertInto('stripe_cursor')
          .values({ name: 'events', at })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ at }))
          .execute();
      }),
  };
}

type CustomerBook = Pick<
  StripeBook,
  | 'customerOf'
  | 'tenantOf'
  | 'customerTries'
  | 'spendCustomerKey'
  | 'addCustomer'
  | 'forgetCustomer'
  | 'noteEndFailed'
  | 'customers'
>;

function customerBook({ look, change, clock }: StripeBookParts): CustomerBook {
  return {
    customerOf: (tenantId) => look((db) => customerOf(db, tenantId)),

    tenantOf: (customerId) =>
      look(async (db) => {
        const row = await db
          .selectFrom('stripe_customer')
          .select('tenant_id')
          .where('customer_id', '=', customerId)
          .where('deleted_at', 'is', null)
          .where(isOfMode)
          .executeTakeFirst();
        return (row?.tenant_id ?? null) as TenantId | null;
      }),

    customerTries: (tenantId) =>
      look(async (db) => {
        const made = await db
          .selectFrom('stripe_customer')
          .select((all) => all.fn.countAll<number>().as('count'))
          .where('tenant_id', '=', tenantId)
          .executeTakeFirstOrThrow();
        const spent = await db
          .selectFrom('stripe_spent_key')
          .select('count')
          .where('tenant_id', '=', tenantId)
          .executeTakeFirst();
        return made.count + (spent?.count ?? 0);
      }),

    spendCustomerKey: (tenantId) =>
      change(async (db) => {
        await db
          .insertInto('stripe_spent_key')
          .values({ tenant_id: tenantId, count: 1 })
          .onConflict((conflict) =>
            conflict
              .column('tenant_id')
              .doUpdateSet((row) => ({ count: row('stripe_spent_key.count', '+', 1) })),
          )
          .execute();
      }),

    addCustomer: (tenantId, customerId) =>
      change(async (db) => {
        const there = await customerOf(db, tenantId);
        if (there !== null) return there;
        await db
          .insertInto('stripe_customer')
          .values({
            customer_id: customerId,
            tenant_id: tenantId,
            created_at: clock.now(),
            livemode: presentMode,
          })
          .execute();
        return customerId;
      }),

    forgetCustomer: (customerId) =>
      change(async (db) => {
        await db
          .updateTable('stripe_customer')
          .set({ deleted_at: clock.now() })
          .where('customer_id', '=', customerId)
          .where('deleted_at', 'is', null)
          .execute();
      }),

    noteEndFailed: (customerId) =>
      change(async (db) => {
        await db
          .updateTable('stripe_customer')
          .set({ end_failed_at: clock.now() })
          .where('customer_id', '=', customerId)
          .execute();
      }),

    customers: () =>
      look(async (db) => {
        const rows = await db
          .selectFrom('stripe_customer')
          .select(['tenant_id', 'customer_id', 'created_at', 'end_failed_at'])
          .where('deleted_at', 'is', null)
          .where(isOfMode)
          .orderBy('created_at')
          .execute();
        return rows.map((row) => ({
          tenantId: row.tenant_id as TenantId,
          customerId: row.customer_id,
          createdAt: row.created_at,
          endFailedAt: row.end_failed_at,
        }));
      }),
  };
}

type CheckoutBook = Pick<
  StripeBook,
  'beginCheckout' | 'nameSession' | 'openCheckouts' | 'closeCheckout' | 'trialUsed' | 'useTrial'
>;

function checkoutBook({ look, change, clock }: StripeBookParts): CheckoutBook {
  return {
    beginCheckout: (checkout) =>
      change(async (db) => {
        const there = await db
          .selectFrom('stripe_checkout')
          .selectAll()
          .where('nonce', '=', checkout.nonce)
          .executeTakeFirst();
        if (there) return toCheckout(there);
        await db
          .insertInto('stripe_checkout')
          .values({
            nonce: checkout.nonce,
            tenant_id: checkout.tenantId,
            user_id: checkout.userId,
            price_key: checkout.priceKey,
            trial: checkout.trial ? 1 : 0,
            created_at: clock.now(),
            expires_at: checkout.expiresAt,
            livemode: presentMode,
          })
          .execute();
        return checkout;
      }),

    nameSession: (nonce, sessionId) =>
      change(async (db) => {
        await db
          .updateTable('stripe_checkout')
          .set({ session_id: sessionId })
          .where('nonce', '=', nonce)
          .execute();
      }),

    openCheckouts: (tenantId, userId) =>
      look(async (db) => {
        const rows = await db
          .selectFrom('stripe_checkout')
          .selectAll()
          .where('closed_at', 'is', null)
          .where(isOfMode)
          .where('session_id', 'is not', null)
          .where('expires_at', '>', clock.now())
          .where((row) =>
            row.or([
              row('tenant_id', '=', tenantId),
              row.and([row('user_id', '=', userId ?? 0), row('trial', '=', 1)]),
            ]),
          )
          .execute();
        return rows.map(
          (row): OpenCheckout => ({
            ...toCheckout(row),
            sessionId: row.session_id ?? '',
          }),
        );
      }),

    closeCheckout: (nonce) =>
      change(async (db) => {
        await db
          .updateTable('stripe_checkout')
          .set({ closed_at: clock.now() })
          .where('nonce', '=', nonce)
          .execute();
      }),

    trialUsed: (tenantId, userId) =>
      look(async (db) => {
        const row = await db
          .selectFrom('trial_use')
          .select('tenant_id')
          .where((use) => use.or([use('tenant_id', '=', tenantId), use('user_id', '=', userId)]))
          .where(isOfMode)
          .executeTakeFirst();
        return row !== undefined;
      }),

    useTrial: (tenantId) =>
      change(async (db) => {
        const began = await db
          .selectFrom('stripe_checkout')
          .select('user_id')
          .where('tenant_id', '=', tenantId)
          .where('trial', '=', 1)
          .where(isOfMode)
          .orderBy('created_at', 'desc')
          .limit(1)
          .executeTakeFirst();
        await db
          .insertInto('trial_use')
          .values({
            tenant_id: tenantId,
            user_id: began?.user_id ?? null,
            at: clock.now(),
            livemode: presentMode,
          })
          .onConflict((conflict) =>
            conflict
              .column('tenant_id')
              .doUpdateSet((row) => ({
                user_id: row.ref('excluded.user_id'),
                at: row.ref('excluded.at'),
                livemode: row.ref('excluded.livemode'),
              }))
              .where('trial_use.livemode', '=', 0)
              .where('excluded.livemode' as 'trial_use.livemode', '=', 1),
          )
          .execute();
      }),
  };
}

async function customerOf(db: Db, tenantId: TenantId): Promise<string | null> {
  const row = await db
    .selectFrom('stripe_customer')
    .select('customer_id')
    .where('tenant_id', '=', tenantId)
    .where('deleted_at', 'is', null)
    .where(isOfMode)
    .executeTakeFirst();
  return row?.customer_id ?? null;
}

function toCheckout(row: Selectable<StripeTables['stripe_checkout']>): BegunCheckout {
  return {
    nonce: row.nonce,
    tenantId: row.tenant_id as TenantId,
    userId: row.user_id as UserId,
    priceKey: row.price_key,
    trial: row.trial === 1,
    expiresAt: row.expires_at,
  };
}
