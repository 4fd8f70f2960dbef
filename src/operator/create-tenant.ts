import { isSlug } from '#src/core/ids.ts';
import type { BotId, TenantId, UserId } from '#src/core/ids.ts';
import { createClaimLink, setOwner } from '#src/features/members/index.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { newTenantId } from '#src/storage/tenant-paths.ts';
import { type BotWarning, checkBot } from './check-bot.ts';
import { type ClaimLink, claimUrl } from './claim-link.ts';
import { type OperatorRefusal, refusal } from './refusals.ts';
import type { OperatorTools } from './tools.ts';

/** What the operator gives. */
export interface CreateTenantInput {
  readonly slug: string;
  readonly token: string;
  /** Name of the tenant; the bot's own name when absent. */
  readonly name?: string | undefined;
  /** Telegram id of the owner, as typed; a claim link is made when absent. */
  readonly owner?: string | undefined;
  /** Checks everything and changes nothing. */
  readonly dryRun?: boolean | undefined;
}

/** A tenant that now exists (or would). */
export interface CreatedTenant {
  readonly ok: true;
  readonly slug: string;
  readonly name: string;
  /** Null in a dry run. */
  readonly tenantId: TenantId | null;
  readonly bot: { readonly id: number; readonly username: string };
  readonly owner: number | null;
  readonly claim: ClaimLink | null;
  readonly warnings: readonly BotWarning[];
  readonly dryRun: boolean;
}

/** A creation that has not ended after this long was killed in the middle; what it left is cleared away. */
const unfinishedMs = 60_000;

/** Makes a tenant: control record with sealed secrets, data key, encrypted file, owner or claim link. All or nothing. */
export async function createTenant(
  tools: OperatorTools,
  input: CreateTenantInput,
): Promise<CreatedTenant | OperatorRefusal> {
  const { control, store, clock, random } = tools;
  const { slug } = input;
  if (!isSlug(slug)) return refusal('invalid-slug');
  const owner = input.owner === undefined ? undefined : parseUserId(input.owner);
  if (owner === null) return refusal('invalid-owner');
  const givenName = input.name?.trim();
  if (givenName !== undefined && (givenName === '' || givenName.length > 64))
    return refusal('invalid-name');

  const sameSlug = await control.bySlug(slug);
  if (sameSlug && !isAbandoned(sameSlug, clock.now())) return slugRefusal(sameSlug);
  const checked = await checkBot(tools, input.token);
  if (!checked.ok) return checked;
  const { me, warnings } = checked;
  const sameBot = await control.byBot(me.id as BotId);
  if (sameBot && !isAbandoned(sameBot, clock.now())) return botRefusal(sameBot);

  const name = givenName ?? me.first_name;
  const bot = { id: me.id, username: me.username };
  const common = { ok: true, slug, name, bot, owner: owner ?? null, warnings } as const;
  if (input.dryRun) return { ...common, tenantId: null, claim: null, dryRun: true };

  for (const abandoned of new Set([sameSlug?.tenantId, sameBot?.tenantId])) {
    if (abandoned) await takeBack(tools, abandoned);
  }
  const tenantId = newTenantId(random);
  const added = await control.add({
    tenantId,
    slug,
    name,
    botId: me.id as BotId,
    botUsername: me.username,
    botInfo: JSON.stringify(me),
    token: input.token,
    webhookPath: random.bytes(16).toString('base64url'),
    webhookSecret: random.bytes(32).toString('base64url'),
  });
  if (!added.ok) return refusal(added.reason, { slug });
  try {
    await store.create(tenantId);
    const claim = await store.transact(tenantId, async (tx) => {
      if (owner === undefined) return createClaimLink(tx, { now: clock.now(), random });
      await setOwner(tx, { userId: owner, name }, clock.now());
      return undefined;
    });
    await control.recordAct('create', tenantId, slug);
    return {
      ...common,
      tenantId,
      claim: claim
        ? { url: claimUrl(me.username, claim.secret), expiresAt: claim.expiresAt }
        : null,
      dryRun: false,
    };
  } catch (error) {
    await takeBack(tools, tenantId);
    throw error;
  } finally {
    await store.release(tenantId);
  }
}

function slugRefusal({ slug, state, purgeAt }: TenantRecord): OperatorRefusal {
  return state === 'deleted'
    ? refusal('slug-of-deleted', { slug, purgeAt })
    : refusal('slug-taken', { slug });
}

function botRefusal({ slug, state, purgeAt }: TenantRecord): OperatorRefusal {
  return state === 'deleted'
    ? refusal('bot-of-deleted', { slug, purgeAt })
    : refusal('bot-taken', { slug });
}

/** Schema 0 means that the tenant's file was never completed (`ControlStore.add`, `TenantStore.create`). */
function isAbandoned(record: TenantRecord, now: number): boolean {
  return record.schemaNumber === 0 && record.createdAt < now - unfinishedMs;
}

/** The key goes first: without it the rest is noise, wherever the process dies. */
async function takeBack({ control, store }: OperatorTools, tenantId: TenantId): Promise<void> {
  await store.release(tenantId);
  await control.remove(tenantId);
  await store.erase(tenantId);
}

/** Telegram ids have at most 52 bits (Bot API, User); null when it is none. */
function parseUserId(text: string): UserId | null {
  if (!/^[1-9]\d{0,15}$/.test(text)) return null;
  const id = Number(text);
  return id < 2 ** 52 ? (id as UserId) : null;
}
