/** Refusals that mean "it is already so" or "it no longer matters", by the start of the method's name. */
const harmless: readonly (readonly [methodPrefix: string, texts: readonly string[]])[] = [
  ['', ['not modified', 'not_modified']],
  ['answerInlineQuery', ['query is too old', 'query id is invalid', 'query_id_invalid']],
  ['answerCallbackQuery', ['query is too old', 'query id is invalid', 'query_id_invalid']],
  ['deleteMessage', ['message to delete not found', 'message_id_invalid', 'messages not found']],
  ['deleteForumTopic', ['topic_deleted', 'topic_id_invalid', 'message thread not found']],
  ['closeForumTopic', ['topic_closed']],
  ['unpin', ['message to unpin not found']],
];

/** Whether this 400 (text in lower case) leaves things as the call wanted them, so that it counts as done. */
export function isHarmless(method: string, text: string): boolean {
  return harmless.some(
    ([prefix, texts]) => method.startsWith(prefix) && texts.some((known) => text.includes(known)),
  );
}
