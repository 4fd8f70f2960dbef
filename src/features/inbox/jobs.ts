import type { FanId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { fanNames } from '#src/features/fans/index.ts';
import { mayTellAt, preferenceOf } from '#src/features/preferences/index.ts';
import { activeDesk, cardTap, refreshCard } from '#src/features/threads/index.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { deleteSnooze, endedSnoozes } from './queries.ts';
import { scheduleSnoozeEnd, snoozeJob } from './services/snooze-thread.ts';

/** Fans of whom one message tells; of more comes another. */
const mostTold = 10;

/**
 * Ends snoozes, and tells the creator in one message who is back: those who still wait. The inbox has them from the minute
 * on; telling waits for the end of the quiet hours.
 */
export const snoozeKind: JobKind = {
  kind: snoozeJob,
  late: 'once',
  async run(tx, _job, services) {
    const now = services.clock.now();
    const tellAt = await mayTellAt(tx, now);
    if (tellAt > now) return { again: tellAt };
    const ended = await endedSnoozes(tx, now, mostTold);
    for (const { threadId, fanId } of ended) {
      await deleteSnooze(tx, threadId);
      await refreshCard(tx, fanId, services);
    }
    const back = ended.filter(({ waiting }) => waiting).map(({ fanId }) => fanId);
    if (back.length > 0) await tellBack(tx, back, services);
    await scheduleSnoozeEnd(tx, now);
  },
};

async function tellBack(tx: Tx, fans: readonly FanId[], services: Services): Promise<void> {
  const desk = await activeDesk(tx);
  if (!desk) return;
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  const named = [...(await fanNames(tx, fans))];
  await enqueue(tx, services.clock.now(), {
    method: 'sendMessage',
    payload: {
      chat_id: desk.chatId,
      text: t('inbox-back', { names: named.map(([, name]) => name).join(', ') }),
      reply_markup: {
        inline_keyboard: named.map(([fanId, name]) => [
          { text: name, callback_data: cardTap('show', fanId) },
        ]),
      },
    },
    audience: 'desk',
    chatId: desk.chatId,
  });
}
