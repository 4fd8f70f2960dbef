import type { BotId, Slug } from '#src/core/ids.ts';
import { systemRandom } from '#src/core/random.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { newTenantId } from '#src/storage/tenant-paths.ts';
import { copyTenantFile, type TenantPlace } from '#test/support/tenant-template.ts';

/** Whose bot a tenant has. */
export interface NewTenant {
  readonly slug: string;
  readonly bot: {
    readonly id: number;
    readonly username: string;
    readonly name: string;
    readonly token: string;
  };
}

/**
 * Adds a tenant with its file, as `tenant create` leaves it. With the data folder the file is a copy of the first one of its
 * schema made in this process; without it the store makes it.
 */
export async function newTenant(
  storage: Omit<TenantPlace, 'dir'> & { readonly dir?: string },
  { slug, bot }: NewTenant,
): Promise<TenantRecord> {
  const tenantId = newTenantId(systemRandom);
  const added = await storage.control.add({
    tenantId,
    slug: slug as Slug,
    name: bot.name,
    botId: bot.id as BotId,
    botUsername: bot.username,
    botInfo: JSON.stringify({
      id: bot.id,
      is_bot: true,
      first_name: bot.name,
      username: bot.username,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    }),
    token: bot.token,
    webhookPath: systemRandom.bytes(16).toString('base64url'),
    webhookSecret: systemRandom.bytes(32).toString('base64url'),
  });
  if (!added.ok) throw new Error(`cannot add ${slug}: ${added.reason}`);
  const { control, store, dir } = storage;
  if (dir === undefined) await store.create(tenantId);
  else await copyTenantFile({ ...storage, dir }, tenantId);
  const record = await control.get(tenantId);
  if (!record) throw new Error(`${slug} is not there after it was added`);
  return record;
}
