import type { ChatId, OutboxId, StoredUpdateId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { displayName, fanByUser } from '#src/features/fans/index.ts';
import {
  countUndelivered,
  namedUndelivered,
  retryAllUndelivered,
  retryUndelivered,
  settleUndelivered,
} from '#src/features/threads/index.ts';
import { failedKinds } from '#src/jobs/job-queries.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { parkedUpdates, retryParked, retryUpdate } from '#src/telegram/ingest/parked-updates.ts';
import { countOpenUpdates } from '#src/features/status/queries.ts';
import type { Attention } from '#src/features/status/rules/status-text.ts';
import type { ListName } from '#src/features/status/rules/tap-data.ts';

/** One thing that needs a person, in words. */
export interface ListEntry {
  /** Outbox row, or stored update. */
  readonly id: number;
  readonly name: string;
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
  readonly canRetry: boolean;
  /** Whether it may be left as it is, which takes it off the list. */
  readonly canSettle: boolean;
  /** Whether it may be sent again together with others. */
  readonly safe: boolean;
}

/** How much needs a person. */
export async function attentionOf(reader: Reader): Promise<Attention> {
  return {
    relays: (await countUndelivered(reader, 'relay')).all,
    replies: (await countUndelivered(reader, 'reply')).all,
    parked: await countOpenUpdates(reader, 'parked'),
    jobs: await failedKinds(reader),
  };
}

/** One page of a list, oldest first. */
export async function listEntries(
  reader: Reader,
  list: ListName,
  page: { limit: number; offset: number },
  t: Translate,
): Promise<ListEntry[]> {
  if (list === 'parked') return await parkedEntries(reader, page, t);
  const way = list === 'relays' ? 'relay' : 'reply';
  const entries = await namedUndelivered(reader, way, page, t);
  return entries.map(({ rowId, name, text, endedAt, canRetry, unknown }) => ({
    id: rowId,
    name,
    text,
    at: endedAt,
    canRetry,
    canSettle: true,
    safe: canRetry && (way === 'relay' || !unknown),
  }));
}

/** Retries one entry; false when it is no longer on the list. */
export async function retryEntry(
  tx: Tx,
  list: ListName,
  id: number,
  services: Pick<Services, 'clock'>,
): Promise<boolean> {
  if (list === 'parked') return await retryUpdate(tx, id as StoredUpdateId);
  return await retryUndelivered(tx, wayOf(list), id as OutboxId, services);
}

/** Takes an entry off its list without sending it; false when it is not there, or must stay (a parked update). */
export async function settleEntry(
  tx: Tx,
  list: ListName,
  id: number,
  services: Pick<Services, 'clock'>,
): Promise<boolean> {
  if (list === 'parked') return false;
  return await settleUndelivered(tx, wayOf(list), id as OutboxId, services);
}

/** Retries all of a list that can be without harm; the answer is how many. */
export async function retryList(
  tx: Tx,
  list: ListName,
  services: Pick<Services, 'clock'>,
): Promise<number> {
  if (list === 'parked') return await retryParked(tx);
  return await retryAllUndelivered(tx, wayOf(list), services);
}

function wayOf(list: 'relays' | 'replies'): 'relay' | 'reply' {
  return list === 'relays' ? 'relay' : 'reply';
}

async function parkedEntries(
  reader: Reader,
  page: { limit: number; offset: number },
  t: Translate,
): Promise<ListEntry[]> {
  const entries: ListEntry[] = [];
  for (const { id, kind, lane, receivedAt } of await parkedUpdates(reader, page)) {
    const fan = await fanByUser(reader, chatOf(lane) as number as UserId);
    entries.push({
      id,
      name: fan ? displayName(fan) : t('status-somebody'),
      text: t(kindTexts[kind] ?? 'status-kind-other'),
      at: receivedAt,
      canRetry: true,
      canSettle: false,
      safe: true,
    });
  }
  return entries;
}

/** The chat of an update's lane; a fan's private chat has the fan's id. */
function chatOf(lane: string): ChatId {
  return Number(lane.split('/', 1)[0]) as ChatId;
}

const kindTexts: Readonly<Record<string, string>> = {
  message: 'status-kind-message',
  edited_message: 'status-kind-edit',
  callback_query: 'status-kind-tap',
  message_reaction: 'status-kind-reaction',
};
