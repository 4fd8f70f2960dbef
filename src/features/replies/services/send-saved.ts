import type { ChatId, ChatMessageId, MessageId, SavedReplyId, ThreadId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { type Fan, requireFan } from '#src/features/fans/index.ts';
import type { Author } from '#src/features/members/index.ts';
import { refreshCard, sendReply, threadById } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { maxCaption, maxText } from '#src/telegram/rich-text.ts';
import { countUse, putSent, replyById, sentFrom } from '../queries.ts';
import { fillPlaceholders } from '../rules/placeholders.ts';

/** Why nothing was sent: this preview was sent already; reply or fan is gone; with the fan's name it is too long. */
export type SendRefusal = 'already' | 'gone' | 'too-long';

/**
 * Sends a saved reply to the fan of a thread, once for each preview: `after` tells one preview from the next that stands in
 * the same message, as on a pinned card.
 */
export async function sendSaved(
  tx: Tx,
  chosen: {
    id: SavedReplyId;
    threadId: ThreadId;
    /** Where the preview stands whose Send was tapped. */
    preview: { chatId: ChatId; chatMessageId: ChatMessageId };
    after: MessageId | 0;
    by: Author;
  },
  services: Services,
): Promise<Result<{ name: string; fan: Fan }, SendRefusal>> {
  if ((await sentFrom(tx, chosen.preview)) !== chosen.after) return refuse('already');
  const reply = await replyById(tx, chosen.id);
  const thread = await threadById(tx, chosen.threadId);
  if (!reply || !thread) return refuse('gone');
  const fan = await requireFan(tx, thread.fanId);
  const { text, entities = [] } = fillPlaceholders(reply.content, fan);
  const longest = reply.content.kind === 'text' ? maxText : maxCaption;
  if (text.length > longest) return refuse('too-long');
  const messageId = await sendReply(
    tx,
    { threadId: thread.id, content: { ...reply.content, text, entities }, ...chosen.by },
    services,
  );
  await putSent(tx, chosen.preview, messageId);
  await countUse(tx, reply.id, services.clock.now());
  // A pinned card in whose place the preview stood comes back by itself.
  await refreshCard(tx, fan.id, services);
  return { ok: true, name: reply.name, fan };
}
