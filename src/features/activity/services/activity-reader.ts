import type { FanId, ThreadId } from '#src/core/ids.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { type MessageReader, type ReadMessage, threadById } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { FanActivity } from '../fan-activity.ts';
import { activityRow, addToDay, addToQuarter } from '../queries/activity-rows.ts';
import { insertResponse } from '../queries/response-rows.ts';
import { dayOf } from '../rules/stage.ts';
import { type Counts, restage, scheduleNextCheck } from './restage.ts';

const quarterMs = 15 * 60_000;

/** Counts every message once: by fan and day, by quarter of an hour, and how long fans waited for answers. */
export const activityReader: MessageReader = {
  name: 'activity',
  async read(tx, messages, services) {
    await countQuarters(tx, messages);
    const thresholds = await preferenceOf(tx, 'stageThresholds');
    for (const [fanId, ofFan] of Map.groupBy(messages, (message) => message.fanId)) {
      await countDays(tx, fanId, ofFan);
      const before = await activityRow(tx, fanId);
      const counts = await countFan(tx, { fanId, before }, ofFan);
      await restage(tx, { counts, before }, thresholds, services);
    }
    await scheduleNextCheck(tx, services.clock.now());
  },
};

async function countQuarters(tx: Tx, messages: readonly ReadMessage[]): Promise<void> {
  const quarters = Map.groupBy(messages, ({ sentAt, direction }) => {
    return `${Math.floor(sentAt / quarterMs) * quarterMs} ${direction}`;
  });
  for (const [key, { length: count }] of quarters) {
    const [at, direction] = key.split(' ') as [string, 'in' | 'out'];
    await addToQuarter(tx, { at: Number(at), direction, count });
  }
}

async function countDays(tx: Tx, fanId: FanId, messages: readonly ReadMessage[]): Promise<void> {
  for (const [day, ofDay] of Map.groupBy(messages, ({ sentAt }) => dayOf(sentAt))) {
    const ins = ofDay.filter(({ direction }) => direction === 'in').length;
    await addToDay(tx, { fanId, day, ins, outs: ofDay.length - ins });
  }
}

/** The fan's counts with these messages, in their order; waits that end with one of them are written down. */
async function countFan(
  tx: Tx,
  { fanId, before }: { readonly fanId: FanId; readonly before: FanActivity | undefined },
  messages: readonly ReadMessage[],
): Promise<Counts> {
  const doneAt = doneTimes(tx);
  const counts = {
    fanId,
    inCount: before?.inCount ?? 0,
    outCount: before?.outCount ?? 0,
    lastInAt: before?.lastInAt ?? null,
    lastOutAt: before?.lastOutAt ?? null,
    askedAt: before?.askedAt ?? null,
  };
  for (const { direction, sentAt, threadId, actor } of messages) {
    if (counts.askedAt !== null && wasDone(await doneAt(threadId), counts.askedAt, sentAt)) {
      counts.askedAt = null;
    }
    if (direction === 'in') {
      counts.inCount += 1;
      counts.lastInAt = Math.max(counts.lastInAt ?? 0, sentAt);
      counts.askedAt ??= sentAt;
      continue;
    }
    counts.outCount += 1;
    counts.lastOutAt = Math.max(counts.lastOutAt ?? 0, sentAt);
    if (actor !== 'creator' && actor !== 'member') continue;
    const { askedAt } = counts;
    counts.askedAt = null;
    // Telegram's clock and ours may differ by a moment.
    const answeredAt = Math.max(sentAt, askedAt ?? 0);
    if (askedAt !== null) await insertResponse(tx, { threadId, askedAt, answeredAt });
  }
  return counts;
}

/** When the creator last tapped Done in a thread; each thread is read once, and only if it is asked about. */
function doneTimes(tx: Tx): (threadId: ThreadId) => Promise<number | null> {
  const known = new Map<ThreadId, number | null>();
  return async (threadId) => {
    const doneAt = known.get(threadId);
    if (doneAt !== undefined) return doneAt;
    const read = (await threadById(tx, threadId))?.doneAt ?? null;
    known.set(threadId, read);
    return read;
  };
}

/** Whether the creator tapped Done between a question and this message, so that nobody waited for it. */
function wasDone(doneAt: number | null, askedAt: number, sentAt: number): boolean {
  return doneAt !== null && doneAt >= askedAt && doneAt <= sentAt + 1_000;
}
