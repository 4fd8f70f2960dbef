import type { DeskId, FanId, ThreadId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import type { TopicCardRef } from '../outbox/refs.ts';
import { activeDesk, topicOf } from '../queries/desk-rows.ts';
import { threadOfFan } from '../queries/thread-rows.ts';
import { deskLane } from './enqueue-rows.ts';

const kind = 'refresh-topic-card';

/** How long a changed card waits for further changes: edits count towards the group's pace. */
const changePatienceMs = 3_000;

/** A conversation that was quiet for so long is over for now, and the card tells of it. */
const quietMs = 3 * 60_000;

/** What the card of this fan says has changed: the one pinned in the fan's topic, if there is any, will say it. */
export async function refreshCard(tx: Tx, fanId: FanId, services: Services): Promise<void> {
  const thread = await threadOfFan(tx, fanId);
  if (thread) await refreshAt(tx, thread.id, services, changePatienceMs);
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
  services: Services,
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
    if (desk?.id !== deskId) return;
    const ref: TopicCardRef = { deskId, threadId };
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
  },
};
