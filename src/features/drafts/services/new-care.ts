import type { MessageId, ThreadId } from '#src/core/ids.ts';
import { requireThread } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Draft } from '../draft.ts';
import { keptSign } from '../queries/care-rows.ts';
import { lastShownCare } from '../queries/draft-rows.ts';
import { isNewEpisode } from '../rules/care-episode.ts';
import { careFor, isGraver } from '../rules/care-for.ts';
import type { CareKind } from '../rules/care-of.ts';
import { careAtHand } from './care-at-hand.ts';
import { unansweredIn } from './unanswered.ts';

/** Whether the creator should see by itself that a fan asks for care in this way: once for each episode. `now` in epoch ms. */
export async function isNewCare(
  reader: Reader,
  { threadId, messageId }: { threadId: ThreadId; messageId: MessageId },
  kind: CareKind,
  now: number,
): Promise<boolean> {
  const last = await lastShownCare(reader, threadId, kind);
  if (!last) return true;
  const thread = await requireThread(reader, threadId);
  if (kind === 'possible-minor') {
    // A person has said since that it is not so: what comes now is another matter.
    const { clearedUpTo = null } = (await keptSign(reader, thread.fanId)) ?? {};
    if (clearedUpTo !== null && last.messageId <= clearedUpTo) return true;
  }
  // What only a model saw, and is not kept, has no message of its own.
  const signAt = (await careAtHand(reader, thread)).get(kind) ?? messageId;
  return isNewEpisode(signAt, last, now);
}

/** Whether the conversation asks for care since a draft was shown, as the draft does not say. `now` in epoch ms. */
export async function asksForMoreCare(reader: Reader, open: Draft, now: number): Promise<boolean> {
  if (open.state !== 'shown') return false;
  const { threadId } = open;
  const unanswered = await unansweredIn(reader, threadId);
  const texts = unanswered.map(({ text }) => text);
  const atHand = [...(await careAtHand(reader, await requireThread(reader, threadId))).keys()];
  const kind = careFor({ texts, atHand });
  const newest = unanswered.at(-1);
  if (!kind || !newest || !isGraver(kind, open.notice)) return false;
  return await isNewCare(reader, { threadId, messageId: newest.id }, kind, now);
}
