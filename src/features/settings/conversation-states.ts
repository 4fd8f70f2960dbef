import type { Reader, Tx } from '#src/storage/reader.ts';
import {
  conversationState,
  deleteConversationState,
  putConversationState,
} from '#src/features/settings/queries.ts';

/** What the conversations plugin stored for this chat, if anything. */
export async function readConversation(reader: Reader, chatId: number): Promise<unknown> {
  const state = await conversationState(reader, `${chatId}`);
  return state === undefined ? undefined : JSON.parse(state);
}

/** Stores what the plugin needs to go on, in the transaction of the update that brought it there. */
export async function writeConversation(
  tx: Tx,
  chatId: number,
  state: unknown,
  now: number,
): Promise<void> {
  await putConversationState(tx, `${chatId}`, JSON.stringify(state), now);
}

/** Forgets the conversation of this chat. */
export async function forgetConversation(tx: Tx, chatId: number): Promise<void> {
  await deleteConversationState(tx, `${chatId}`);
}
