import type { DeskId, FanId, ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import type { TopicCardRef } from '../outbox/refs.ts';
import { isHeld } from '../pressure.ts';
import { activeDesk, countStale, markStale, takeStale, topicOf } from '../queries/desk-rows.ts';
import { pressureOf } from '../queries/pressure-rows.ts';
import { requireThread, threadOfFan } from '../queries/thread-rows.ts';
import type { Desk } from '../thread.ts';
import { deskLane } from './enqueue-rows.ts';

const kind = 'refresh-topic-card';
const staleKind = 'refresh-stale-cards';

/** How long a changed card waits for further changes: edits count towards the group's pace. */
const changePatienceMs = 3_000;

/** A conversation that was quiet for so long is over for now, and the card tells of it. */
const quietMs = 3 * 60_000;

/** Cards in one step when many are stale, and the time between steps: less than half of a group's published pace. */
const cardsInStep = 4;
const stepMs = 30_000;

/** Pinned cards that wait to follow: two hours of steps. Of other fans they follow when those write. */
export const mostStaleCards = 1_000;

/** What the card of this fan says has changed: the one pinned in the fan's topic, if there is any, will say it. */
export async function refreshCard(
  tx: Tx,
  fanId: FanId,
  services: Pick<Services, 'clock'>,
): Promise<void> {
  const thread = await threadOfFan(tx, fanId);
  if (thread) await refreshAt(tx, thread.id, services, changePatienceMs);
}

/**
 * What the cards of many fans say has changed. Their pinned cards follow a few at a time, so that messages keep most of the
 * group's pace, and of very many fans only those who are given first while there is room.
 */
export async function refreshCards(
  tx: Tx,
  fanIds: readonly FanId[],
  services: Services,
): Promise<void> {
  const desk = await activeDesk(tx);
  if (desk?.kind !== 'forum') return;
  const room = mostStaleCards - (await countStale(tx, desk.id, mostStaleCards));
  await markLater(tx, desk, fanIds.slice(0, room), services);
}

async function markLater(
  tx: Tx,
  desk: Desk,
  fanIds: readonly FanId[],
  services: Services,
): Promise<void> {
  if (fanIds.length === 0) return;
  await markStale(tx, desk.id, fanIds);
  const now = services.clock.now();
  await schedule(tx, { kind: staleKind, key: '', dueAt: now + changePatienceMs, keep: true }, now);
}

/** The desk had no room for the edit of this thread's card: it comes when there is. */
export async function refreshLater(tx: Tx, threadId: ThreadId, services: Services): Promise<void> {
  const desk = await activeDesk(tx);
  const { fanId } = await requireThread(tx, threadId);
  if (desk?.kind === 'forum') await markLater(tx, desk, [fanId], services);
}

/** Whether a desk has room for cards: messages go before them. */
export async function hasRoomForCards(
  tx: Tx,
  deskId: DeskId,
  services: Services,
): Promise<boolean> {
  const pressure = await pressureOf(tx, deskId);
  return pressure?.digest !== 'live' && !isHeld(pressure, services.clock.now());
}

/** Somebody wrote in this thread: its pinned card follows once they are quiet. */
export async function refreshWhenQuiet(
  tx: Tx,
  threadId: ThreadId,
  services: Services,
): Promise<void> {
  await refreshAt(tx, threadId, services, quietMs);
}

async function refreshAt(
  tx: Tx,
  threadId: ThreadId,
  services: Pick<Services, 'clock'>,
  waitMs: number,
): Promise<void> {
  const desk = await activeDesk(tx);
  if (desk?.kind !== 'forum') return;
  const topic = await topicOf(tx, desk.id, threadId);
  if (!topic?.cardChatMessageId) return;
  const now = services.clock.now();
  const ref = { deskId: desk.id, threadId };
  await schedule(tx, { kind, key: `${threadId}`, dueAt: now + waitMs, ref }, now);
}

/** Enqueues the edit of a pinned card when its time has come. */
export const refreshCardKind: JobKind = {
  kind,
  late: 'once',
  async run(tx, job, services) {
    const { deskId, threadId } = job.ref as { deskId: DeskId; threadId: ThreadId };
    const desk = await activeDesk(tx);
    if (desk?.id === deskId) await enqueueEdit(tx, desk, threadId, services);
  },
};

/** Enqueues the edits of cards that are stale, a few at a time, as long as there are any. */
export const staleCardsKind: JobKind = {
  kind: staleKind,
  late: 'once',
  async run(tx, _job, services) {
    const desk = await activeDesk(tx);
    if (desk?.kind !== 'forum') return;
    const again = services.clock.now() + stepMs;
    if (!(await hasRoomForCards(tx, desk.id, services))) return { again };
    const threads = await takeStale(tx, desk.id, cardsInStep);
    for (const threadId of threads) await enqueueEdit(tx, desk, threadId, services);
    if (threads.length === cardsInStep) return { again };
  },
};

async function enqueueEdit(
  tx: Tx,
  desk: Desk,
  threadId: ThreadId,
  services: Services,
): Promise<void> {
  const ref: TopicCardRef = { deskId: desk.id, threadId };
  await enqueue(tx, services.clock.now(), {
    kind: 'topic-card-edit',
    method: 'editMessageText',
    payload: {},
    ref: { ...ref },
    audience: 'desk',
    chatId: desk.chatId,
    lane: `${deskLane(desk, threadId)}/card`,
    priority: priority.relay,
  });
}
