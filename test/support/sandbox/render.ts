import { renderContent } from './render-content.ts';
import type {
  BotState,
  ChatState,
  Json,
  Member,
  MessageState,
  Person,
  UserState,
} from './state.ts';
import type { World } from './world.ts';

/** The name people see. */
export function nameOf(person: Person): string {
  if (person.isBot) return person.firstName;
  if (person.deactivated) return 'Deleted Account';
  return person.lastName === undefined
    ? person.firstName
    : `${person.firstName} ${person.lastName}`;
}

/** The type User. */
export function renderUser(person: Person): Json {
  const base = { id: person.id, is_bot: person.isBot, first_name: person.firstName };
  if (person.isBot) return { ...base, username: person.username };
  if (person.deactivated) return { ...base, first_name: '' };
  return {
    ...base,
    last_name: person.lastName,
    username: person.username,
    language_code: person.languageCode,
  };
}

/** The type Chat. */
export function renderChat(chat: ChatState): Json {
  const { user } = chat;
  if (user === undefined)
    return { id: chat.id, title: chat.title, type: chat.type, is_forum: chat.isForum || undefined };
  return {
    id: chat.id,
    first_name: user.firstName,
    last_name: user.lastName,
    username: user.username,
    type: 'private',
    is_forum: chat.isForum || undefined,
  };
}

/**
 * The type Message, as this bot sees it. A message in a topic that is no reply carries the message that made the topic
 * as `reply_to_message`; the message inside `reply_to_message` has none of its own. Both as the real server does.
 */
export function renderMessage(
  world: World,
  bot: BotState,
  message: MessageState,
  nested = false,
): Json {
  const { chat, content } = message;
  const topic = message.topicId;
  const out: Json = {
    message_id: message.id,
    from: renderUser(message.from),
    chat: renderChat(chat),
    date: message.date,
    edit_date: message.editDate,
    media_group_id: message.albumId,
    via_bot: message.viaBot && renderUser(message.viaBot),
    has_protected_content: message.protect || undefined,
    ...renderContent(world, bot, content),
  };
  if (topic !== undefined) {
    out['message_thread_id'] = topic;
    out['is_topic_message'] = true;
  } else if (message.replyTo !== undefined && chat.type === 'supergroup' && !chat.isForum) {
    // A thread of replies, not a topic: the trap for whoever looks at message_thread_id alone.
    out['message_thread_id'] = threadRoot(message);
  }
  if (message.forward !== undefined) out['forward_origin'] = renderOrigin(message.forward);
  if (message.markup !== undefined) out['reply_markup'] = message.markup;
  if (!nested) {
    const target = message.replyTo ?? topicStart(message);
    if (target !== undefined && chat.messages.has(target.id))
      out['reply_to_message'] = renderMessage(world, bot, target, true);
    if (message.quote !== undefined && message.replyTo !== undefined)
      out['quote'] = { ...message.quote, is_manual: true };
  }
  return out;
}

function threadRoot(message: MessageState): number {
  let root = message;
  while (root.replyTo !== undefined) root = root.replyTo;
  return root.id;
}

function topicStart(message: MessageState): MessageState | undefined {
  if (message.topicId === undefined || message.id === message.topicId) return undefined;
  return message.chat.messages.get(message.topicId);
}

function renderOrigin({ from, date }: NonNullable<MessageState['forward']>): Json {
  return typeof from === 'string'
    ? { type: 'hidden_user', sender_user_name: from, date }
    : { type: 'user', sender_user: renderUser(from), date };
}

/** The type ChatMember. */
export function renderMember(person: Person, member: Member | undefined): Json {
  const user = renderUser(person);
  switch (member?.status) {
    case 'creator':
      return { status: 'creator', user, is_anonymous: false };
    case 'administrator':
      return {
        status: 'administrator',
        user,
        can_be_edited: false,
        is_anonymous: false,
        can_manage_chat: true,
        can_delete_messages: member.deleteMessages,
        can_manage_video_chats: false,
        can_restrict_members: false,
        can_promote_members: false,
        can_change_info: true,
        can_invite_users: true,
        can_post_stories: false,
        can_edit_stories: false,
        can_delete_stories: false,
        can_pin_messages: member.pinMessages,
        can_manage_topics: member.manageTopics,
        can_send_welcome_messages: false,
      };
    case 'member':
      return { status: 'member', user };
    case 'kicked':
      return { status: 'kicked', user, until_date: 0 };
    default:
      return { status: 'left', user };
  }
}

/** Reactions as the type ReactionType has them. */
export function renderReactions(emoji: readonly string[]): Json[] {
  return emoji.map((each) => ({ type: 'emoji', emoji: each }));
}

/** The update `my_chat_member` of a private chat: a person blocked the bot or came back. */
export function renderBlock(chat: ChatState, user: UserState, bot: BotState, date: number): Json {
  const kicked = { status: 'kicked', user: renderUser(bot), until_date: 0 };
  const free = { status: 'member', user: renderUser(bot) };
  return {
    chat: renderChat(chat),
    from: renderUser(user),
    date,
    old_chat_member: chat.blocked ? free : kicked,
    new_chat_member: chat.blocked ? kicked : free,
  };
}
