import { findChat, findMessage, may } from '../access.ts';
import { badRequest } from '../api-error.ts';
import { remove } from '../messages.ts';
import type { MessageState } from '../state.ts';
import type { Call, Method } from './call.ts';

const twoDays = 172_800;
/** These announce a chat or a topic and stay (core.telegram.org/bots/api#deletemessage). */
const lasting = new Set([
  'forum_topic_created',
  'supergroup_chat_created',
  'migrate_from_chat_id',
  'migrate_to_chat_id',
]);

function whyNot(call: Call, message: MessageState): string | undefined {
  const { content, chat } = message;
  if (content.kind === 'service' && lasting.has(content.field)) return "message can't be deleted";
  const age = call.world.date() - message.date;
  if (age >= twoDays) return "message can't be deleted for everyone";
  // Against cheating: a dice in a private chat stays for a day.
  if (content.kind === 'dice' && chat.type === 'private' && age < twoDays / 2)
    return "message can't be deleted for everyone";
  if (message.from !== call.bot && !may(chat, call.bot, 'deleteMessages'))
    return "message can't be deleted";
  return undefined;
}

/** https://core.telegram.org/bots/api#deletemessage */
const deleteMessage: Method = (call) => {
  const chat = findChat(call.world, call.bot, call.params['chat_id']);
  const message = findMessage(
    call.world,
    chat,
    call.params['message_id'],
    'message to delete not found',
  );
  const reason = whyNot(call, message);
  if (reason !== undefined) throw badRequest(reason);
  remove(call.world, chat, [message.id]);
  return true;
};

/** https://core.telegram.org/bots/api#deletemessages: what cannot be found or deleted is skipped. */
const deleteMessages: Method = (call) => {
  const chat = findChat(call.world, call.bot, call.params['chat_id']);
  const ids = call.params['message_ids'] as number[];
  if (ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > 100) throw badRequest('too many message identifiers specified');
  const gone = ids.filter((id) => {
    const message = chat.messages.get(id);
    return message !== undefined && whyNot(call, message) === undefined;
  });
  remove(call.world, chat, gone);
  return true;
};

/** Methods that take messages away. */
export const deleteMethods: Record<string, Method> = { deleteMessage, deleteMessages };
