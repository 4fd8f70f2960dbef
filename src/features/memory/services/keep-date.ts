import type { Actor } from '#src/core/actor.ts';
import type { FanId, ImportantDateId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { fanById } from '#src/features/fans/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import { refreshCard } from '#src/features/threads/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { ImportantDate } from '../note.ts';
import { dateById, deleteDate, insertDate } from '../queries/date-rows.ts';
import { type DateRefusal, readImportantDate } from '../rules/day.ts';
import { nextMorning } from '../rules/yearly.ts';

/** The kind of the job that tells of dates each morning. */
export const datesJob = 'dates';

/** Writes down an important date of a fan as a person typed it; the creator hears of it each year. */
export async function keepDate(
  tx: Tx,
  given: { fanId: FanId; typed: string; actor: Actor },
  services: Services,
): Promise<Result<{ date: ImportantDate }, DateRefusal | 'gone'>> {
  const { language, timeZone } = await preferencesOf(tx);
  const read = readImportantDate(given.typed, language);
  if (!read.ok) return read;
  if (!(await fanById(tx, given.fanId))) return refuse('gone');
  const now = services.clock.now();
  const { month, day, year } = read.day;
  const date = { fanId: given.fanId, label: read.label, month, day, year: year ?? null };
  const id = await insertDate(tx, { ...date, actor: given.actor }, now);
  const dueAt = nextMorning(now, timeZone);
  await schedule(tx, { kind: datesJob, key: '', dueAt, keep: true }, now);
  await refreshCard(tx, given.fanId, services);
  return { ok: true, date: { id, ...date } };
}

/** Forgets an important date; undefined when it is not there. */
export async function forgetDate(
  tx: Tx,
  id: ImportantDateId,
  services: Services,
): Promise<ImportantDate | undefined> {
  const date = await dateById(tx, id);
  if (!date) return undefined;
  await deleteDate(tx, id);
  await refreshCard(tx, date.fanId, services);
  return date;
}
