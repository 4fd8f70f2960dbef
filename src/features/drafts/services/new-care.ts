import type { MessageId, ThreadId } from '#src/core/ids.ts';
import { lastMessages } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Draft } from '../draft.ts';
import { lastShownCare } from '../queries/draft-rows.ts';
import { isNewEpisode } from '../rules/care-episode.ts';
import { careFor, isGraver } from '../rules/care-for.ts';
import { type CareKind, careOf } from '../rules/care-of.ts';
import { mostLately } from './asked-draft.ts';
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
  const written = (await lastMessages(reader, threadId, mostLately)).filter(
    ({ direction, text }) => direction === 'in' && text !== '',
  );
  const signs = careOf(written.map(({ text }) => text)).filter((sign) => sign.kind === kind);
  const ids = signs.flatMap(({ index }) => written[index]?.id ?? []);
  // What only a model saw has no message of its own.
  const signAt = ids.length === 0 ? messageId : (Math.max(...ids) as MessageId);
  return isNewEpisode(signAt, last, now);
}

/** Whether what the fan wrote since a draft was shown asks for care, as the draft does not say. `now` in epoch ms. */
export async function asksForMoreCare(reader: Reader, open: Draft, now: number): Promise<boolean> {
  if (open.state !== 'shown') return false;
  const unanswered = await unansweredIn(reader, open.threadId);
  const texts = unanswered.map(({ text }) => text);
  const kind = careFor({ texts, lately: texts });
  const newest = unanswered.at(-1);
  if (!kind || !newest || !isGraver(kind, open.notice)) return false;
  const { threadId } = open;
  return await isNewCare(reader, { threadId, messageId: newest.id }, kind, now);
}
