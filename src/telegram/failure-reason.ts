import type { FailureReason } from '#src/telegram/outbox/send-failure.ts';

/**
 * Texts of the Bot API server (Client.cpp, and Telegram's own upper-case codes that it passes on), in lower case.
 * Tried in order: the first hit decides.
 */
const byText: readonly (readonly [FailureReason, readonly string[]])[] = [
  ['blocked', ['bot was blocked by the user', 'user_is_blocked']],
  ['gone', ['user is deactivated', 'input_user_deactivated']],
  ['never-started', ["bot can't initiate conversation"]],
  ['not-a-forum', ['is not a forum', 'chat_not_forum', 'bot_forum_create_forbidden']],
  ['topic-missing', ['message thread not found', 'topic_deleted', 'topic_id_invalid']],
  ['topic-closed', ['topic_closed']],
  [
    'message-missing',
    [
      'message to copy not found',
      'message to edit not found',
      'message to delete not found',
      'message to forward not found',
      'message to react not found',
      'message to pin not found',
      'message to be replied not found',
      'message to reply not found',
      'replied message not found',
      'reply message not found',
      'message not found',
      'message_id_invalid',
      'no messages to forward',
    ],
  ],
  [
    'cannot-copy',
    [
      "can't be copied",
      "can't be forwarded",
      'chat_forwards_restricted',
      'protected content',
      'message_copy',
    ],
  ],
  ['cannot-delete', ["message can't be deleted", 'message_delete_forbidden']],
  [
    'cannot-edit',
    [
      "message can't be edited",
      'message_edit_time_expired',
      // What was told in words has no caption; what was copied has no text.
      'there is no caption in the message',
      'there is no text in the message',
    ],
  ],
  ['too-long', ['is too long', '_too_long']],
  ['reaction-refused', ['reaction']],
  [
    'no-access',
    [
      'not enough rights',
      'have no rights',
      'need administrator rights',
      'administrator rights required',
      'chat_admin_required',
      'chat_write_forbidden',
      'right_forbidden',
      'chat_restricted',
      'bot is not a member',
      'bot was kicked',
      'chat was deleted',
      'chat was deactivated',
    ],
  ],
  ['chat-missing', ['chat not found', 'peer_id_invalid', 'user not found', 'chat_id is empty']],
  [
    'media-refused',
    [
      'wrong file',
      'wrong remote file',
      'file identifier',
      'file_reference',
      'file is too big',
      'failed to get http url',
      'wrong type of the web page',
      'media_empty',
      'media_invalid',
      'photo_invalid',
      'image_process_failed',
      'voice_messages_forbidden',
      'video_file_invalid',
      'sticker_invalid',
      'inputmedia',
    ],
  ],
];

/** The reason in our words for Telegram's code and its text in lower case. */
export function failureReason(code: number, text: string): FailureReason {
  for (const [reason, texts] of byText) {
    if (texts.some((known) => text.includes(known))) return reason;
  }
  return code === 403 ? 'no-access' : 'refused';
}
