/**
 * Why a call ended badly, from Telegram's code and text (reference: Bot API server source; texts are not an API, so
 * they are matched as lowercase substrings in one place).
 */
export type FailureReason =
  | 'blocked' // 403: the person blocked the bot
  | 'gone' // 403: the account was deleted
  | 'never-started' // 403: the person never opened the bot
  | 'chat-missing' // 400: chat not found
  | 'no-access' // 403/400: the bot was removed from the group or lacks a right
  | 'topic-missing' // 400: message thread not found, topic deleted, the chat is not a forum
  | 'topic-closed'
  | 'message-missing' // 400: the message to copy, edit, delete, pin or reply to is not there
  | 'cannot-copy'
  | 'cannot-delete' // 400: too old, or no right
  | 'cannot-edit'
  | 'too-long'
  | 'reaction-refused'
  | 'media-refused' // 400: a file or its identifier was not accepted
  | 'not-a-forum'
  | 'refused' // any other 4xx
  | 'gave-up' // faults of Telegram's or the network's for too long
  | 'unknown' // the answer was lost; it may or may not have taken effect
  | 'expired';

/** A call's bad end. `description` is Telegram's own text: fit for logs, holds no text of a person. */
export interface SendFailure {
  readonly reason: FailureReason;
  readonly code: number | null;
  readonly description: string;
}
