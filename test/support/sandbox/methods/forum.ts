import { may, writableChat } from '../access.ts';
import { badRequest } from '../api-error.ts';
import { postService, remove } from '../messages.ts';
import { nameOf } from '../render.ts';
import type { ChatState, Json, Person, TopicState } from '../state.ts';
import { codePoints } from '../text/formatted-text.ts';
import type { World } from '../world.ts';
import { type Call, type Method, numberParam, textParam } from './call.ts';

const colors = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047];
const nameLimit = 128;

function forum(call: Call, what: string): ChatState {
  const chat = writableChat(call.world, call.bot, call.params['chat_id']);
  if (!chat.isForum) throw badRequest('the chat is not a forum');
  if (!may(chat, call.bot, 'manageTopics')) throw badRequest(`not enough rights to ${what}`);
  return chat;
}

function topicOf(call: Call, chat: ChatState): TopicState {
  const topic = chat.topics.get(numberParam(call, 'message_thread_id') ?? 0);
  if (topic === undefined) throw badRequest('TOPIC_ID_INVALID');
  return topic;
}

function checkName(name: string) {
  if (name.trim() === '') throw badRequest('TOPIC_TITLE_EMPTY');
  if (codePoints(name) > nameLimit) throw badRequest('TOPIC_TITLE_INVALID');
}

/** Makes a topic and announces it; its id is the id of that announcement. */
export function createTopic(
  world: World,
  chat: ChatState,
  by: Person,
  input: { name: string; iconColor?: number | undefined; iconCustomEmojiId?: string | undefined },
): TopicState {
  const iconColor =
    input.iconColor ?? colors[world.random.integer(0, colors.length - 1)] ?? 7322096;
  const topic: TopicState = {
    id: chat.nextMessageId,
    name: input.name,
    iconColor,
    iconCustomEmojiId: input.iconCustomEmojiId,
    closed: false,
  };
  chat.topics.set(topic.id, topic);
  const value = {
    name: topic.name,
    icon_color: topic.iconColor,
    icon_custom_emoji_id: topic.iconCustomEmojiId,
  };
  postService(world, chat, {
    from: by,
    field: 'forum_topic_created',
    text: `${nameOf(by)} created the topic “${topic.name}”`,
    topicId: topic.id,
    value: () => value,
  });
  return topic;
}

/** Deletes a topic with all its messages. */
export function deleteTopic(world: World, chat: ChatState, topicId: number): void {
  chat.topics.delete(topicId);
  const gone = [...chat.messages.values()].filter((message) => message.topicId === topicId);
  remove(
    world,
    chat,
    gone.map((message) => message.id),
  );
}

/** Renames a topic and says so in it. */
export function renameTopic(
  world: World,
  chat: ChatState,
  by: Person,
  topic: TopicState,
  change: Json,
): void {
  topic.name = typeof change['name'] === 'string' ? change['name'] : topic.name;
  const icon = change['icon_custom_emoji_id'];
  if (typeof icon === 'string') topic.iconCustomEmojiId = icon === '' ? undefined : icon;
  postService(world, chat, {
    from: by,
    field: 'forum_topic_edited',
    text: `${nameOf(by)} changed the topic to “${topic.name}”`,
    topicId: topic.id,
    value: () => change,
  });
}

/** Closes or opens a topic and says so in it. */
export function setTopicClosed(
  world: World,
  chat: ChatState,
  by: Person,
  topic: TopicState,
  closed: boolean,
): void {
  topic.closed = closed;
  postService(world, chat, {
    from: by,
    field: closed ? 'forum_topic_closed' : 'forum_topic_reopened',
    text: `${nameOf(by)} ${closed ? 'closed' : 'reopened'} the topic`,
    topicId: topic.id,
    value: () => ({}),
  });
}

/** https://core.telegram.org/bots/api#createforumtopic */
const createForumTopic: Method = (call) => {
  const chat = forum(call, 'create a topic');
  const name = textParam(call, 'name') ?? '';
  checkName(name);
  const topic = createTopic(call.world, chat, call.bot, {
    name,
    iconColor: numberParam(call, 'icon_color'),
    iconCustomEmojiId: textParam(call, 'icon_custom_emoji_id'),
  });
  return {
    message_thread_id: topic.id,
    name: topic.name,
    icon_color: topic.iconColor,
    icon_custom_emoji_id: topic.iconCustomEmojiId,
  };
};

/** https://core.telegram.org/bots/api#editforumtopic */
const editForumTopic: Method = (call) => {
  const chat = forum(call, 'manage topics');
  const topic = topicOf(call, chat);
  const change: Json = {};
  const name = textParam(call, 'name');
  if (name !== undefined && name !== '') checkName(name);
  if (name !== undefined && name !== '' && name !== topic.name) change['name'] = name;
  const icon = textParam(call, 'icon_custom_emoji_id');
  if (icon !== undefined && icon !== (topic.iconCustomEmojiId ?? ''))
    change['icon_custom_emoji_id'] = icon;
  if (Object.keys(change).length === 0) throw badRequest('TOPIC_NOT_MODIFIED');
  renameTopic(call.world, chat, call.bot, topic, change);
  return true;
};

function setClosed(call: Call, closed: boolean): true {
  const chat = forum(call, 'manage topics');
  if (chat.type === 'private') throw badRequest('the chat is not a supergroup');
  const topic = topicOf(call, chat);
  if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED');
  setTopicClosed(call.world, chat, call.bot, topic, closed);
  return true;
}

/** https://core.telegram.org/bots/api#deleteforumtopic: needs the right to delete messages. */
const deleteForumTopic: Method = (call) => {
  const chat = writableChat(call.world, call.bot, call.params['chat_id']);
  if (!chat.isForum) throw badRequest('the chat is not a forum');
  if (!may(chat, call.bot, 'deleteMessages'))
    throw badRequest('not enough rights to delete a topic');
  deleteTopic(call.world, chat, topicOf(call, chat).id);
  return true;
};

/** Topics of forums (and of private chats whose bot has topics turned on). */
export const forumMethods: Record<string, Method> = {
  createForumTopic,
  editForumTopic,
  closeForumTopic: (call) => setClosed(call, true),
  reopenForumTopic: (call) => setClosed(call, false),
  deleteForumTopic,
};
