import type { ChatMessageId } from '#src/core/ids.ts';

/**
 * The chat message ids in Telegram's answer to a send: a Message or MessageId has one, an array (albums) several.
 * Throws when there is none, since a message without its link could not be answered.
 */
export function sentIds(result: unknown): ChatMessageId[] {
  const answers = Array.isArray(result) ? result : [result];
  return answers.map((answer: { message_id?: unknown } | null) => {
    if (typeof answer?.message_id !== 'number') throw new Error('an answer without message_id');
    return answer.message_id as ChatMessageId;
  });
}
