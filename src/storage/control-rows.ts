import type { Selectable, Updateable } from 'kysely';
import type { BotId, Slug, TenantId } from '#src/core/ids.ts';
import type { TenantChange, TenantRecord } from '#src/storage/control-store.ts';
import type { TenantTable } from '#src/storage/control-tables.ts';

/** The columns that make a TenantRecord: all but the sealed secrets. */
export const recordColumns = [
  'tenant_id',
  'slug',
  'name',
  'state',
  'bot_id',
  'bot_username',
  'bot_info',
  'webhook_path',
  'webhook_url',
  'connection',
  'connection_at',
  'quarantine',
  'quarantined_at',
  'schema_number',
  'revision',
  'created_at',
  'suspended_at',
  'deleted_at',
  'purge_at',
] as const satisfies readonly (keyof TenantTable)[];

/** A row as the record that others see. */
export function toRecord(
  row: Pick<Selectable<TenantTable>, (typeof recordColumns)[number]>,
): TenantRecord {
  return {
    tenantId: row.tenant_id as TenantId,
    slug: row.slug as Slug,
    name: row.name,
    state: row.state,
    botId: row.bot_id as BotId,
    botUsername: row.bot_username,
    botInfo: row.bot_info,
    webhookPath: row.webhook_path,
    webhookUrl: row.webhook_url,
    connection: row.connection,
    connectionAt: row.connection_at,
    quarantine: row.quarantine,
    quarantinedAt: row.quarantined_at,
    schemaNumber: row.schema_number,
    revision: row.revision,
    createdAt: row.created_at,
    suspendedAt: row.suspended_at,
    deletedAt: row.deleted_at,
    purgeAt: row.purge_at,
  };
}

const columnOf = {
  name: 'name',
  state: 'state',
  botUsername: 'bot_username',
  botInfo: 'bot_info',
  webhookUrl: 'webhook_url',
  connection: 'connection',
  connectionAt: 'connection_at',
  quarantine: 'quarantine',
  quarantinedAt: 'quarantined_at',
  schemaNumber: 'schema_number',
  suspendedAt: 'suspended_at',
  deletedAt: 'deleted_at',
  purgeAt: 'purge_at',
} as const satisfies Record<Exclude<keyof TenantChange, 'token'>, keyof TenantTable>;

/** A change as columns; absent and undefined fields are left out, and the token is not in it. */
export function toColumns(change: TenantChange): Updateable<TenantTable> {
  const given = Object.entries(change).filter(
    ([field, value]) => field !== 'token' && value !== undefined,
  );
  return Object.fromEntries(
    given.map(([field, value]) => [columnOf[field as keyof typeof columnOf], value]),
  );
}
