import { findMessage, findTopic, may, writableChat } from '../access.ts';
import { badRequest } from '../api-error.ts';
import { postService } from '../messages.ts';
import { nameOf, renderMessage } from '../render.ts';
import type { ChatState, MessageState, Person } from '../state.ts';
import type { World } from '../world.ts';
import type { Call, Method } from './call.ts';

function pinnableChat(call: Call): ChatState {
  const chat = writableChat(call.world, call.bot, call.params['chat_id']);
  if (!may(chat, call.bot, 'pinMessages'))
    throw badRequest('not enough rights to manage pinned messages in the chat');
  return chat;
}

/** Pins a message and says so in the chat. */
export function pin(world: World, by: Person, message: MessageState): void {
  const { chat } = message;
  chat.pinned = [...chat.pinned.filter((id) => id !== message.id), message.id];
  postService(world, chat, {
    from: by,
    field: 'pinned_message',
    text: `${nameOf(by)} pinned a message`,
    topicId: message.topicId,
    value: (bot) => renderMessage(world, bot, message, true),
  });
}

/** https://core.telegram.org/bots/api#pinchatmessage */
const pinChatMessage: Method = (call) => {
  const chat = pinnableChat(call);
  const message = findMessage(
    call.world,
    chat,
    call.params['message_id'],
    'message to pin not found',
  );
  if (message.content.kind === 'service') throw badRequest("service message can't be pinned");
  if (!chat.pinned.includes(message.id)) pin(call.world, call.bot, message);
  return true;
};

/** https://core.telegram.org/bots/api#unpinchatmessage: without an id, the newest. */
const unpinChatMessage: Method = (call) => {
  const chat = pinnableChat(call);
  const id = call.params['message_id'];
  if (id === undefined) {
    if (chat.pinned.length === 0) throw badRequest('message to unpin not found');
    chat.pinned = chat.pinned.slice(0, -1);
  } else {
    const message = findMessage(call.world, chat, id, 'message to unpin not found');
    chat.pinned = chat.pinned.filter((each) => each !== message.id);
  }
  call.world.touch(chat);
  return true;
};

function unpinWhere(call: Call, chat: ChatState, gone: (message: MessageState) => boolean): true {
  chat.pinned = chat.pinned.filter((id) => {
    const message = chat.messages.get(id);
    return message !== undefined && !gone(message);
  });
  call.world.touch(chat);
  return true;
}

/** https://core.telegram.org/bots/api#unpinallforumtopicmessages */
const unpinAllForumTopicMessages: Method = (call) => {
  const chat = pinnableChat(call);
  const topicId = findTopic(chat, call.params['message_thread_id']);
  return unpinWhere(call, chat, (message) => message.topicId === topicId);
};

/** https://core.telegram.org/bots/api#unpinallgeneralforumtopicmessages */
const unpinAllGeneralForumTopicMessages: Method = (call) => {
  const chat = pinnableChat(call);
  if (!chat.isForum) throw badRequest('the chat is not a forum');
  return unpinWhere(call, chat, (message) => message.topicId === undefined);
};

/** Pins. */
export const pinMethods: Record<string, Method> = {
  pinChatMessage,
  unpinChatMessage,
  unpinAllChatMessages: (call) => unpinWhere(call, pinnableChat(call), () => true),
  unpinAllForumTopicMessages,
  unpinAllGeneralForumTopicMessages,
};
