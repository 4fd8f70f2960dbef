import type { ChatId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { ownerOf } from '#src/features/members/index.ts';
import { mayTellAt, preferencesOf } from '#src/features/preferences/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { putToldPlan, toldPlan } from '../queries.ts';
import { newsText } from '../rules/news-text.ts';
import { isReminder, type Telling, tellingOf } from '../rules/telling.ts';
import { planOf } from './gates.ts';

/** The kind of the job that tells the creator how the plan changed. */
export const tellJob = 'billing-tell';

/** A tenant that nobody owns yet is looked at again after this long. */
const unownedMs = 3_600_000;

/**
 * Tells the creator in private what changed of the plan since they were last told, and writes that down in the same
 * transaction: so each change is told once. Gives when to look again though nothing changes (epoch ms), if ever.
 */
export async function tellPlan(tx: Tx, services: Services): Promise<number | null> {
  const telling = await tellingNow(tx, services);
  if (!telling) return null;
  const { news, told, lookAt } = telling;
  const now = services.clock.now();
  if (news.length > 0) {
    const owner = await ownerOf(tx);
    if (!owner) return now + unownedMs;
    const quietUntil = news.every(isReminder) ? await mayTellAt(tx, now) : now;
    if (quietUntil > now) return quietUntil;
    const { language, timeZone } = await preferencesOf(tx);
    const wording = { t: services.texts.for(language), language, timeZone };
    const chatId = owner.userId as number as ChatId;
    await enqueue(tx, now, {
      method: 'sendMessage',
      payload: { chat_id: chatId, text: news.map((each) => newsText(each, wording)).join('\n\n') },
      audience: 'desk',
      chatId,
    });
  }
  await putToldPlan(tx, told, now);
  return lookAt;
}

/** Has the creator told at this time (epoch ms), and not at the one that was asked for before. */
export async function askToTell(tx: Tx, at: number, services: Services): Promise<void> {
  await schedule(tx, { kind: tellJob, key: 'tell', dueAt: at }, services.clock.now());
}

/** When there will be something to tell (epoch ms; now, or later by time alone); null: not as things stand. */
export async function toldNext(reader: Reader, services: Services): Promise<number | null> {
  const telling = await tellingNow(reader, services);
  if (!telling) return null;
  return telling.news.length > 0 ? services.clock.now() : telling.lookAt;
}

/** Undefined: nothing is billed, or nothing ever was here. */
async function tellingNow(reader: Reader, services: Services): Promise<Telling | undefined> {
  const { plans, clock } = services;
  if (!plans?.billing) return undefined;
  const row = plans.of(reader.tenantId);
  const told = await toldPlan(reader);
  if (!row && !told) return undefined;
  const standing = planOf(services, reader.tenantId);
  // A row that is gone takes nothing back that was bought.
  // In whatever mode: what a change of Stripe's mode sets aside or brings back was told when it was bought.
  const bought = row?.boughtDrafts ?? told?.topupDrafts ?? 0;
  const duplicates = row?.creditedDuplicates ?? told?.duplicates ?? 0;
  return tellingOf(told, standing, { topupDrafts: bought, duplicates }, clock.now());
}
