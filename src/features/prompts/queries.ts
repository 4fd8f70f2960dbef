import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Prompt } from '#src/telegram/fanline-context.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';

/** Records which question stands at this place. */
export async function insertPrompt(
  tx: Tx,
  place: { chatId: ChatId; chatMessageId: ChatMessageId },
  prompt: Prompt,
  now: number,
): Promise<void> {
  await tx.db
    .insertInto('prompt')
    .values({
      chat_id: place.chatId,
      chat_message_id: place.chatMessageId,
      kind: prompt.kind,
      ref: JSON.stringify(prompt.ref),
      created_at: now,
      answered_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The question that stands at this place. */
export async function promptAt(
  reader: Reader,
  chatId: ChatId,
  chatMessageId: ChatMessageId,
): Promise<Prompt | undefined> {
  const row = await reader.db
    .selectFrom('prompt')
    .select(['kind', 'ref'])
    .where('chat_id', '=', chatId)
    .where('chat_message_id', '=', chatMessageId)
    .executeTakeFirst();
  return row && { kind: row.kind, ref: JSON.parse(row.ref) };
}

/** Records that somebody replied to the question at this place, where the first reply counts; null: that nobody has. */
export async function updateAnswered(
  tx: Tx,
  chatId: ChatId,
  chatMessageId: ChatMessageId,
  at: number | null,
): Promise<void> {
  await tx.db
    .updateTable('prompt')
    .set({ answered_at: at })
    .where('chat_id', '=', chatId)
    .where('chat_message_id', '=', chatMessageId)
    .where('answered_at', at === null ? 'is not' : 'is', null)
    .execute();
}

/** The newest question in this chat to which nobody replied; undefined when all such were asked before `since` (epoch ms). */
export async function promptSince(
  reader: Reader,
  chatId: ChatId,
  since: number,
): Promise<ChatMessageId | undefined> {
  const row = await reader.db
    .selectFrom('prompt')
    .select('chat_message_id')
    .where('chat_id', '=', chatId)
    .where('created_at', '>=', since)
    .where('answered_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('chat_message_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.chat_message_id;
}

/** Rewrites the chat of questions after a group became a supergroup. */
export async function movePrompts(tx: Tx, from: ChatId, to: ChatId): Promise<void> {
  await tx.db.updateTable('prompt').set({ chat_id: to }).where('chat_id', '=', from).execute();
}
