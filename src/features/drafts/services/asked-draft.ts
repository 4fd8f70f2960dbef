import type { DraftId, MessageId, ThreadId } from '#src/core/ids.ts';
import { type Fan, requireFan } from '#src/features/fans/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { threadById } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import { type Draft, type DraftChange, isOpen } from '../draft.ts';
import { keptSign } from '../queries/care-rows.ts';
import { choicesOf } from '../queries/choice-rows.ts';
import { draftById, draftsByIds } from '../queries/draft-rows.ts';
import { isPaused } from '../queries/pause-rows.ts';
import type { CareKind } from '../rules/care-of.ts';
import { newestChange } from '../rules/news-since.ts';
import type { MakeRef } from './ask-draft.ts';
import { careAtHand } from './care-at-hand.ts';
import { unansweredIn } from './unanswered.ts';

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
  /** What asks for care in the conversation (`careAtHand`). */
  readonly atHand: readonly CareKind[];
  /** Up to this message a person has said that the fan is an adult; null: nobody has. */
  readonly adultUpTo: MessageId | null;
  /** How the new choices are to differ from those offered; null for the first. */
  readonly change: DraftChange | null;
  /** Texts that this draft offered already. */
  readonly offered: readonly string[];
}

/** What tells whether a draft that is being made is still the one that is wanted. */
export interface WantedDraft extends Pick<MakeRef, 'draftId' | 'round'> {
  /** For which message it was asked, and whether by nobody: asked for anew, it is made anew. */
  readonly wanted: Pick<Draft, 'messageId' | 'byItself'>;
}

/** What a job's draft is made from now, and what it was asked for; undefined when nobody wants it any more. */
export async function askedDraft(
  reader: Reader,
  { draftId, round, change }: MakeRef,
): Promise<(AskedDraft & Pick<WantedDraft, 'wanted'>) | undefined> {
  const draft = await ifWanted(reader, await draftById(reader, draftId), round);
  if (!draft) return undefined;
  const thread = await threadById(reader, draft.threadId);
  const unanswered = await unansweredIn(reader, draft.threadId);
  const newest = unanswered.at(-1);
  if (!thread || !newest) return undefined;
  return {
    draftId,
    wanted: draft,
    threadId: thread.id,
    fan: await requireFan(reader, thread.fanId),
    messageId: newest.id,
    knownEditAt: newestChange(unanswered),
    texts: unanswered.map(({ text }) => text).filter((text) => text.trim() !== ''),
    atHand: [...(await careAtHand(reader, thread)).keys()],
    adultUpTo: (await keptSign(reader, thread.fanId))?.clearedUpTo ?? null,
    change,
    offered: (await choicesOf(reader, draftId)).map(({ text }) => text),
  };
}

/** Of each whether what a job makes is still wanted as it was. Few look-ups: it is asked again and again while models think. */
export async function areWanted(reader: Reader, all: readonly WantedDraft[]): Promise<boolean[]> {
  const drafts = await draftsByIds(
    reader,
    all.map(({ draftId }) => draftId),
  );
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const answers: boolean[] = [];
  for (const { draftId, round, wanted } of all) {
    const draft = await ifWanted(reader, byId.get(draftId), round);
    answers.push(draft?.messageId === wanted.messageId && draft.byItself === wanted.byItself);
  }
  return answers;
}

/** The draft, if choices of this round are wanted for it. */
async function ifWanted(
  reader: Reader,
  draft: Draft | undefined,
  round: number,
): Promise<Draft | undefined> {
  if (!draft || !isOpen(draft) || draft.round !== round) return undefined;
  return (await isStopped(reader, draft)) ? undefined : draft;
}

/** Whether this draft was to come by itself, and none is to any more: in this thread, or in all. */
export async function isStopped(reader: Reader, draft: Draft): Promise<boolean> {
  if (!draft.byItself || draft.round > 0) return false;
  return (await isPaused(reader, draft.threadId)) || !(await preferenceOf(reader, 'autoDraft'));
}
