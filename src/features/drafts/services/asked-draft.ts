import type { DraftId, MessageId, ThreadId } from '#src/core/ids.ts';
import { type Fan, requireFan } from '#src/features/fans/index.ts';
import { lastMessages, threadById } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { type Draft, type DraftChange, isOpen } from '../draft.ts';
import { choicesOf } from '../queries/choice-rows.ts';
import { draftById } from '../queries/draft-rows.ts';
import { newestChange } from '../rules/news-since.ts';
import type { MakeRef } from './ask-draft.ts';
import { unansweredIn } from './unanswered.ts';

/** Messages that are looked through for signs that ask for care. */
export const mostLately = 60;

/** What a draft is made from. */
export interface AskedDraft {
  readonly draftId: DraftId;
  readonly threadId: ThreadId;
  readonly fan: Fan;
  /** The newest message of the fan's. */
  readonly messageId: MessageId;
  /** The newest change of what the fan wrote since the last reply, epoch ms; 0: none. */
  readonly knownEditAt: number;
  /** What the fan wrote since the last reply, oldest first. */
  readonly texts: readonly string[];
  /** What the fan wrote lately, answered or not. */
  readonly lately: readonly string[];
  /** How the new choices are to differ from those offered; null for the first. */
  readonly change: DraftChange | null;
  /** Texts that this draft offered already. */
  readonly offered: readonly string[];
}

/** What a job's draft is made from now; undefined when nobody wants it any more. */
export async function askedDraft(
  reader: Reader,
  { draftId, round, change }: MakeRef,
): Promise<AskedDraft | undefined> {
  const draft = await wantedDraft(reader, { draftId, round });
  if (!draft) return undefined;
  const thread = await threadById(reader, draft.threadId);
  const unanswered = await unansweredIn(reader, draft.threadId);
  const newest = unanswered.at(-1);
  if (!thread || !newest) return undefined;
  const lately = await lastMessages(reader, thread.id, mostLately);
  return {
    draftId,
    threadId: thread.id,
    fan: await requireFan(reader, thread.fanId),
    messageId: newest.id,
    knownEditAt: newestChange(unanswered),
    texts: unanswered.map(({ text }) => text).filter((text) => text.trim() !== ''),
    lately: lately.flatMap(({ direction, text }) =>
      direction === 'in' && text !== '' ? [text] : [],
    ),
    change,
    offered: (await choicesOf(reader, draftId)).map(({ text }) => text),
  };
}

/** Whether somebody still wants what a job makes. One look-up: it is asked again and again while a model thinks. */
export async function isWanted(
  reader: Reader,
  ref: Pick<MakeRef, 'draftId' | 'round'>,
): Promise<boolean> {
  return (await wantedDraft(reader, ref)) !== undefined;
}

async function wantedDraft(
  reader: Reader,
  { draftId, round }: Pick<MakeRef, 'draftId' | 'round'>,
): Promise<Draft | undefined> {
  const draft = await draftById(reader, draftId);
  return draft && isOpen(draft) && draft.round === round ? draft : undefined;
}
