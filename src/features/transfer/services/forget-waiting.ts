import type { Again } from '#src/jobs/job-kind.ts';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { deleteTagChanges } from '#src/features/memory/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { importedTagChange } from '../queries/import-rows.ts';
import {
  countWaiting,
  deleteAllWaiting,
  deleteWaitingSince,
  waitingSince,
  waitingTagChange,
} from '../queries/waiting-rows.ts';
import { tapData } from '../rules/tap-data.ts';
import { jobs } from './transfer-jobs.ts';

/** Who has not written by then will hardly do so. */
const waitDays = 180;
const waitMs = waitDays * 86_400_000;
const hourMs = 3_600_000;
const rowsAtOnce = 500;

/** Has rows that begin to wait now forgotten in time. */
export async function endWaitingLater(tx: Tx, now: number): Promise<void> {
  const dueAt = now + waitMs;
  await schedule(tx, { kind: jobs.endWaiting, key: '', dueAt, keep: true }, now);
}

/**
 * Forgets rows that have waited too long, some at a time, and then what tags were called before, where nothing names them so any
 * more; says when to come again.
 */
export async function endWaiting(tx: Tx, services: Services): Promise<Again | void> {
  const now = services.clock.now();
  await deleteWaitingSince(tx, now - waitMs, rowsAtOnce);
  const since = await waitingSince(tx);
  const next = since === null ? null : { again: since + waitMs };
  // Rows of one table end minutes apart: one look at the others is enough.
  if (next !== null && next.again <= now + hourMs) return next;
  const least = leastOf(await importedTagChange(tx), await waitingTagChange(tx));
  await deleteTagChanges(tx, least);
  // A table that is open now will have ended long before.
  return next ?? (least === null ? undefined : { again: now + waitMs });
}

function leastOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** How many rows wait, with a button that forgets them after a question; undefined when none does. */
export async function waitingView(
  reader: Reader,
  t: Translate,
  asking = false,
): Promise<Card | undefined> {
  const count = await countWaiting(reader);
  if (count === 0) return undefined;
  const text = `${t('transfer-still-waiting', { count })} ${t('transfer-waiting-ends', { days: waitDays })}`;
  if (!asking) {
    const ask = { text: t('transfer-forget'), callback_data: tapData({ do: 'ask-forget' }) };
    return { text, rows: [[ask]] };
  }
  return {
    text: `${text}\n\n${t('transfer-forget-asks')}`,
    rows: [
      [
        { text: t('transfer-forget-sure'), callback_data: tapData({ do: 'forget' }) },
        { text: t('button-back'), callback_data: tapData({ do: 'waiting' }) },
      ],
    ],
  };
}

/** Forgets all rows that wait; the answer is how many they were. */
export async function forgetWaiting(tx: Tx): Promise<number> {
  return await deleteAllWaiting(tx);
}
