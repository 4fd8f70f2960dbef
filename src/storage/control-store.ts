import type { BotId, Slug, TenantId } from '#src/core/ids.ts';
import type { Share } from '#src/core/share.ts';

/** A tenant as the installation knows it. Secrets are not in here; ask `secretsOf`. */
export interface TenantRecord {
  readonly tenantId: TenantId;
  readonly slug: Slug;
  readonly name: string;
  readonly state: 'active' | 'suspended' | 'deleted';
  readonly botId: BotId;
  readonly botUsername: string;
  /** The bot's getMe answer, as JSON. */
  readonly botInfo: string;
  /** Opaque id in the webhook URL, 128 random bits as base64url. */
  readonly webhookPath: string;
  /** The URL last registered at Telegram; null when the bot polls or nothing is registered yet. */
  readonly webhookUrl: string | null;
  /** `disconnected`: Telegram refused the token (401). `conflict`: another program takes this bot's updates (409). */
  readonly connection: 'ok' | 'disconnected' | 'conflict';
  readonly connectionAt: number | null;
  /** An AppError code when the tenant's file cannot be used; only this tenant stands still. */
  readonly quarantine: string | null;
  readonly quarantinedAt: number | null;
  /** Number of the last migration that ran on the tenant's file; 0 until its creation has ended: leave it alone till then. */
  readonly schemaNumber: number;
  /** Grows with every change; `changesSince` finds changed tenants by it. */
  readonly revision: number;
  readonly createdAt: number;
  readonly suspendedAt: number | null;
  readonly deletedAt: number | null;
  /** When a deleted tenant's key and files are destroyed. */
  readonly purgeAt: number | null;
}

/** What only the adapters that talk to Telegram may hold. */
export interface TenantSecrets {
  readonly token: string;
  readonly webhookSecret: string;
}

/** What `create` stores. */
export interface NewTenant {
  readonly tenantId: TenantId;
  readonly slug: Slug;
  readonly name: string;
  readonly botId: BotId;
  readonly botUsername: string;
  readonly botInfo: string;
  readonly token: string;
  readonly webhookPath: string;
  readonly webhookSecret: string;
}

/** Changes of a tenant's record; absent fields stay. */
export type TenantChange = Partial<
  Pick<
    TenantRecord,
    | 'name'
    | 'state'
    | 'botUsername'
    | 'botInfo'
    | 'webhookUrl'
    | 'connection'
    | 'connectionAt'
    | 'quarantine'
    | 'quarantinedAt'
    | 'schemaNumber'
    | 'suspendedAt'
    | 'deletedAt'
    | 'purgeAt'
  >
> & { readonly token?: string };

/** What changed up to a revision. */
export interface Changes {
  readonly records: readonly TenantRecord[];
  readonly revision: number;
}

/**
 * The control file `_control/control.db`: which tenants there are, their sealed secrets and wrapped keys. Encrypted
 * with a key derived from the master key; a wrong master key fails at open with `keys.wrong-master-key`.
 * Several processes may have it open (a server and scripts).
 */
export interface ControlStore {
  /** Stores a tenant and its freshly wrapped data key in one transaction. */
  add(
    tenant: NewTenant,
  ): Promise<
    { ok: true; record: TenantRecord } | { ok: false; reason: 'slug-taken' | 'bot-taken' }
  >;
  /** Takes a tenant that was never completed out again, with its key. */
  remove(tenantId: TenantId): Promise<void>;
  /** Those of a share, all unless given, by their slugs. */
  list(share?: Share): Promise<TenantRecord[]>;
  /** How many there are. */
  count(): Promise<number>;
  get(tenantId: TenantId): Promise<TenantRecord | undefined>;
  bySlug(slug: string): Promise<TenantRecord | undefined>;
  byBot(botId: BotId): Promise<TenantRecord | undefined>;
  /**
   * Records of a share (all unless given) that changed after this revision, oldest change first, and the revision as of which that is
   * all. Cheap when nothing changed.
   */
  changesSince(revision: number, share?: Share): Promise<Changes>;
  change(tenantId: TenantId, change: TenantChange): Promise<TenantRecord>;
  secretsOf(tenantId: TenantId): Promise<TenantSecrets>;
  /** Destroys the wrapped key for good (secure_delete, checkpointed): file and backups can never be read again. */
  destroyKey(tenantId: TenantId): Promise<void>;
  /** Writes one line of the operator's audit trail; `detail` holds no secret and no fan data. */
  recordAct(act: string, tenantId: TenantId | null, detail?: string): Promise<void>;
  close(): Promise<void>;
}
