import { findChat, findTopic, memberOf, writableChat } from '../access.ts';
import { badRequest } from '../api-error.ts';
import { isAdmin, isIn } from '../messages.ts';
import { renderChat, renderMember, renderMessage } from '../render.ts';
import type { ChatState, Json } from '../state.ts';
import { type Call, type Method, numberParam, textParam } from './call.ts';
import { codePoints, formatText, textLimit } from '../text/formatted-text.ts';

/** How long a chat action shows (core.telegram.org/bots/api#sendchataction). */
const actionMs = 5_000;
/** How long a streamed draft shows (core.telegram.org/bots/api#sendmessagedraft). */
const draftMs = 30_000;

/** https://core.telegram.org/bots/api#getchat */
const getChat: Method = (call): Json => {
  const chat = findChat(call.world, call.bot, call.params['chat_id']);
  const newestPin = chat.messages.get(chat.pinned.at(-1) ?? 0);
  const members = chat.type === 'private' ? {} : { permissions: memberPermissions };
  return {
    ...renderChat(chat),
    accent_color_id: Math.abs(chat.id) % 7,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    ...members,
    pinned_message: newestPin && renderMessage(call.world, call.bot, newestPin),
  };
};

const memberPermissions: Json = {
  can_send_messages: true,
  can_send_audios: true,
  can_send_documents: true,
  can_send_photos: true,
  can_send_videos: true,
  can_send_video_notes: true,
  can_send_voice_notes: true,
  can_send_polls: true,
  can_send_other_messages: true,
  can_add_web_page_previews: true,
  can_react_to_messages: true,
  can_change_info: false,
  can_invite_users: true,
  can_pin_messages: false,
  can_manage_topics: false,
};

/** https://core.telegram.org/bots/api#getchatmember */
const getChatMember: Method = (call) => {
  const chat = findChat(call.world, call.bot, call.params['chat_id']);
  const id = numberParam(call, 'user_id') ?? 0;
  const person = call.world.users.get(id) ?? call.world.bots.get(id);
  if (person === undefined) throw badRequest('invalid user_id specified');
  if (chat.type !== 'private') return renderMember(person, chat.members.get(id));
  if (person !== chat.user && person !== chat.bot) throw badRequest('user not found');
  return renderMember(person, {
    ...memberOf({ ...chat, members: new Map() }, person),
    status: 'member',
  });
};

/** https://core.telegram.org/bots/api#getchatadministrators: other bots are left out. */
const getChatAdministrators: Method = (call) => {
  const chat = groupOf(call);
  return [...chat.members.values()]
    .filter((member) => isAdmin(member) && (!member.person.isBot || member.person === call.bot))
    .map((member) => renderMember(member.person, member));
};

function groupOf(call: Call): ChatState {
  const chat = findChat(call.world, call.bot, call.params['chat_id']);
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  return chat;
}

/** https://core.telegram.org/bots/api#leavechat */
const leaveChat: Method = (call) => {
  const chat = findChat(call.world, call.bot, call.params['chat_id']);
  if (chat.type === 'private')
    throw badRequest("chat member status can't be changed in private chats");
  memberOf(chat, call.bot).status = 'left';
  call.bot.groups.delete(chat);
  call.world.touch(chat);
  return true;
};

/** https://core.telegram.org/bots/api#sendchataction */
const sendChatAction: Method = (call) => {
  const chat = writableChat(call.world, call.bot, call.params['chat_id']);
  const thread = numberParam(call, 'message_thread_id');
  // Here, unlike when sending, General may be named.
  const topicId = thread === 1 && chat.isForum ? undefined : findTopic(chat, thread);
  const until = call.world.now() + actionMs;
  const action = textParam(call, 'action') ?? 'typing';
  chat.actions = chat.actions.filter((old) => old.from !== call.bot || old.topicId !== topicId);
  chat.actions.push({ from: call.bot, action, topicId, until });
  call.world.touch(chat);
  call.world.later(actionMs, () => call.world.touch(chat));
  return true;
};

/** https://core.telegram.org/bots/api#sendmessagedraft: a preview that is gone with the next message or after 30 s. */
const sendMessageDraft: Method = (call) => {
  const id = numberParam(call, 'draft_id') ?? 0;
  if (id === 0) throw badRequest('invalid draft_id specified');
  const { text } = formatText(textParam(call, 'text') ?? '', call.params['parse_mode'], undefined);
  if (codePoints(text) > textLimit) throw badRequest('message is too long');
  const chat = writableChat(call.world, call.bot, call.params['chat_id']);
  if (chat.type !== 'private') throw badRequest('drafts can be sent only to private chats');
  const topicId = findTopic(chat, call.params['message_thread_id']);
  // The same id is animated, another one replaces it.
  chat.drafts = chat.drafts.filter((draft) => draft.from !== call.bot || draft.topicId !== topicId);
  chat.drafts.push({ from: call.bot, id, text, topicId, until: call.world.now() + draftMs });
  call.world.touch(chat);
  call.world.later(draftMs, () => call.world.touch(chat));
  return true;
};

/** What is known of chats, and what shows in them only for a moment. */
export const chatMethods: Record<string, Method> = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount: (call) => {
    const chat = findChat(call.world, call.bot, call.params['chat_id']);
    return chat.type === 'private' ? 2 : [...chat.members.values()].filter(isIn).length;
  },
  leaveChat,
  sendChatAction,
  sendMessageDraft,
};
