import { findTopic, may, writableChat } from '../access.ts';
import { badRequest } from '../api-error.ts';
import { forceReply, inlineKeyboard } from '../markup.ts';
import { type NewMessage, post } from '../messages.ts';
import { renderMessage } from '../render.ts';
import type { ChatState, Content, Json, MessageState } from '../state.ts';
import type { Call } from './call.ts';

/** Where a new message goes and how it hangs together with others. */
export type Place = { chat: ChatState } & Pick<
  NewMessage,
  'topicId' | 'replyTo' | 'quote' | 'markup' | 'forceReply' | 'protect'
>;

/** Reads chat_id, message_thread_id, reply_parameters, reply_markup and protect_content. Throws the Bot API's errors. */
export function placeOf(call: Call): Place {
  const markup = inlineKeyboard(call.params['reply_markup']);
  const chat = writableChat(call.world, call.bot, call.params['chat_id']);
  const asked = findTopic(chat, call.params['message_thread_id']);
  const { replyTo, quote } = replyOf(call, chat, asked);
  // A reply goes where the message is that it answers.
  const topicId = asked ?? replyTo?.topicId;
  if (
    topicId !== undefined &&
    chat.topics.get(topicId)?.closed &&
    !may(chat, call.bot, 'manageTopics')
  )
    throw badRequest('TOPIC_CLOSED');
  return {
    chat,
    topicId,
    replyTo,
    quote,
    markup,
    forceReply: forceReply(call.params['reply_markup']),
    protect: call.params['protect_content'] === true,
  };
}

function replyOf(
  call: Call,
  chat: ChatState,
  topicId: number | undefined,
): { replyTo?: MessageState; quote?: NewMessage['quote'] } {
  const reply = call.params['reply_parameters'] as Json | undefined;
  if (reply === undefined) return {};
  const otherChat = reply['chat_id'] !== undefined && Number(reply['chat_id']) !== chat.id;
  const target = otherChat ? undefined : call.world.message(chat, reply['message_id']);
  const reachable = target !== undefined && (topicId === undefined || target.topicId === topicId);
  if (!reachable) {
    if (reply['allow_sending_without_reply'] === true) return {};
    throw badRequest('message to be replied not found');
  }
  const text = reply['quote'];
  if (typeof text !== 'string') return { replyTo: target };
  const whole = 'entities' in target.content ? target.content.text : '';
  const position = whole.indexOf(text);
  if (position < 0) throw badRequest('QUOTE_TEXT_INVALID');
  return { replyTo: target, quote: { text, position } };
}

/** Sends one message and returns it as the type Message. */
export function sendContent(call: Call, content: Content): Json {
  const { chat, ...rest } = placeOf(call);
  return renderMessage(
    call.world,
    call.bot,
    post(call.world, chat, { from: call.bot, content, ...rest }),
  );
}
