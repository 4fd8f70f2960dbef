import { sql } from 'kysely';
import type { Migration } from '#src/storage/migration.ts';

/**
 * Links to the account page and the sessions that they open; secrets stand here as hashes only. Whoever suspends, deletes or
 * removes a tenant, triggers end both.
 */
export const createAccount: Migration = {
  number: 5,
  name: 'create_account',
  kind: 'additive',
  async up(db) {
    await sql`create table account_link (
      hash text not null primary key,
      tenant_id text not null,
      user_id integer not null,
      created_at integer not null,
      expires_at integer not null,
      used_at integer
    ) strict`.execute(db);
    await sql`create index account_link_tenant on account_link (tenant_id)`.execute(db);
    await sql`create index account_link_expires on account_link (expires_at)`.execute(db);

    await sql`create table account_session (
      hash text not null primary key,
      tenant_id text not null,
      user_id integer not null,
      created_at integer not null,
      expires_at integer not null
    ) strict`.execute(db);
    await sql`create index account_session_tenant on account_session (tenant_id)`.execute(db);
    await sql`create index account_session_expires on account_session (expires_at)`.execute(db);

    await sql`create trigger account_ends_with_tenant after update of state on tenant
      when new.state <> 'active' begin
      delete from account_link where tenant_id = new.tenant_id;
      delete from account_session where tenant_id = new.tenant_id;
    end`.execute(db);
    await sql`create trigger account_goes_with_tenant after delete on tenant begin
      delete from account_link where tenant_id = old.tenant_id;
      delete from account_session where tenant_id = old.tenant_id;
    end`.execute(db);
  },
};
