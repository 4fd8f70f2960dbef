import type { ChatId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { consentStanding } from '#src/features/consent/index.ts';
import { ownerOf } from '#src/features/members/index.ts';
import { preferencesOf, setPreference } from '#src/features/preferences/index.ts';
import { activeDesk } from '#src/features/threads/index.ts';
import { commandMenus, scopeOfMenu } from '#src/features/settings/command-menus.ts';

/** Tenants, and groups of theirs, whose menus were looked at since this process started, for each app that runs in it. */
const checked = new WeakMap<Services, Set<string>>();

/**
 * Once for each tenant and process, and once more when the desk is in this group: brings its command menus up to date.
 * Costs nothing afterwards.
 */
export async function checkCommandMenus(tx: Tx, services: Services, group?: ChatId): Promise<void> {
  const known = checked.get(services) ?? new Set();
  checked.set(services, known);
  const key = group === undefined ? tx.tenantId : `${tx.tenantId}/${group}`;
  if (known.has(key)) return;
  if (group !== undefined && (await groupOf(tx)) !== group) return;
  await keepCommandMenus(tx, services);
  tx.afterCommit(() => known.add(key));
}

/**
 * Tells Telegram the command menus that differ from what it was told last: at the first update of a tenant, when
 * texts change with a release, when the creator comes, chooses another language, or about AI drafts.
 */
export async function keepCommandMenus(tx: Tx, services: Services): Promise<void> {
  const { language, commandMenus: told } = await preferencesOf(tx);
  const { state } = await consentStanding(tx, services);
  const creator = await creatorHere(tx, language);
  const menus = commandMenus(services.texts, creator, { optOut: state === 'on' });
  const now = services.clock.now();
  const wanted = Object.fromEntries(menus.map((menu) => [menu.name, menu.fingerprint]));
  const changed = menus.filter((menu) => told[menu.name] !== menu.fingerprint);
  const gone = Object.keys(told).filter((name) => !(name in wanted) && scopeOfMenu(name));
  if (changed.length === 0 && gone.length === 0) return;

  const call = (method: string, payload: Readonly<Record<string, unknown>>) =>
    enqueue(tx, now, { method, payload, audience: 'bot', chatId: null, lane: 'bot/commands' });
  for (const menu of changed) await call('setMyCommands', { ...menu.payload });
  for (const name of gone) await call('deleteMyCommands', { scope: scopeOfMenu(name) });
  await setPreference(tx, 'commandMenus', wanted, 'automation', now);
}

/** The creator, once they opened the bot: Telegram refuses a menu for a chat that the bot does not know. */
async function creatorHere(tx: Tx, language: string) {
  const owner = await ownerOf(tx);
  if (!owner || !(await activeDesk(tx))) return undefined;
  return { userId: owner.userId, language, group: await groupOf(tx) };
}

/** The group in which the desk is. */
async function groupOf(tx: Tx): Promise<ChatId | null> {
  const desk = await activeDesk(tx);
  return desk?.kind === 'forum' ? desk.chatId : null;
}
