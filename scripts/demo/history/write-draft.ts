import type { FanId, MessageId, UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { recordDraft } from '#src/features/drafts/index.ts';
import { threadOfFan } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { atTime } from './at-time.ts';
import type { PlannedMessage } from './plan-talk.ts';

/** Writes down the draft that the creator had before an answer of theirs, where there was one. */
export async function writeDraft(
  tx: Tx,
  {
    fanId,
    asked,
    id,
    message: { draft, text, sentAt },
    author,
  }: {
    readonly fanId: FanId;
    /** The fan's message before the answer. */
    readonly asked: MessageId;
    readonly id: MessageId;
    readonly message: PlannedMessage;
    readonly author: UserId;
  },
  services: Services,
): Promise<void> {
  const thread = draft && (await threadOfFan(tx, fanId));
  if (!draft || !thread) return;
  const { texts, state } = draft;
  const final = state === 'dismissed' ? null : { messageId: id, text };
  const past = { threadId: thread.id, messageId: asked, by: author, texts, state, final };
  await recordDraft(tx, past, sentAt, atTime(services, draft.shownAt));
}
