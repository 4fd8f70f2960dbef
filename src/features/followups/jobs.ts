import type { Services } from '#src/core/services.ts';
import { fanNames } from '#src/features/fans/index.ts';
import { mayTellAt, preferencesOf } from '#src/features/preferences/index.ts';
import { activeDesk, sayAboutFan } from '#src/features/threads/index.ts';
import type { JobKind } from '#src/jobs/job-kind.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { Followup } from './followup.ts';
import { markTold, nextDueAt, untoldDue } from './queries.ts';
import { tapData } from './rules/tap-data.ts';
import { followupsJob } from './services/follow-up.ts';
import { followupView, shownTime } from './services/followup-views.ts';

/** More that are due at once come as one list. */
const mostSingle = 3;
const mostListed = 30;

/**
 * Tells what is due, each once: up to three by themselves, more as one list, whatever was due while the program was down
 * included. In the quiet hours it waits for their end; without a desk nothing is told until there is one.
 */
export const followupsKind: JobKind = {
  kind: followupsJob,
  late: 'once',
  async run(tx, _job, services) {
    const now = services.clock.now();
    const tellAt = await mayTellAt(tx, now);
    if (tellAt > now) return { again: tellAt };
    if (!(await activeDesk(tx))) return { again: now + deskWaitMs };
    const due = await untoldDue(tx, now, mostListed);
    if (due.length > mostSingle) await tellList(tx, due, services);
    else for (const followup of due) await tellOne(tx, followup, services);
    for (const { id } of due) await markTold(tx, id, now);
    const next = await nextDueAt(tx);
    if (next !== null) return { again: next };
  },
};

const deskWaitMs = 3_600_000;

async function tellOne(tx: Tx, followup: Followup, services: Services): Promise<void> {
  const { language } = await preferencesOf(tx);
  const card = await followupView(tx, followup.id, services.texts.for(language));
  if (card) await sayAboutFan(tx, followup.fanId, card, services);
}

async function tellList(tx: Tx, due: readonly Followup[], services: Services): Promise<void> {
  const desk = await activeDesk(tx);
  if (!desk) return;
  const { language } = await preferencesOf(tx);
  const t = services.texts.for(language);
  const names = await fanNames(
    tx,
    due.map(({ fanId }) => fanId),
  );
  const rows = await Promise.all(
    due.map(async ({ id, fanId, dueAt }) => [
      {
        text: `❗ ${names.get(fanId) ?? ''} · ${await shownTime(tx, dueAt)}`,
        callback_data: tapData({ do: 'open', id }),
      },
    ]),
  );
  await enqueue(tx, services.clock.now(), {
    method: 'sendMessage',
    payload: {
      chat_id: desk.chatId,
      text: t('followups-many-due', { count: due.length }),
      reply_markup: { inline_keyboard: rows },
    },
    audience: 'desk',
    chatId: desk.chatId,
  });
}
