import type { ChatId, ChatMessageId, SearchQueryId, UserId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import { termsOf } from '../rules/terms-of.ts';
import { deleteQueriesBefore, insertQuery, queryText } from '../queries/query-rows.ts';
import { catchUp } from './index-texts.ts';

/** The kinds of this feature's jobs. */
export const jobs = { find: 'search-find', index: 'search-index' } as const;

/** Where the answer goes: as a new message there, or in place of one that shows another page. */
export interface AnswerPlace {
  readonly chatId: ChatId;
  readonly topicId?: number | undefined;
  readonly replyTo?: ChatMessageId | undefined;
  readonly edits?: ChatMessageId | undefined;
}

/** What a search job is about. The words stay in their own table: a job's ref may be logged. */
export interface FindRef {
  readonly queryId: SearchQueryId;
  readonly page: number;
  readonly place: AnswerPlace;
  /** The index did not have everything when the search began. */
  readonly behind?: boolean;
}

/** What is indexed before a search at most, so that what was said a moment ago is found: some ten milliseconds. */
const mostBehind = 200;

const keepMs = 7 * 24 * 60 * 60 * 1_000;

/** Looks for what was typed; the answer comes by itself. `no-words`: nothing but signs was typed. */
export async function startSearch(
  tx: Tx,
  typed: string,
  asker: { userId: UserId; place: AnswerPlace },
  services: Services,
): Promise<Result<object, 'no-words'>> {
  if (termsOf(typed).length === 0) return refuse('no-words');
  const now = services.clock.now();
  await deleteQueriesBefore(tx, now - keepMs);
  const behind = !(await catchUp(tx, services, mostBehind));
  if (behind) await schedule(tx, { kind: jobs.index, key: '', dueAt: now, keep: true }, now);
  const queryId = await insertQuery(tx, asker.userId, typed.slice(0, 4_096), now);
  await scheduleFind(tx, { queryId, page: 0, place: asker.place, behind }, now);
  return { ok: true };
}

/** Turns to another page of what was found; `over` when that is too long ago. */
export async function turnPage(
  tx: Tx,
  { queryId, page }: { queryId: SearchQueryId; page: number },
  place: AnswerPlace,
  services: Services,
): Promise<Result<object, 'over'>> {
  if ((await queryText(tx, queryId)) === undefined) return refuse('over');
  await scheduleFind(tx, { queryId, page, place }, services.clock.now());
  return { ok: true };
}

async function scheduleFind(tx: Tx, ref: FindRef, now: number): Promise<void> {
  await schedule(tx, { kind: jobs.find, dueAt: now, ref: { ...ref }, urgent: true }, now);
}
