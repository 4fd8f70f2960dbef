import type { Message } from 'grammy/types';
import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { TelegramPerson } from '#src/features/fans/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { hasQueued } from '#src/telegram/outbox/has-queued.ts';
import { isUnderWay } from '#src/telegram/outbox/is-under-way.ts';
import { priority } from '#src/telegram/outbox/outbox-row.ts';
import { contentOf } from '../rules/content-of.ts';
import { deskLane } from './enqueue-rows.ts';
import { linkAt, piecesAt } from '../queries/link-rows.ts';
import { activeDesk } from '../queries/desk-rows.ts';
import { messagesMergedInto } from '../queries/merge-rows.ts';
import { messageById, updateContent } from '../queries/message-rows.ts';
import { requireThread } from '../queries/thread-rows.ts';
import type { MessageReader } from '../ports.ts';
import { receiveMessage } from './receive-message.ts';
import { isMergeable, mergedMessage } from '../rules/merge-texts.ts';
import { piecesOfText } from '../rules/relay-pieces.ts';
import type { StoredMessage } from '../message.ts';
import { refreshWhenQuiet } from './refresh-card.ts';
import type { Desk } from '../thread.ts';

/**
 * A fan edited a message: the stored one changes and its relay follows. An edit of a message that never came is taken
 * as a new message. Readers that follow edits hear of it. A live location moves too often to follow and is stored only.
 */
export async function receiveEdit(
  tx: Tx,
  person: TelegramPerson,
  message: Message,
  {
    readers,
    services,
  }: { readonly readers: readonly MessageReader[]; readonly services: Services },
): Promise<void> {
  const content = contentOf(message);
  if (!content) return;
  const now = services.clock.now();
  const chatId = message.chat.id as ChatId;
  const origin = await linkAt(tx, chatId, message.message_id as ChatMessageId);
  const before = origin && (await messageById(tx, origin.messageId));
  if (!before || before.direction !== 'in') {
    await receiveMessage(tx, person, message, services);
    return;
  }
  const root = (before.mergedInto && (await messageById(tx, before.mergedInto))) || before;
  const textBefore = await wholeText(tx, root);
  await updateContent(tx, before.id, content, (message.edit_date ?? message.date) * 1000);
  const { fanId } = await requireThread(tx, before.threadId);
  const edited = { id: before.id, fanId, text: content.text, textBefore: before.text };
  for (const reader of readers) await reader.edited?.(tx, edited, services);
  const desk = await activeDesk(tx);
  if (!desk || content.attachment?.live || !(await hasLeft(tx, root, desk))) return;

  await refreshWhenQuiet(tx, before.threadId, services);
  const changed = (await messageById(tx, root.id)) ?? root;
  const textNow = await wholeText(tx, changed);
  const pieces = Math.max(piecesOfText(textBefore), piecesOfText(textNow));
  const mediaChanged = before.attachment?.fileUniqueId !== content.attachment?.fileUniqueId;
  for (let part = 0; part < pieces; part += 1) {
    const row = {
      kind: 'relay-edit',
      method: 'editMessageText',
      payload: {},
      ref: { messageId: root.id, threadId: root.threadId, part, mediaChanged },
      audience: 'desk',
      chatId: desk.chatId,
      lane: deskLane(desk, before.threadId),
      priority: priority.relay,
    } as const;
    // One that waits shows the words of its own moment, so it does for this edit, too.
    if (!(await hasQueued(tx, row))) await enqueue(tx, now, row);
  }
}

/** The text of a message with those that went with it. */
async function wholeText(tx: Tx, root: StoredMessage): Promise<string> {
  if (!isMergeable(root)) return root.text;
  return mergedMessage(root, await messagesMergedInto(tx, root.id)).text;
}

/**
 * Whether the relay has left with the words of before, wholly or in part: it stands at the desk, pieces of it do, or it is
 * in a call. (In an album's call the row may be that of another part, so the thread is what counts.)
 */
async function hasLeft(tx: Tx, message: StoredMessage, desk: Desk): Promise<boolean> {
  if (message.delivery !== 'queued') return message.delivery === 'delivered';
  if ((await piecesAt(tx, message.id, desk.chatId)).length > 0) return true;
  return await isUnderWay(tx, 'relay', (ref) => ref['threadId'] === message.threadId);
}
